import Agreement
import Exchange
import Testing

@Suite struct ContractFileWarningTests {
  private func warnings(_ old: String, _ new: String) throws -> [String] {
    try ContractFile.read(Sample.small(old, new), file: "acme.yaml").warnings.map(\.description)
  }

  private static let usual = [
    "sales promises no time to the first contact; add first-contact, such as {within: 4 business hours, share: 90%}",
    "every figure of the funnels is assumed; measure them, and revise the contract after the first quarter",
  ]

  @Test func `a short term`() throws {
    #expect(
      try warnings("2026-01..2026-12", "2026-01..2026-06") == [
        "the term has 6 months; agree on twelve at least, and revise each quarter"
      ] + Self.usual
    )
  }

  @Test func `too few reps, with how many are missing`() throws {
    // 2,345 website leads and 1,072 calls a month: 29 reps.
    let new = "sales: {capacity: {leads-per-rep: 120, reps: {2026-01: 28, 2026-03: 29}}}\nsignatories:"
    #expect(
      try warnings("signatories:", new).first
        == "sales cannot serve all leads: 1 rep is missing at most (2026-01: 1, 2026-02: 1); hire, raise leads-per-rep, or owe less"
    )
  }

  @Test func `measures that nobody signs for`() throws {
    let new = "measures: {csat: {owner: service, unit: points, target: at least 4}}\nsignatories:"
    #expect(
      try warnings("signatories:", new).first
        == "service owes csat, but nobody signs for it; add a signatory with team: service"
    )
  }

  @Test func `holidays that change nothing`() throws {
    #expect(
      try warnings("currency", "holidays: [2026-01-01, 2026-01-03, 2027-01-01]\ncurrency").last
        == "these holidays are no business days of the term and change nothing: 2026-01-03, 2027-01-01"
    )
  }

  @Test func `figures beyond computing`() throws {
    let text = Sample.small("500,000 per month", "80000000B")
      .replacing("2,000", with: "0.01").replacing("34%", with: "0.0001%")
    #expect(
      try ContractFile.read(text, file: "acme.yaml").warnings.first?.description
        == "the figures are too large to compute a plan; look for an amount with zeros too many"
    )
  }
}
