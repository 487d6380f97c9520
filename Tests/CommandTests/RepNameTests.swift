import Testing

@Suite struct RepNameTests {
  @Test(arguments: ["Eve Wu", "eve wu", "EVE WU"])
  func `a rep is known in any case`(name: String) async throws {
    let leads = try await LeadsSandbox.imported()
    let all = try await leads.leadpact("overdue")
    let listed = try await leads.leadpact("overdue", "--rep", name)
    #expect(listed.contains("Eve Wu") && !listed.contains("Tom Hale") && all.contains("Tom Hale"))
    #expect(try await leads.leadpact("overdue", "--rep", "Eve Wu") == listed)
  }

  @Test func `one who is not there is told with the nearest`() async throws {
    let leads = try await LeadsSandbox.imported()
    #expect(
      try await Leadpact.run("overdue", "--rep", "Ewe Wu", in: leads.sandbox)
        == Consequence(stderr: "leadpact: there is no rep 'Ewe Wu'; did you mean Eve Wu?\n", exit: 1))
  }

  @Test func `what is recorded bears the name as it is on record`() async throws {
    let pair = try await PairSandbox.recorded()
    let first = try await pair.leadpact("follow-up", "2026-W07", "--rep", "Zoë Li", "contacted=3/4")
    let again = try await pair.leadpact("follow-up", "2026-W08", "--rep", "zoË lI", "contacted=3/4")
    #expect(first.contains("  Zoë Li  ") && again.contains("  Zoë Li  "))
    #expect(
      try await pair.leadpact("follow-up", "2026-W08", "--rep", "Tom", "contacted=1/2").contains("  Tom  "))
  }
}
