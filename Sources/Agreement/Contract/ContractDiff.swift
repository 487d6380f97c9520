/// What a newer text of a contract says otherwise.
public struct ContractDiff: Hashable, Sendable {
  /// A clause that is not the same in both.
  public struct Change: Hashable, Sendable {
    /// What it is about.
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
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init(from old: Contract, to new: Contract) throws(Overflow) {
    let before = Dictionary(
      old.clauses.map { ($0.subject, $0.text) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.clauses.map { ($0.subject, $0.text) }, uniquingKeysWith: { first, _ in first })
    var changes: [Change] = []
    for clause in new.clauses where before[clause.subject] != clause.text {
      // What a new step of a schedule takes the place of; subjects of one schedule sort by time.
      let replaced = old.clauses.last { $0.schedule == clause.schedule && $0.subject <= clause.subject }
      changes.append(Change(subject: clause.subject, old: replaced?.text, new: clause.text))
    }
    for clause in old.clauses where after[clause.subject] == nil {
      changes.append(Change(subject: clause.subject, old: clause.text, new: nil))
    }
    self.changes = changes

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

extension Plan {
  fileprivate func counts(in month: Month) throws(Overflow) -> [LeadTypeKey: Int] {
    Dictionary(uniqueKeysWithValues: try demands(in: month).map { ($0.key, $0.demand.mqls) })
  }
}
