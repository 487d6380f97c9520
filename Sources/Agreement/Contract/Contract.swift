/// One text of an agreement between marketing and sales.
///
/// A contract that exists is consistent: `init` refuses one whose shares do not add up, and so on, with all
/// problems at once.
public struct Contract: Hashable, Sendable {
  /// The short name used in commands: `acme-2026`.
  public let name: Name
  /// The name for people; the short one where none is given.
  public let title: String
  /// The months that the agreement covers.
  public let term: MonthRange
  /// The month from which on this text is meant to hold.
  public let effective: Month
  /// The currency of all amounts.
  public let currency: Currency
  /// How time is cut into months and quarters.
  public let calendar: ContractCalendar
  /// Where the wall clock is that times without a zone are meant by; nil where they are taken as UTC.
  public let timeZone: TimeZoneName?
  /// Where the counts of leads come from.
  public let deliverySource: DeliverySource
  /// How far attainment may lie from 100 % and still be on target.
  public let tolerance: Share
  /// After how many months on one side of the target a deviation is sustained, at least 1.
  public let sustainedAfter: Int
  /// What each stage means, in words.
  public let stages: [Stage: String]
  /// The revenue streams, by name: their order in a file means nothing.
  public let streams: [Stream]
  /// What sales owes.
  public let sales: SalesCommitments
  /// What else either team owes, by name.
  public let measures: [Measure]
  /// Who must sign.
  public let signatories: [Signatory]

  /// Creates a contract.
  ///
  /// - Throws: `InvalidContract` with everything that does not fit together.
  public init(
    name: Name,
    title: String? = nil,
    term: MonthRange,
    effective: Month? = nil,
    currency: Currency,
    calendar: ContractCalendar = ContractCalendar(),
    timeZone: TimeZoneName? = nil,
    deliverySource: DeliverySource = .logged,
    tolerance: Share = Contract.usualTolerance,
    sustainedAfter: Int = 2,
    stages: [Stage: String] = [:],
    streams: [Stream],
    sales: SalesCommitments = SalesCommitments(),
    measures: [Measure] = [],
    signatories: [Signatory]
  ) throws(InvalidContract) {
    self.name = name
    self.title = title ?? name.text
    self.term = term
    self.effective = effective ?? term.first
    self.currency = currency
    self.calendar = calendar
    self.timeZone = timeZone
    self.deliverySource = deliverySource
    self.tolerance = tolerance
    self.sustainedAfter = sustainedAfter
    self.stages = stages
    self.streams = streams.sorted { $0.name < $1.name }
    self.sales = sales
    self.measures = measures.sorted { $0.name < $1.name }
    self.signatories = signatories
    let problems = Self.problems(of: self)
    guard problems.isEmpty else { throw InvalidContract(problems: problems) }
  }

  /// 10 %.
  public static let usualTolerance = Share(partsPerMillion: 100_000, notation: .percent)

  /// The months in which this text is meant to hold.
  public var coverage: MonthRange {
    // The initialiser has placed `effective` within the term.
    (try? MonthRange(first: effective, last: term.last)) ?? term
  }

  /// The stream of that name; nil where there is none.
  public func stream(_ name: Name) -> Stream? { streams.first { $0.name == name } }

  /// The measure of that name; nil where there is none.
  public func measure(_ name: Name) -> Measure? { measures.first { $0.name == name } }

  /// The person of that address; nil where nobody is expected to sign under it.
  public func signatory(_ email: Email) -> Signatory? { signatories.first { $0.email == email } }
}

/// The stages of the funnel whose meaning a contract may put in words.
public enum Stage: String, Hashable, Sendable, CaseIterable {
  /// A marketing-qualified lead.
  case mql
  /// A sales-qualified lead.
  case sql
  /// An opportunity.
  case opportunity
  /// A won deal.
  case won
}
