import Agreement

/// Leads as files tell of them, piled up one by one, and what was done about them.
struct LeadPile {
  private(set) var records: [LeadRecord] = []
  private(set) var touches: [Touch] = []
  private(set) var disputes: [DisputeStep] = []
  var told = LeadFields(LeadField.allCases)

  mutating func add(_ id: String, _ facts: LeadFacts, as part: LeadRecord.Part = .lead) throws {
    let mark = EntryMark(number: 3, at: try Moment("2026-04-01T08:00:00Z"), by: "ada")
    records.append(
      LeadRecord(key: LeadRecord.Key(lead: id, part: part), facts: facts, told: told, mark: mark))
  }

  mutating func touch(
    _ lead: String, _ time: String, _ kind: String = "call", by rep: String? = nil, isAutomatic: Bool = false
  ) throws {
    touches.append(
      Touch(lead: lead, at: try Occurrence(time), kind: kind, rep: rep, isAutomatic: isAutomatic))
  }

  mutating func dispute(_ lead: String, _ word: DisputeStep.Word, _ reason: String, on day: String) throws {
    let who = word == .rejected ? "ben" : "ada"
    let mark = EntryMark(number: disputes.count + 1, at: Moment(day: try Day(day)), by: who)
    disputes.append(DisputeStep(lead: lead, word: word, reason: reason, mark: mark))
  }

  var book: LeadBook { LeadBook(records: records, touches: touches, disputes: disputes) }
}

/// Agreements that leads are counted under.
enum LeadAgreement {
  static let usd = currency("USD")
  static let euro = currency("EUR")

  private static func currency(_ code: String) -> Currency {
    guard let currency = try? Currency(code) else { preconditionFailure("\(code) is a currency") }
    return currency
  }

  static func leadType(
    _ name: String, _ title: String, share: String, rates: [String] = ["50%", "60%", "30%"],
    orderValue: String = "1000", timeToClose: Int = 30, crmValues: [String] = [], qualifies: [String] = []
  ) throws -> LeadType {
    LeadType(
      name: try Name(name), title: title, share: try Share(share),
      funnel: AgreedFunnel(
        mqlToSQL: Metric(try Rate(rates[0])), sqlToOpportunity: Metric(try Rate(rates[1])),
        winRate: Metric(try Rate(rates[2])), averageOrderValue: Metric(try Money(orderValue, usd)),
        timeToClose: Metric(timeToClose)),
      crmValues: crmValues, qualifies: try qualifies.map { try LeadCondition($0) })
  }

  static func stream(
    _ name: String, _ title: String, quota: String, retention: String = "0%", _ leadTypes: LeadType...
  ) throws -> Stream {
    try Stream(
      name: Name(name), title: title,
      quotas: Quotas(first: Month("2026-01"), amounts: Array(repeating: Money(quota, usd), count: 6)),
      retention: Share(retention), leadTypes: leadTypes)
  }

  static func contract(
    _ streams: [Stream], effective: String = "2026-01", source: Contract.DeliverySource = .leads,
    sales: SalesCommitments = SalesCommitments()
  ) throws -> Contract {
    try Contract(
      name: Name("pair-2026"), title: "Pair 2026", term: MonthRange("2026-01..2026-06"),
      effective: Month(effective), currency: usd, deliverySource: source, streams: streams, sales: sales,
      signatories: [
        Signatory(
          name: "Ada Bell", email: Email("ada@example.com"), team: .marketing, role: "Head", owes: "leads"),
        Signatory(name: "Ben Roe", email: Email("ben@example.com"), team: .sales, role: "Head", owes: "care"),
      ])
  }

  /// These texts, one after the other, each signed by everyone some days before it takes effect.
  static func history(_ contracts: Contract...) throws -> ContractHistory {
    let versions = contracts.enumerated().map { place, contract in
      let day = Day(number: contract.calendar.days(of: contract.effective).first.number - 20)
      return Version(
        number: place + 1, contract: contract,
        digest: Digest(bytes: Array(repeating: UInt8(160 + place), count: 32)),
        proposedAt: Moment(day: day), proposedBy: "ada")
    }
    let signatures = versions.flatMap { version in
      version.contract.signatories.map {
        Signature(
          version: version.number, digest: version.digest, email: $0.email, word: .signed,
          at: version.proposedAt)
      }
    }
    return ContractHistory(versions: versions, signatures: signatures)
  }

  static func key(_ stream: String, _ leadType: String) throws -> LeadTypeKey {
    try LeadTypeKey(stream: Name(stream), leadType: Name(leadType))
  }

  static func mark(_ number: Int = 1) throws -> EntryMark {
    EntryMark(number: number, at: try Moment("2026-04-01T08:00:00Z"), by: "ada")
  }
}
