import Agreement
import Exchange
import Testing

@Suite struct ContractFileFormTests {
  private func read(_ old: String, _ new: String) throws -> Contract {
    try ContractFile.read(Sample.small(old, new), file: "acme.yaml")
  }

  @Test(arguments: [
    ("500k", [50_000_000, 50_000_000, 50_000_000], 12),
    ("$500,000.50 per month", [50_000_050, 50_000_050, 50_000_050], 12),
    ("1M per quarter", [33_333_334, 33_333_333, 33_333_333], 12),
    ("1M per year", [8_333_334, 8_333_334, 8_333_334], 12),
    ("{2026: 1200}", [10_000, 10_000, 10_000], 12),
    ("{2026-Q1: 1M, 2026-Q2: 0, 2026-Q3: 3, 2026-Q4: 3}", [33_333_334, 33_333_333, 33_333_333], 12),
    ("{2026: 12, 2027-Q1: 3, 2027-04: 1}", [100, 100, 100], 16),
  ])
  func `spreads a quota over its months`(written: String, firstQuarter: [Int], months: Int) throws {
    let quotas = try read("500,000 per month", written).streams[0].quotas
    #expect(Array(quotas.amounts.prefix(3).map(\.minorUnits)) == firstQuarter)
    #expect(quotas.amounts.count == months)
  }

  @Test func `a fiscal year that begins before the term gives the months of the term their part`() throws {
    let text = Sample.small("500,000 per month", "{FY2026: 1200, FY2027: 2400}")
      .replacing("currency", with: "fiscal-year-starts: Apr\ncurrency")
      .replacing("2026-01..2026-12", with: "2026-01..2026-06")
    let quotas = try ContractFile.read(text, file: "acme.yaml").streams[0].quotas
    #expect(quotas.first.description == "2026-01")
    #expect(quotas.amounts.prefix(4).map(\.minorUnits) == [10_000, 10_000, 10_000, 20_000])
    #expect(quotas.last.description == "2027-03")
  }

  @Test(arguments: [
    ("4 business hours", "4 business hours"), ("24 hours", "24 hours"), ("30 minutes", "30 minutes"),
    ("1 hour", "1 hour"), ("1 Business Hour", "1 business hour"), ("2 days", "48 hours"),
    ("1,440 minutes", "24 hours"),
  ])
  func `reads the time to the first contact`(written: String, limit: String) throws {
    let contract = try read("signatories:", "sales: {first-contact: {within: \"\(written)\"}}\nsignatories:")
    #expect(contract.sales.firstContact?.limit == limit)
    #expect(contract.sales.firstContact?.share == .all)
  }

  @Test(arguments: [
    ("[3 in 14 days, 5 in 28]", "3-in-14 5-in-28 of 100%"),
    ("{share: 80%, steps: [1 in 1 day]}", "1-in-1 of 80%"),
    ("{share: 80%}", "3-in-14 5-in-28 7-in-56 of 80%"),
    ("[]", " of 100%"),
  ])
  func `reads a cadence`(written: String, cadence: String) throws {
    let read = try read("signatories:", "sales: {cadence: \(written)}\nsignatories:").sales.cadence
    #expect("\(read.steps.map(\.name).joined(separator: " ")) of \(read.share)" == cadence)
  }

  @Test(arguments: [("8", [8, 8, 8]), ("8 reps", [8, 8, 8]), ("{2026-02: 8, 2026-03: 10}", [8, 8, 10])])
  func `reads the number of reps`(written: String, reps: [Int]) throws {
    let new = "sales: {capacity: {leads-per-rep: 120, reps: \(written)}}\nsignatories:"
    let capacity = try #require(try read("signatories:", new).sales.capacity)
    #expect(try ["2026-01", "2026-02", "2026-03"].map { capacity.reps(in: try Month($0)) } == reps)
  }

  @Test(arguments: [("january", 1), ("Jan", 1), ("JULY", 7), ("jul", 7), ("12", 12)])
  func `reads the start of the fiscal year`(written: String, month: Int) throws {
    #expect(
      try read("currency", "fiscal-year-starts: \(written)\ncurrency").calendar.fiscalYearStart == month
    )
  }

  @Test func `reads a schedule with sources`() throws {
    let written = "{2026-Q1: 23%, 2026-Q3: {value: 25%, source: \"measured: 57/228\"}}"
    let metric = try read("23%", written).streams[0].leadTypes[1].funnel.winRate
    #expect(metric.steps.map(\.figure.description) == ["23%", "25%"])
    #expect(metric.steps.map(\.source.description) == ["assumed", "measured 57/228"])
    #expect(metric.steps.map(\.from?.description) == [nil, "2026-Q3"])
  }

  @Test func `what is not said has a default`() throws {
    let contract = try ContractFile.read(Sample.small, file: "acme.yaml")
    #expect(contract.title == "acme")
    #expect(contract.effective == contract.term.first)
    #expect(contract.calendar == ContractCalendar())
    #expect(contract.tolerance.description == "10%")
    #expect(contract.sustainedAfter == 2)
    #expect(contract.sales == SalesCommitments())
    #expect(contract.streams[0].retention == .none)
    #expect(contract.streams[0].margin == nil)
    #expect(contract.measures.isEmpty && contract.stages.isEmpty)
  }
}
