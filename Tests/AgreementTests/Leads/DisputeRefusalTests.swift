import Testing

@testable import Agreement

@Suite struct DisputeRefusalTests {
  /// Leads `4711`, delivered on Friday 2026-02-13, `4712`, delivered before the term, and `4713`, of no known day.
  private func ledger(
    _ window: RejectionWindow? = RejectionWindow(days: 5, isBusiness: true),
    _ words: [DisputeStep.Word] = [],
    attributes: [String: String] = ["employees": "12"],
    deliveries: Contract.DeliverySource = .leads
  ) throws -> Ledger {
    let type = LeadType(
      name: try Name("outbound"),
      share: .all,
      funnel: try Specimen.outbound(),
      qualifies: [try LeadCondition("employees > 10")]
    )
    let contract = try Specimen.contract(
      calendar: ContractCalendar(holidays: [try Day("2026-02-16")]),
      streams: [Specimen.stream(leadTypes: [type])],
      sales: SalesCommitments(rejection: window),
      deliverySource: deliveries
    )
    let mark = EntryMark(number: 1, at: try Specimen.moment("2026-02-14"), by: "ada")
    func record(_ id: String, delivered: String?) throws -> LeadRecord {
      LeadRecord(
        key: LeadRecord.Key(lead: id),
        facts: LeadFacts(
          leadType: "outbound",
          delivered: try delivered.map { try Occurrence($0) },
          attributes: attributes
        ),
        told: [.delivered, .leadType],
        mark: mark
      )
    }
    let book = LeadBook(
      records: [
        try record("4711", delivered: "2026-02-13"), try record("4712", delivered: "2025-12-31"),
        try record("4713", delivered: nil),
      ],
      disputes: words.map { DisputeStep(lead: "4711", word: $0, reason: "spam", mark: mark) }
    )
    return Ledger(
      history: ContractHistory(versions: [try Specimen.version(1, contract)], signatures: []), leads: book)
  }

