import Agreement

/// Small agreements to test with; what a test is about, it says itself.
enum Specimen {
  static let usd = currency("USD")

  private static func currency(_ code: String) -> Currency {
    guard let currency = try? Currency(code) else { preconditionFailure("\(code) is a currency") }
    return currency
  }

  static func money(_ text: String) throws -> Money { try Money(text, usd) }

  /// The reference case of DESIGN section 3, unless said otherwise.
  static func funnel(
    mqlToSQL: String = "34%",
    sqlToOpportunity: String = "82%",
    winRate: String = "23%",
    averageOrderValue: String = "2000",
    timeToClose: Int = 0
  ) throws -> AgreedFunnel {
    try AgreedFunnel(
      mqlToSQL: Metric(Rate(mqlToSQL)),
      sqlToOpportunity: Metric(Rate(sqlToOpportunity)),
      winRate: Metric(Rate(winRate)),
      averageOrderValue: Metric(money(averageOrderValue)),
      timeToClose: Metric(timeToClose)
    )
  }

  /// Leads worth $187 each: 2,000 × 27.5 % × 85 % × 40 %.
  static func outbound(timeToClose: Int = 0) throws -> AgreedFunnel {
    try funnel(mqlToSQL: "40%", sqlToOpportunity: "85%", winRate: "27.5%", timeToClose: timeToClose)
  }

  static func leadType(_ name: String, share: String = "100%", _ funnel: AgreedFunnel? = nil) throws
    -> LeadType
  {
    try LeadType(name: Name(name), share: Share(share), funnel: funnel ?? Specimen.funnel())
  }

  static func stream(
    _ name: String = "smb",
    quotas: [String] = Array(repeating: "500000", count: 12),
    from first: String = "2026-01",
    retention: String = "0%",
    leadTypes: [LeadType]? = nil
  ) throws -> Stream {
    try Stream(
      name: Name(name),
      quotas: Quotas(first: Month(first), amounts: quotas.map(money)),
      retention: Share(retention),
      leadTypes: leadTypes ?? [leadType("website"), leadType("outbound", share: "0%", outbound())]
    )
  }

  static func signatory(_ email: String, _ team: Team, key: String? = nil) throws -> Signatory {
    try Signatory(
      name: "Head of \(team.title)",
      email: Email(email),
      team: team,
      role: "Head",
      owes: "Leads",
      key: key.map { try KeyClause($0) }
    )
  }

  static func signatories() throws -> [Signatory] {
    try [signatory("ada@example.com", .marketing), signatory("bob@example.com", .sales)]
  }

  static func contract(
    term: String = "2026-01..2026-12",
    effective: String? = nil,
    currency: Currency = usd,
    calendar: ContractCalendar = ContractCalendar(),
    tolerance: String = "10%",
    sustainedAfter: Int = 2,
    streams: [Stream]? = nil,
    sales: SalesCommitments = SalesCommitments(),
    deliverySource: Contract.DeliverySource = .logged,
    measures: [Measure] = [],
    signatories: [Signatory]? = nil
  ) throws -> Contract {
    try Contract(
      name: Name("acme-2026"),
      term: MonthRange(term),
      effective: effective.map { try Month($0) },
      currency: currency,
      calendar: calendar,
      deliverySource: deliverySource,
      tolerance: Share(tolerance),
      sustainedAfter: sustainedAfter,
      streams: streams ?? [stream(from: String(term.prefix(7)))],
      sales: sales,
      measures: measures,
      signatories: signatories ?? Specimen.signatories()
    )
  }

  static func moment(_ day: String = "2026-01-05") throws -> Moment { try Moment(day: Day(day)) }

  static func digest(_ number: Int) -> Digest {
    Digest(bytes: (0..<32).map { UInt8(truncatingIfNeeded: number &>> (8 * ($0 % 8))) })
  }

  static func version(_ number: Int, _ contract: Contract) throws -> Version {
    try Version(
      number: number,
      contract: contract,
      digest: digest(number),
      proposedAt: moment(),
      proposedBy: "ada"
    )
  }

  static func signature(
    _ email: String,
    on number: Int,
    digest: Digest? = nil,
    _ word: Signature.Word = .signed,
    at day: String = "2026-01-05"
  ) throws -> Signature {
    try Signature(
      version: number,
      digest: digest ?? Specimen.digest(number),
      email: Email(email),
      word: word,
      at: moment(day)
    )
  }

  /// A history of these texts, all signed by everyone who must.
  static func signedHistory(_ contracts: Contract...) throws -> ContractHistory {
    let versions = try contracts.enumerated().map { try version($0.offset + 1, $0.element) }
    let signatures = try versions.flatMap { version in
      try version.contract.signatories.map { try signature($0.email.text, on: version.number) }
    }
    return ContractHistory(versions: versions, signatures: signatures)
  }

  static func key(_ leadType: String, _ stream: String = "smb") throws -> LeadTypeKey {
    try LeadTypeKey(stream: Name(stream), leadType: Name(leadType))
  }

  static func mark(_ number: Int = 1) throws -> EntryMark {
    try EntryMark(number: number, at: moment(), by: "ada")
  }

  static func delivery(
    _ key: LeadTypeKey,
    _ days: DayRange,
    _ count: Int,
    _ kind: Delivery.Kind = .logged
  ) throws -> Delivery {
    try Delivery(key: key, days: days, count: count, kind: kind, mark: mark())
  }
}
