import Agreement
import Testing

@Suite struct LeadPlacementTests {
  private func contract(
    source: Contract.DeliverySource = .leads, streams: [Stream]? = nil, effective: String? = nil
  ) throws -> Contract {
    try Contract(
      name: Name("acme-2026"), term: MonthRange("2026-01..2026-12"),
      effective: effective.map { try Month($0) },
      currency: Specimen.usd, deliverySource: source, streams: streams ?? [stream()],
      signatories: Specimen.signatories())
  }

  private func stream(
    _ name: String = "smb", crmValues: [String] = [], web: [String] = ["Organic Search", "Direct Traffic"],
    qualifies: [String] = []
  ) throws -> Stream {
    try Stream(
      name: Name(name),
      quotas: Quotas(first: Month("2026-01"), amounts: Array(repeating: Specimen.money("500000"), count: 12)),
      leadTypes: [
        LeadType(
          name: Name("website-form"), share: Share("60%"), funnel: Specimen.funnel(), crmValues: web,
          qualifies: qualifies.map(LeadCondition.init)),
        LeadType(name: Name("outbound"), share: Share("40%"), funnel: Specimen.outbound()),
      ], crmValues: crmValues)
  }

  private func book(
    _ leads: [(id: String, LeadFacts)], disputes: [DisputeStep] = [],
    earlier: [String: [[String: String]]] = [:]
  ) throws -> LeadBook {
    let mark = try Specimen.mark()
    return LeadBook(
      records: leads.map { id, facts in
        LeadRecord(
          key: LeadRecord.Key(lead: id), facts: facts, told: [.delivered, .leadType, .won, .amount],
          mark: mark)
      }, disputes: disputes, earlierAttributes: earlier)
  }

  private func facts(_ day: String, _ type: String? = "Organic Search", _ attributes: [String: String] = [:])
    throws -> LeadFacts
  {
    try LeadFacts(leadType: type, delivered: Occurrence(day), attributes: attributes)
  }

  private func step(_ lead: String, _ word: DisputeStep.Word, _ number: Int = 1) throws -> DisputeStep {
    DisputeStep(lead: lead, word: word, reason: "said so", mark: try Specimen.mark(number))
  }

  @Test(arguments: [
    ("Organic Search", nil, "smb/website-form"), ("organic_search", nil, "smb/website-form"),
    ("DIRECT TRAFFIC", nil, "smb/website-form"), ("Website Form", nil, "smb/website-form"),
    ("outbound", nil, "smb/outbound"), ("Paid Search", nil, "smb/unassigned"), (nil, nil, "smb/unassigned"),
    ("outbound", "SMB", "smb/outbound"), ("outbound", "Enterprise", "unassigned/unassigned"),
  ])
  func `finds the lead type that the other system means`(type: String?, stream: String?, key: String) throws {
    let meant = try contract().leadType(meantBy: LeadFacts(stream: stream, leadType: type))
    #expect(meant.description == key)
  }

