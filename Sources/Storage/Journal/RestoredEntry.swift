import Agreement

/// What stood in an altered entry of the journal before: the one column with which, put back, it has its hash again.
///
/// No two texts have the same SHA-256, so that a value with which the hash fits is the one that was recorded.
struct RestoredEntry {
  /// The column that was altered.
  let column: String
  /// What it says now.
  let now: String
  /// What was recorded.
  let then: String

  /// What stands elsewhere in the file and can be put back on trial.
  struct Evidence {
    /// The number and the hash of the entry before.
    let previous: (number: Int, hash: String)
    /// What `previous_hash` says in the entry after; nil where there is none.
    let hashInNext: String?
    /// How many rows the entry's parts hold, and their hash.
    let content: (rows: Int, hash: String)
    /// Everyone and every moment that any entry names, and all contracts.
    let people: [String]
    let moments: [String]
    let contracts: [Int]
  }

  /// Tries what `evidence` has to offer; nil where nothing makes the entry fit its hash.
  init?(_ entry: HashedEntry, hash: String, evidence: Evidence) {
    if entry.hash == evidence.hashInNext {
      self.init(column: "hash", now: hash, then: entry.hash)
      return
    }
    func tried(_ column: String, _ now: String, _ then: String, _ restore: (inout HashedEntry) -> Void)
      -> Self?
    {
      var restored = entry
      restore(&restored)
      return restored.hash == hash ? Self(column: column, now: now, then: then) : nil
    }
    let (previous, content) = (evidence.previous, evidence.content)
    var found =
      tried("seq", "\(entry.number)", "\(previous.number + 1)") { $0.number = previous.number + 1 }
      ?? tried("previous_hash", entry.previousHash, previous.hash) { $0.previousHash = previous.hash }
      ?? tried("content_hash", entry.contentHash, content.hash) { $0.contentHash = content.hash }
      ?? tried("rows", "\(entry.rows)", "\(content.rows)") { $0.rows = content.rows }
    for action in JournalEntry.Action.allCases where found == nil {
      found = tried("action", entry.action, action.rawValue) { $0.action = action.rawValue }
    }
    for contract in [nil] + evidence.contracts.map(Optional.some) where found == nil {
      let words = [entry.contract, contract].map { $0.map { "\($0)" } ?? "NULL" }
      found = tried("contract_id", words[0], words[1]) { $0.contract = contract }
    }
    for person in evidence.people where found == nil {
      found = tried("recorded_by", entry.by, person) { $0.by = person }
    }
    for moment in evidence.moments where found == nil {
      found = tried("recorded_at", entry.at, moment) { $0.at = moment }
    }
    guard let found else { return nil }
    self = found
  }

  private init(column: String, now: String, then: String) {
    self.column = column
    self.now = now
    self.then = then
  }
}
