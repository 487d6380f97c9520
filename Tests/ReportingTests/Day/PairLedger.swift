import Agreement
import Reporting

/// What is on record of a small agreement, changed at will.
///
/// A lead is worth $1, and each of the two streams owes $100 a month: leads are per cent of what is owed.
struct PairLedger {
  var source = Contract.DeliverySource.logged
  var capacity: Int?
  /// After how many months off target is a breach, by each version, of which the first rules from January, the second
  /// from February, and so on.
  var sustainedAfter = [2]
  var signed = ["ada@example.com", "ben@example.com"]
  var declined: [String] = []
  var deliveries: [Delivery] = []
  var observations: [Observation] = []
  var reviews: [Review] = []
  private var records: [LeadRecord] = []

  private static let at = Moment(day: Day(number: 20_454))  // 2026-01-01

  private func mark(_ number: Int) -> EntryMark { EntryMark(number: number, at: Self.at, by: "ada") }

  func contract(named name: String = "pair", version: Int = 1) throws -> Contract {
    let usd = try Currency("USD")
    let funnel = try AgreedFunnel(
      mqlToSQL: Metric(Rate("50%")), sqlToOpportunity: Metric(Rate("50%")), winRate: Metric(Rate("50%")),
      averageOrderValue: Metric(Money("8", usd)), timeToClose: Metric(0))
    let streams = try [("ent", "Enterprise"), ("smb", "Small business")].map { name, title in
      Stream(
        name: try Name(name), title: title,
        quotas: Quotas(
          first: try Month("2026-01"), amounts: Array(repeating: try Money("100", usd), count: 12)),
        leadTypes: [LeadType(name: try Name("web"), share: try Share("100%"), funnel: funnel)])
    }
    return try Contract(
      name: Name(name), title: "Pair", term: MonthRange("2026-01..2026-12"),
      effective: Month("2026-01").advanced(by: version - 1), currency: usd,
      deliverySource: source, sustainedAfter: sustainedAfter[version - 1], streams: streams,
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 240, clock: .elapsed, share: Share("90%")),
        capacity: capacity.map {
          Capacity(leadsPerRep: $0, staffing: [Capacity.Staffing(from: try Month("2026-01"), reps: 1)])
        }),
      measures: [
        Measure(
          name: Name("csat"), title: "Satisfaction", owner: .service, unit: "points", target: Score("4.5"),
          direction: .atLeast)
      ],
      signatories: [
        Signatory(
          name: "Ada Li", email: Email("ada@example.com"), team: .marketing, role: "Head", owes: "Leads"),
        Signatory(
          name: "Ben Okafor", email: Email("ben@example.com"), team: .sales, role: "Head", owes: "Calls"),
      ])
  }

  mutating func deliver(_ count: Int, of stream: String = "smb", in days: DayRange) throws {
    let key = LeadTypeKey(stream: try Name(stream), leadType: try Name("web"))
    deliveries.append(
      Delivery(key: key, days: days, count: count, kind: .logged, mark: mark(deliveries.count + 1)))
  }

  /// So many leads of each stream in each of the months from January on.
  mutating func deliver(smb: [Int], ent: [Int]? = nil) throws {
    let months = try MonthRange("2026-01..2026-12")
    for (month, count) in zip(months, smb) { try deliver(count, in: month.days) }
    for (month, count) in zip(months, ent ?? smb.map { _ in 100 }) {
      try deliver(count, of: "ent", in: month.days)
    }
  }

  mutating func observe(_ subject: String, _ finding: Observation.Finding, in week: String) throws {
    observations.append(
      Observation(
        subject: try Name(subject), stream: nil, rep: nil, days: try Week(week).days, finding: finding,
        mark: mark(observations.count + 1)))
  }

  mutating func keep(_ quarter: String) throws {
    reviews.append(
      Review(
        quarter: try Quarter(quarter, fiscalYearStart: 1), reason: "fine", mark: mark(reviews.count + 1)))
  }

  mutating func lead(_ id: String, _ delivered: String, rep: String? = nil, contacted: String? = nil) throws {
    let facts = try LeadFacts(
      stream: "smb", leadType: "web", delivered: Occurrence(delivered), rep: rep,
      contacted: contacted.map { try Occurrence($0) })
    records.append(
      LeadRecord(
        key: LeadRecord.Key(lead: id), facts: facts,
        told: [.stream, .leadType, .delivered, .contacted, .rep], mark: mark(1)))
  }

  func ledger(named name: String = "pair") throws -> Ledger {
    let versions = try (1...sustainedAfter.count).map { number in
      Version(
        number: number, contract: try contract(named: name, version: number),
        digest: Digest(bytes: Array(repeating: UInt8(6 + number), count: 32)), proposedAt: Self.at,
        proposedBy: "ada")
    }
    let words =
      signed.map { ($0, Signature.Word.signed) } + declined.map { ($0, .declined(reason: "too many")) }
    let signatures = try versions.flatMap { version in
      try words.map { email, word in
        Signature(
          version: version.number, digest: version.digest, email: try Email(email), word: word, at: Self.at)
      }
    }
    return Ledger(
      history: ContractHistory(versions: versions, signatures: signatures), deliveries: deliveries,
      observations: observations, reviews: reviews, leads: LeadBook(records: records))
  }

  func report(
    on day: String, kinds: Set<Breach.Kind> = Set(Breach.Kind.allCases), overdueAllowed: Int = 0
  ) throws -> BreachReport {
    try BreachReport(of: [ledger()], from: .end(of: Day(day)), kinds: kinds, overdueAllowed: overdueAllowed)
  }
}

extension PairLedger {
  /// A spring in which everything that can be missed is missed.
  static func troubled() throws -> PairLedger {
    var pair = PairLedger()
    pair.capacity = 120
    pair.signed = ["ada@example.com"]
    pair.declined = ["ben@example.com"]
    try pair.deliver(smb: [80, 82, 75], ent: [120, 130, 125])
    try pair.deliver(18, in: Week("2026-W14").days)
    try pair.deliver(140, of: "ent", in: DayRange(Day("2026-04-07")))
    try pair.observe("contacted", .kept(met: 80, due: 100), in: "2026-W13")
    try pair.observe("csat", .measured(Score("4.4")), in: "2026-W14")
    for (number, rep) in ["陳怡君", "Kim", nil, "Kim", "Ana", "Bo", "Cy"].enumerated() {
      try pair.lead("L-\(number)", "2026-04-0\(9 - number)T09:00:00Z", rep: rep)
    }
    return pair
  }
}