  private func refusal(
    of word: DisputeStep.Word,
    on lead: String = "4711",
    reason: String = "a student",
    by person: String = "someone",
    day: String = "2026-02-16",
    in ledger: Ledger
  ) throws -> DisputeRefusal? {
    let day = try Day(day)
    do {
      try ledger.check(word, on: lead, reason: reason, by: person, day: day)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    (5, true, "2026-02-23"), (5, false, "2026-02-18"), (1, false, "2026-02-14"), (1, true, "2026-02-17"),
  ])
  func `lets sales reject a lead until the last day of the window`(days: Int, isBusiness: Bool, last: String)
    throws
  {
    let ledger = try ledger(RejectionWindow(days: days, isBusiness: isBusiness))
    #expect(try refusal(of: .rejected, day: last, in: ledger) == nil)
    let after = try Day(last).advanced(by: 1)
    #expect(
      try refusal(of: .rejected, day: after.description, in: ledger)
        == .accepted("4711", delivered: Day("2026-02-13"), last: Day(last)))
  }

  @Test(
    arguments: [
      ([], .rejected, true), ([], .contested, false), ([], .settledAccepted, false),
      ([.rejected], .rejected, false), ([.rejected], .contested, true), ([.rejected], .settledAccepted, true),
      ([.rejected], .settledRejected, true), ([.rejected, .contested], .rejected, false),
      ([.rejected, .contested], .contested, false), ([.rejected, .contested], .settledAccepted, true),
      ([.rejected, .contested], .settledRejected, true), ([.rejected, .settledAccepted], .rejected, false),
      ([.rejected, .settledRejected], .contested, false),
      ([.rejected, .settledRejected], .settledAccepted, false),
    ] as [([DisputeStep.Word], DisputeStep.Word, Bool)])
  func `takes the words of a dispute in their order`(
    before: [DisputeStep.Word], word: DisputeStep.Word, isTaken: Bool
  ) throws {
    let window = RejectionWindow(days: 5, isBusiness: true)
    #expect(try (refusal(of: word, in: ledger(window, before)) == nil) == isTaken)
  }

  @Test func `settles and contests after the window too`() throws {
    let ledger = try ledger(RejectionWindow(days: 1, isBusiness: false), [.rejected])
    #expect(try refusal(of: .contested, day: "2026-06-01", in: ledger) == nil)
    #expect(try refusal(of: .settledRejected, day: "2026-06-01", in: ledger) == nil)
  }

  @Test(
    arguments: [
      ([], .rejected, "ada@example.com", false), ([], .rejected, "Bob@Example.com", true),
      ([.rejected], .contested, "ada@example.com", true), ([.rejected], .contested, "bob@example.com", false),
      ([.rejected], .settledAccepted, "ada@example.com", false),
      ([.rejected], .settledAccepted, "bob@example.com", true),
      ([.rejected], .settledRejected, "ada@example.com", true),
      ([.rejected], .settledRejected, "bob@example.com", false),
      ([.rejected], .settledRejected, "revops", true),
      ([.rejected], .settledAccepted, "cfo@example.com", true),
    ] as [([DisputeStep.Word], DisputeStep.Word, String, Bool)])
  func `lets nobody who signs for one team speak for the other`(
    before: [DisputeStep.Word], word: DisputeStep.Word, person: String, isTaken: Bool
  ) throws {
    let ledger = try ledger(RejectionWindow(days: 5, isBusiness: true), before)
    #expect(try (refusal(of: word, by: person, in: ledger) == nil) == isTaken)
  }

  @Test func `says whose word it is`() throws {
    #expect(
      try refusal(of: .rejected, by: "ada@example.com", in: ledger())?.description == """
        ada@example.com signs for marketing, and rejecting leads is for sales; whoever does it names themselves \
        with --user
        """)
  }

  @Test(arguments: ["", " \n\t"])
  func `asks for a reason`(reason: String) throws {
    #expect(try refusal(of: .rejected, reason: reason, in: ledger()) == .noReason)
  }

  @Test func `says why there is nothing to dispute`() throws {
    #expect(
      try refusal(of: .rejected, on: "4771", in: ledger())?.description
        == "there is no lead '4771' on record; did you mean 4711?")
    #expect(
      try refusal(of: .rejected, on: "x", in: ledger())?.description
        == "there is no lead 'x' on record; give its id as the imported file has it")
    #expect(
      try refusal(of: .rejected, on: "4712", in: ledger())?.description
        == "lead 4712 was delivered on 2025-12-31, outside the months that the contract covers, 2026-01..2026-12"
    )
    #expect(
      try refusal(of: .rejected, on: "4713", in: ledger())?.description
        == "no file says when lead 4713 was delivered, so it counts in no month and there is nothing to dispute"
    )
    #expect(
      try refusal(of: .rejected, in: ledger(nil))?.description == """
        the version in force in 2026-02, in which lead 4711 was delivered, does not let sales reject leads; \
        a contract does with reject-within under sales
        """
    )
    #expect(
      try refusal(of: .rejected, in: ledger(deliveries: .logged))?.description == """
        the counts of 2026-02 are logged, not taken from leads, so rejecting lead 4711 would move nothing; \
        take it off the count with leadpact log --correct --reason '…'
        """
    )
    #expect(
      try refusal(of: .rejected, day: "2026-02-24", in: ledger())?.description == """
        lead 4711 was delivered on 2026-02-13 and could be rejected until 2026-02-23; \
        it counts as accepted since 2026-02-24
        """
    )
    #expect(
      try refusal(of: .rejected, in: ledger(attributes: ["employees": "3"]))?.description
        == "lead 4711 does not count as it is: employees is 3; there is nothing to reject")
  }

  @Test(
    arguments: [
      ([.rejected], .rejected, "lead 4711 was rejected on 2026-02-14 by ada already: spam"),
      (
        [.rejected, .contested], .contested,
        "the rejection of lead 4711 was contested on 2026-02-14 by ada already; settle it"
      ),
      (
        [.rejected, .settledAccepted], .rejected,
        "the dispute on lead 4711 was settled on 2026-02-14 by ada: it counts; a settlement ends it"
      ),
      (
        [.rejected, .settledRejected], .settledAccepted,
        "the dispute on lead 4711 was settled on 2026-02-14 by ada: it does not count; a settlement ends it"
      ),
      ([], .settledAccepted, "lead 4711 was not rejected, so there is nothing to contest or to settle"),
    ] as [([DisputeStep.Word], DisputeStep.Word, String)])
  func `says how the dispute stands`(before: [DisputeStep.Word], word: DisputeStep.Word, sentence: String)
    throws
  {
    let window = RejectionWindow(days: 5, isBusiness: true)
    #expect(try refusal(of: word, in: ledger(window, before))?.description == sentence)
  }
}
