/// What a newer text of a contract says otherwise.
public struct ContractDiff: Hashable, Sendable {
  /// A clause that is not the same in both.
  public struct Change: Hashable, Sendable {
    /// Where it stands in a contract file; the same from release to release.
    public let path: [String]
    /// What it is about, for people: `smb/outbound: win rate from 2026-Q3`.
    public let subject: String
    /// What the older text says; nil where it says nothing.
    public let old: String?
    /// What the newer text says; nil where it says nothing.
    public let new: String?
  }

  /// Leads owed in one month by each text.
  public struct LeadChange: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// The lead type.
    public let key: LeadTypeKey
    /// By the older text; 0 where it does not know the type.
    public let old: Int
    /// By the newer text; 0 where it does not know the type.
    public let new: Int
  }

  /// The clauses that differ, in the newer text's order, those that fell away last.
  public let changes: [Change]
  /// The leads owed that differ, in months that both texts cover, from the newer text's effective month on.
  public let leads: [LeadChange]

  /// Compares two texts.
  ///
  /// Metrics are compared from each quarter on in which either text changes them, with the figure that the other
  /// has in force then.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init(from old: Contract, to new: Contract) throws(Overflow) {
    let schedules = old.schedules.merging(new.schedules) { $0.union($1) }
    let (older, newer) = (old.clauses(splitting: schedules), new.clauses(splitting: schedules))
    let before = Dictionary(older.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(newer.map(\.path))
    self.changes =
      newer.compactMap { Change(from: before[$0.path], to: $0) }
      + older.filter { !after.contains($0.path) }.compactMap { Change(from: $0, to: nil) }

    var leads: [LeadChange] = []
    for month in new.coverage where old.coverage.contains(month) {
      let was = try Plan(old).counts(in: month)
      let becomes = try Plan(new).counts(in: month)
      for key in Set(was.keys).union(becomes.keys).sorted() where was[key] != becomes[key] {
        leads.append(LeadChange(month: month, key: key, old: was[key] ?? 0, new: becomes[key] ?? 0))
      }
    }
    self.leads = leads
  }
}

extension ContractDiff.Change {
  /// What a clause says otherwise; nil where it says the same.
  ///
  /// A source that stays is not repeated.
  fileprivate init?(from old: Clause?, to new: Clause?) {
    guard let clause = new ?? old, old?.text != new?.text else { return nil }
    let isSourceKept = old?.source == new?.source
    self.path = clause.path
    self.subject = clause.subject
    self.old = isSourceKept ? old?.statement : old?.text
    self.new = isSourceKept ? new?.statement : new?.text
  }
}

extension Plan {
  fileprivate func counts(in month: Month) throws(Overflow) -> [LeadTypeKey: Int] {
    Dictionary(uniqueKeysWithValues: try demands(in: month).map { ($0.key, $0.demand.mqls) })
  }
}
