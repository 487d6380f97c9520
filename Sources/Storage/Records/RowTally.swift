import Agreement

/// What the rows of a file come to as they go by, in bounded memory.
struct RowTally {
  /// How many rows that are refused are listed.
  static let refusalsListed = 50

  /// Whether a row adds to what is on record.
  enum Effect {
    case added, changed, unchanged, older
  }

  private(set) var added = 0
  private(set) var changed = 0
  private(set) var unchanged = 0
  private(set) var older = 0
  /// How many rows add to what is on record.
  var changes: Int { added + changed }
  private var refused: [ImportRefusal.Row] = []
  private var more = 0

  mutating func count(_ effect: Effect) {
    switch effect {
    case .added: added += 1
    case .changed: changed += 1
    case .unchanged: unchanged += 1
    case .older: older += 1
    }
  }

  mutating func refuse(line: Int, _ reason: ImportRefusal.Reason) {
    guard refused.count < Self.refusalsListed else { return more += 1 }
    refused.append(ImportRefusal.Row(line: line, reason: reason))
  }

  /// Adds what other rows of the same file come to.
  mutating func add(_ other: RowTally) {
    added += other.added
    changed += other.changed
    unchanged += other.unchanged
    older += other.older
    let all = (refused + other.refused).sorted { $0.line < $1.line }
    refused = Array(all.prefix(Self.refusalsListed))
    more += other.more + all.count - refused.count
  }

  /// - Throws: `ImportRefusal` where a row was refused.
  func check(file: String) throws(ImportRefusal) {
    guard refused.isEmpty else { throw ImportRefusal(file: file, rows: refused, more: more) }
  }
}

/// How often a file has said the same of a lead and a day so far.
///
/// Likewise kept in a temporary table.
struct RepeatsOfDays {
  private let connection: Connection

  init(on connection: Connection) throws(StorageError) {
    self.connection = connection
    try connection.execute(
      """
      DROP TABLE IF EXISTS temp.touch_of_day;
      CREATE TEMP TABLE touch_of_day (external_id TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      """
    )
  }

  /// The touch with a number, where it is not the first of its lead, day, kind and rep and has no id of its own; else nil.
  ///
  /// A touch with a time that is told twice is one touch; of two calls on one day each counts.
  func numbered(_ touch: Touch) throws(StorageError) -> Touch? {
    guard case .day = touch.at, touch.hasMadeID else { return nil }
    let times = try connection.first(
      """
      INSERT INTO temp.touch_of_day (external_id, times)
      VALUES (?, 1)
      ON CONFLICT (external_id) DO UPDATE SET times = times + 1
      RETURNING times
      """,
      touch.id
    ) { row in try row.int(0) }
    guard let times, times > 1 else { return nil }
    return Touch(
      id: "\(touch.id) #\(times)", lead: touch.lead, at: touch.at, kind: touch.kind, rep: touch.rep,
      isAutomatic: touch.isAutomatic)
  }
}

extension Touch {
  /// Whether the id is made of what the touch says.
  fileprivate var hasMadeID: Bool { id == Touch(lead: lead, at: at, kind: kind, rep: rep).id }
}
