import Agreement
import TestSupport
import Testing

@Suite struct LeadBookTests {
  private func record(_ lead: String, _ part: LeadRecord.Part = .lead, rep: String? = nil) throws
    -> LeadRecord
  {
    LeadRecord(
      key: LeadRecord.Key(lead: lead, part: part), facts: LeadFacts(rep: rep), told: [.rep],
      mark: EntryMark(number: 1, at: Moment(day: try Day(2026, 2, 2), second: 0, offset: 0), by: "ada"))
  }

  @Test func `puts the records of a lead together, wherever they stand`() throws {
    try forRandomCases(300) { random, seed in
      let ids = (0..<random.int(1...30)).map { "\($0 * 7 % 31)" }
      let records = try ids.flatMap { id in
        [try record(id, rep: "rep of \(id)")]
          + (try (0..<random.int(0...2)).map { try record(id, .deal("\(id)-\($0)")) })
      }
      let book = LeadBook(records: records.shuffled(using: &random))
      #expect(book.leads.map(\.id) == ids.sorted(), seed)
      #expect(book == LeadBook(records: records), seed)
      #expect(book == LeadBook(records: records.sorted { $0.key.lead < $1.key.lead }), seed)
      for id in ids { #expect(book.lead(id)?.facts.rep == "rep of \(id)", seed) }
      for id in ["", "10x", "99", "é"] { #expect(book.lead(id) == nil, seed) }
    }
  }

  @Test func `takes an id for one, in whichever of Unicode's forms it is written`() throws {
    let book = LeadBook(records: [
      try record("caf\u{E9}", rep: "Kim"), try record("x"), try record("cafe\u{301}", .deal("1")),
    ])
    #expect(book.leads.count == 2)
    // As it was written first.
    #expect(
      book.leads.map { Array($0.id.unicodeScalars) } == ["caf\u{E9}", "x"].map { Array($0.unicodeScalars) })
    #expect(book.lead("cafe\u{301}")?.facts.rep == "Kim")
  }

  @Test func `is empty without records`() {
    #expect(LeadBook().isEmpty)
    #expect(LeadBook().lead("1") == nil)
  }
}
