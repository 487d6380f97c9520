import Agreement
import Testing

@Suite struct ContractTests {
  /// The problems of what `build` would make.
  private func problems(_ build: () throws -> Contract) throws -> [String] {
    do {
      _ = try build()
      return []
    } catch let invalid as InvalidContract {
      return invalid.problems.map { "\($0.path.joined(separator: "/")): \($0.message)" }
    }
  }

  @Test func `that fits together exists, and means its term where nothing else is said`() throws {
    let contract = try Specimen.contract()
    #expect(contract.title == "acme-2026")
    #expect(contract.effective == (try Month("2026-01")))
    #expect(contract.coverage == contract.term)
    #expect(contract.tolerance == (try Share("10%")))
    #expect(try Specimen.contract(effective: "2026-04").coverage.description == "2026-04..2026-12")
    #expect(contract.stream(try Name("smb"))?.leadType(try Name("website"))?.share == .all)
    #expect(contract.signatory(try Email("ADA@example.com"))?.team == .marketing)
    #expect(contract.stream(try Name("none")) == nil)
  }

  @Test func `takes effect within its term`() throws {
    for month in ["2025-12", "2027-01"] {
      #expect(
        try problems { try Specimen.contract(effective: month) } == [
          "effective: \(month) lies outside the term 2026-01..2026-12; choose a month of the term"
        ]
      )
    }
  }

  @Test func `runs for ten years at most`() throws {
    let stream = try Specimen.stream(quotas: Array(repeating: "1000", count: 121))
    #expect(try problems { try Specimen.contract(term: "2026-01..2035-12", streams: [stream]) }.isEmpty)
    #expect(
      try problems { try Specimen.contract(term: "2026-01..2036-01", streams: [stream]) } == [
        "term: 2026-01..2036-01 is 121 months; choose 120 at most"
      ]
    )
  }

  @Test func `agrees on no figure for after its term`() throws {
    var draft = Draft()
    draft.laterWinRate = ("2027-Q1", "25%")
    let place = "streams/smb/lead-types/website/win-rate"
    let problem =
      "\(place): 2027-Q1 begins after the term's last month 2026-12; remove it, or make the term longer"
    #expect(try problems { try draft.contract() }.last == problem)
  }

  @Test(arguments: [0, 13, -1, .max])
  func `calls a deviation sustained after 1 to 12 months`(months: Int) throws {
    #expect(
      try problems { try Specimen.contract(sustainedAfter: months) } == [
        "sustained-after: \(months) months; choose 1 to 12"
      ]
    )
  }

  @Test func `has a stream, each once`() throws {
    #expect(
      try problems { try Specimen.contract(streams: []) } == [
        "streams: there is no revenue stream; add at least one"
      ]
    )
    let twice = try [Specimen.stream("caf\u{E9}"), Specimen.stream("cafe\u{301}")]
    let found = try problems { try Specimen.contract(streams: twice) }
    #expect(found == ["streams/café: the stream 'café' is there twice; rename one or remove it"])
  }

  @Test(arguments: [
    ("2026-02", 11, "2026-02..2026-12"), ("2026-01", 11, "2026-01..2026-11"),
    ("2025-01", 12, "2025-01..2025-12"),
  ])
  func `has a quota for every month of the term`(first: String, count: Int, covered: String) throws {
    let stream = try Specimen.stream(quotas: Array(repeating: "1000", count: count), from: first)
    #expect(
      try problems { try Specimen.contract(streams: [stream]) } == [
        "streams/smb/quota: it covers \(covered); give one for every month from the term's first on (2026-01..2026-12)"
      ]
    )
  }

  @Test func `may have quotas for months after the term`() throws {
    let stream = try Specimen.stream(quotas: Array(repeating: "1000", count: 24))
    #expect(try problems { try Specimen.contract(streams: [stream]) }.isEmpty)
  }

  @Test func `has one currency`() throws {
    let found = try problems { try Specimen.contract(currency: Currency("EUR")) }
    #expect(
      found == [
        "streams/smb/quota: it is in another currency than the contract's EUR",
        "streams/smb/lead-types/outbound/average-order-value: it is in another currency than the contract's EUR",
        "streams/smb/lead-types/website/average-order-value: it is in another currency than the contract's EUR",
      ]
    )
  }

  @Test func `leaves some business to be won`() throws {
    let stream = try Specimen.stream(retention: "100%")
    #expect(
      try problems { try Specimen.contract(streams: [stream]) } == [
        "streams/smb/retention: 100% leaves no new business for leads to bring; give less"
      ]
    )
  }

  @Test func `has lead types, each once, whose shares are the whole`() throws {
    let none = try Specimen.stream(leadTypes: [])
    #expect(
      try problems { try Specimen.contract(streams: [none]) } == [
        "streams/smb/lead-types: there is no lead type; add at least one"
      ]
    )
    let short = try Specimen.stream(leadTypes: [
      Specimen.leadType("website", share: "60%"), Specimen.leadType("website", share: "1/3"),
    ])
    #expect(
      try problems { try Specimen.contract(streams: [short]) } == [
        "streams/smb/lead-types/website: the lead type 'website' is there twice; rename one or remove it",
        "streams/smb/lead-types: the shares of 'smb' add up to 93.3333%, not 100% (website 60%, website 1/3)",
      ]
    )
    let over = try Specimen.stream(leadTypes: [
      Specimen.leadType("website", share: "60%"), Specimen.leadType("outbound", share: "60%"),
    ])
    #expect(try problems { try Specimen.contract(streams: [over]) }.first?.contains("add up to 120%") == true)
    let thirds = try Specimen.stream(
      leadTypes: ["a", "b", "c"].map { try Specimen.leadType($0, share: "1/3") }
    )
    #expect(try problems { try Specimen.contract(streams: [thirds]) }.isEmpty)
  }

  @Test(arguments: [
    ("0", 30, "average-order-value: $0.00 is no order value; give an amount above 0"),
    ("-5", 30, "average-order-value: -$5.00 is no order value; give an amount above 0"),
    ("5", -1, "time-to-close: -1 days; give 0 to 3,650 days"),
    ("5", 3_651, "time-to-close: 3651 days; give 0 to 3,650 days"),
  ])
  func `has funnels that bring something, within ten years`(orderValue: String, days: Int, problem: String)
    throws
  {
    let funnel = try Specimen.funnel(averageOrderValue: orderValue, timeToClose: days)
    let stream = try Specimen.stream(leadTypes: [Specimen.leadType("website", funnel)])
    #expect(
      try problems { try Specimen.contract(streams: [stream]) } == [
        "streams/smb/lead-types/website/\(problem)"
      ]
    )
  }

  @Test func `names each measure once, and none as a follow-up commitment`() throws {
    func measure(_ name: String) throws -> Measure {
      try Measure(
        name: Name(name),
        title: name,
        owner: .sales,
        unit: "",
        target: Score("1"),
        direction: .atLeast
      )
    }
    let measures = try ["csat", "csat", "contacted", "3-in-14"].map(measure)
    #expect(
      try problems { try Specimen.contract(measures: measures) } == [
        "measures/3-in-14: '3-in-14' already names a follow-up commitment; choose another name",
        "measures/contacted: 'contacted' already names a follow-up commitment; choose another name",
        "measures/csat: the measure 'csat' is there twice; rename one or remove it",
      ]
    )
  }

  @Test func `is signed by marketing and sales, everyone once`() throws {
    #expect(
      try problems { try Specimen.contract(signatories: []) } == [
        "signatories: nobody signs for marketing; add a signatory with team: marketing",
        "signatories: nobody signs for sales; add a signatory with team: sales",
      ]
    )
    let twice = try Specimen.signatories() + [Specimen.signatory("ADA@example.com", .finance)]
    #expect(
      try problems { try Specimen.contract(signatories: twice) } == [
        "signatories/2/email: ADA@example.com is there twice; everyone signs once"
      ]
    )
  }

  @Test func `names all its problems at once`() throws {
    let found = try problems {
      try Specimen.contract(effective: "2030-01", sustainedAfter: 99, streams: [], signatories: [])
    }
    #expect(found.count == 5)
  }
}