  @Test func `leaves a lead unassigned that two streams could mean, unless one is said`() throws {
    let streams = try [stream("smb", crmValues: ["Small"]), stream("enterprise", crmValues: ["Large"])]
    let contract = try contract(streams: streams)
    #expect(
      contract.leadType(meantBy: LeadFacts(leadType: "outbound")).description == "unassigned/unassigned")
    let said = contract.leadType(meantBy: LeadFacts(stream: "large", leadType: "outbound"))
    #expect(said.description == "enterprise/outbound")
  }

  @Test func `counts leads by day, the unassigned too`() throws {
    let leads = try book([
      ("a", facts("2026-02-03")), ("b", facts("2026-02-03T23:30:00-05:00")), ("c", facts("2026-02-04")),
      ("d", facts("2026-02-03", "Paid")),
    ])
    let ledger = Ledger(history: try Specimen.signedHistory(contract()), leads: leads)
    #expect(
      ledger.deliveries.map { "\($0.key) \($0.days) \($0.count)" } == [
        "smb/unassigned 2026-02-03 1", "smb/website-form 2026-02-03 2", "smb/website-form 2026-02-04 1",
      ])
    let account = try #require(try Accounts(ledger).account(of: Month("2026-02")))
    #expect(account.leadTypes.map(\.count) == [0, 3])
    #expect(account.unagreed.map { "\($0.key) \($0.value)" } == ["smb/unassigned 1"])
  }

  @Test func `counts no lead where counts are logged, and no logged count where they come from leads`() throws
  {
    let leads = try book([("a", facts("2026-02-03"))])
    let key = try Specimen.key("website-form")
    let logged = try Specimen.delivery(key, Month("2026-02").days, 50)
    func counted(_ source: Contract.DeliverySource) throws -> Int? {
      let ledger = Ledger(
        history: try Specimen.signedHistory(contract(source: source)), deliveries: [logged], leads: leads)
      return try Accounts(ledger).account(of: Month("2026-02"))?.leadTypes.last?.count
    }
    #expect(try counted(.logged) == 50)
    #expect(try counted(.leads) == 1)
  }

  @Test func `sets a logged week aside for its part in a month whose counts come from leads`() throws {
    let before = try contract(source: .logged)
    let after = try contract(effective: "2026-04")
    let key = try Specimen.key("website-form")
    let week = try Specimen.delivery(key, Week("2026-W14").days, 100)
    let ledger = Ledger(
      history: try Specimen.signedHistory(before, after), deliveries: [week],
      leads: try book([("a", facts("2026-04-01"))]))
    #expect(try ledger.counted([week], in: Month("2026-03")) == [week])
    #expect(try ledger.counted([week], in: Month("2026-04")).isEmpty)
    #expect(try ledger.leads(of: key, in: Month("2026-03")) == 40)
    #expect(try ledger.leads(of: key, in: Month("2026-04")) == 1)
  }

  @Test func `takes a rejected lead off the count and puts it back when that is settled`() throws {
    let steps = try [
      step("a", .rejected, 1), step("b", .rejected, 2), step("b", .contested, 3),
      step("b", .settledAccepted, 4),
    ]
    let leads = try book([("a", facts("2026-02-03")), ("b", facts("2026-02-03"))], disputes: steps)
    let ledger = Ledger(history: try Specimen.signedHistory(contract()), leads: leads)
    #expect(ledger.deliveries.map(\.count) == [2, -1, -1, 1])
    #expect(ledger.placedLeads.map(\.standing) == [.rejected, .counts])
    #expect(try ledger.leads(of: Specimen.key("website-form"), in: Month("2026-02")) == 1)
  }

  @Test func `counts a lead that falls short only once it has met what it must`() throws {
    let history = try Specimen.signedHistory(contract(streams: [stream(qualifies: ["employees > 10"])]))
    func standing(_ now: String?, earlier: [String] = []) throws -> PlacedLead.Standing? {
      let book = try book(
        [("a", facts("2026-02-03", "Organic Search", now.map { ["employees": $0] } ?? [:]))],
        earlier: ["a": earlier.map { ["employees": $0] }])
      return book.placed(by: history).first?.standing
    }
    #expect(try standing("12") == .counts)
    #expect(try standing("9", earlier: ["12", "3"]) == .counts)
    guard case .unqualified(let shortfalls) = try standing("9", earlier: ["3"]) else {
      Issue.record("a lead of 9 employees counts")
      return
    }
    #expect(shortfalls.map(\.found) == ["employees is 9"])
    #expect(try Ledger(history: history, leads: book([("a", facts("2026-02-03"))])).deliveries.isEmpty)
  }

  @Test func `goes by the version that rules on the month, so that no later one moves a lead`() throws {
    let first = try contract(streams: [stream(web: ["Organic Search"])])
    let second = try contract(streams: [stream(web: ["Paid"])], effective: "2026-04")
    let history = try Specimen.signedHistory(first, second)
    let leads = try book([("a", facts("2026-03-03")), ("b", facts("2026-04-03"))])
    #expect(leads.placed(by: history).map(\.key.description) == ["smb/website-form", "smb/unassigned"])
  }

  @Test func `names the leads that no month counts`() throws {
    let leads = try book([
      ("a", LeadFacts(leadType: "x")), ("b", facts("2025-12-31")), ("c", facts("2026-01-01")),
    ])
    let unplaced = leads.unplaced(by: try Specimen.signedHistory(contract()))
    #expect(unplaced.map(\.lead.id) == ["a", "b"])
    #expect(unplaced.map(\.reason) == [.notDelivered, .outsideTerm(try Day("2025-12-31"))])
  }

  @Test func `tells what came of the leads that count, and how much is unpriced`() throws {
    var won = try facts("2026-02-03")
    won.won = try Occurrence("2026-03-01")
    won.amount = try Specimen.money("100")
    var foreign = won
    foreign.amount = Money(minorUnits: 5_000, try Currency("EUR"))
    var unpriced = won
    unpriced.amount = nil
    let leads = try book([("a", won), ("b", foreign), ("c", unpriced), ("d", facts("2026-02-04"))])
    let accounts = try Accounts(Ledger(history: Specimen.signedHistory(contract()), leads: leads))
    let outcome = accounts.outcome(of: try Specimen.key("website-form"), in: try Month("2026-02"))
    #expect(outcome.evidence == .leads(unpriced: 2))
    #expect(outcome.figures == OutcomeFigures(won: 3, revenue: try Specimen.money("100")))
  }
}
