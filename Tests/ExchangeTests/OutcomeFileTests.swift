import Agreement
import Exchange
import Testing

@Suite struct OutcomeFileTests {
  private static func history() throws -> ContractHistory {
    let version = Version(
      number: 1, contract: try LeadSample.contract(),
      digest: try Digest(hex: String(repeating: "a", count: 64)),
      proposedAt: try Moment("2026-01-01T00:00:00Z"),
      proposedBy: "Ada")
    return ContractHistory(versions: [version], signatures: [])
  }

  private static func lines(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> [String] {
    var file = try OutcomeFile(.text(text), named: "o.csv", for: history(), options: options)
    var lines: [String] = []
    while true {
      do throws(RowProblem) {
        guard let row = try file.next() else { return lines }
        let (outcome, figures) = (row.outcome, row.outcome.figures)
        let counts = [figures.sqls, figures.opportunities, figures.won].map { $0.map(String.init) ?? "?" }
        lines.append(
          "\(row.line) \(outcome.month) \(outcome.key) \(counts.joined(separator: " ")) "
            + (figures.revenue.map(\.description) ?? "?"))
      } catch {
        lines.append("\(error)")
      }
    }
  }

  @Test func `reads outcomes by the names of the columns, and leaves open what is empty`() throws {
    let text =
      "Month;Lead type;SQLs;Opportunities;Won;Revenue\n2026-01;website;1,200;90;8;16.000,50\n2026-02;website;;;0;\n"
    #expect(
      try Self.lines(text) == [
        "2 2026-01 smb/website 1200 90 8 $16,000.50", "3 2026-02 smb/website ? ? 0 ?",
      ])
  }

  @Test func `reads a table that leadpact wrote: later entries count, other contracts' do not`() throws {
    let text = """
      outcome,contract,stream,lead_type,month,sqls,won,revenue,currency,recorded_at,recorded_by,entry
      1,leads-2026,smb,website,2026-01,12,,,USD,2026-02-01T08:00:00Z,ada,4
      2,leads-2026,smb,website,2026-02,9,1,,USD,2026-03-01T08:00:00Z,ada,5
      3,other,smb,website,2026-01,99,,,USD,2026-03-01T08:00:00Z,ada,5
      4,leads-2026,smb,website,2026-01,,2,4000.50,USD,2026-03-02T08:00:00Z,ada,6

      """.replacing("leads-2026", with: try Self.history().newest.contract.name.text)
    #expect(
      try Self.lines(text) == ["5 2026-01 smb/website 12 ? 2 $4,000.50", "3 2026-02 smb/website 9 ? 1 ?"])
  }

  @Test func `reads them by a mapping`() throws {
    let options = ReadingOptions(mapping: try ColumnMapping("month=when,lead-type=kind,won=deals"))
    #expect(
      try Self.lines("when,kind,deals\n2026-01,website,8\n", options) == ["2 2026-01 smb/website ? ? 8 ?"])
  }

  @Test func `names rows that cannot be read, and reads on`() throws {
    let text =
      "month,lead type,won\n2026-13,website,1\n2026-01,web,1\n2026-01,website,-1\n2026-01,website,\n2026-01,website,1\n"
    #expect(
      try Self.lines(text) == [
        "o.csv:2:1: '2026-13' is not a month such as 2026-02",
        "o.csv:3:2: there is no lead type 'web'; did you mean website?",
        "o.csv:4:3: '-1' is not a whole number such as 72",
        "o.csv:5: the row has no figure; fill in one of sqls, opportunities, won, revenue",
        "6 2026-01 smb/website ? ? 1 ?",
      ])
  }

  @Test func `says what a file of outcomes needs`() {
    let error = #expect(throws: ImportFileError.self) { try Self.lines("month,won\n") }
    #expect(
      error?.description
        == "o.csv: outcomes need the columns month, lead-type and one of sqls, opportunities, won, revenue; "
        + "the file has “month”, “won”; say which column holds what, such as --map month=…,lead-type=…,won=…\n"
        + "o.csv: nothing was imported; mend the lines above")
  }
}
