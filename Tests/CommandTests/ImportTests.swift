import Foundation
import Testing

@Suite struct ImportTests {
  private func importing(_ text: String, into pair: PairSandbox) async throws -> Consequence {
    try pair.write(text, to: "leads.csv")
    return try await pair.refusal(["import", "deliveries", "leads.csv"])
  }

  @Test(arguments: [
    (
      "week,count\n2026-W08,50\n", "leads.csv: there is no column “lead type”; the file has “week”, “count”"
    ),
    (
      "lead type,count\nweb,50\n", "leads.csv: there is no column “week”; the file has “lead type”, “count”"
    ),
    (
      "week,lead type\n2026-W08,web\n",
      "leads.csv: there is no column “count”; the file has “week”, “lead type”"
    ),
    ("", "leads.csv: the file is empty; its first line must name the columns"),
    ("\u{FEFF}", "leads.csv: the file is empty; its first line must name the columns"),
  ])
  func `a file without a column that is needed is refused`(text: String, message: String) async throws {
    let pair = try await PairSandbox.recorded()
    #expect(
      try await importing(text, into: pair)
        == Consequence(
          stderr: "leadpact: \(message)\nleads.csv: nothing was imported; mend the lines above\n",
          exit: 2
        )
    )
  }

  @Test func `every bad row is listed with its line, and no row is added`() async throws {
    let pair = try await PairSandbox.recorded()
    let text = """
      week,lead type,count,note
      2026-W08,web,50,"two
      lines"
      2026-W54,web,50,
      2026-W09,wep,50,
      2026-W09,web,-1,
      2026-W09,web
      2026-W10,web,9223372036854775808,
      2026-W11,web,50,

      """
    #expect(
      try await importing(text, into: pair)
        == Consequence(
          stderr: """
            leadpact: leads.csv:4: '2026-W54' is not a week: 2026 has the weeks 2026-W01 to 2026-W53
            leads.csv:5: there is no lead type 'wep'; did you mean web?
            leads.csv:6: -1 leads of smb/web: a count cannot be negative; to take leads back, use --correct with a reason
            leads.csv:7: 2 fields where the header has 4; add what is missing
            leads.csv:8: '9223372036854775808' is not a number of leads of smb/web that leadpact can count; check the figure
            leads.csv: nothing was imported; mend the lines above

            """,
          exit: 2
        )
    )
  }

  @Test func `rows that disagree with what is on record, or with each other, are listed too`() async throws {
    let pair = try await PairSandbox.recorded()
    let text = """
      week,lead type,count
      2026-W08,web,50
      2026-W07,web,61
      2026-W08,web,50
      2024-W08,web,50

      """
    #expect(
      try await importing(text, into: pair)
        == Consequence(
          stderr: """
            leadpact: leads.csv:3: 2026-W07 already has 60 leads of smb/web on record; to change that, record the difference: --correct --reason '…' with web=+N or -N
            leads.csv:4: it counts the same leads as line 2; keep one of the two
            leads.csv:5: 2024-W08 lies outside the months that the contract covers, 2026-01..2026-12
            leads.csv: nothing was imported; mend the lines above

            """,
          exit: 2
        )
    )
  }

  @Test(arguments: [
    ("a byte order mark", "\u{FEFF}week,lead type,count\n2026-W08,web,50\n"),
    ("CRLF", "week,lead type,count\r\n2026-W08,web,50\r\n"),
    ("CR alone", "week,lead type,count\r2026-W08,web,50\r"),
    ("a byte order mark and CRLF", "\u{FEFF}week,lead type,count\r\n2026-W08,web,50\r\n"),
    ("no last line end", "week,lead type,count\n2026-W08,web,50"),
    ("quoted line breaks", "week,note,lead type,count\n2026-W08,\"a\r\nb\n\"\"c\"\"\",web,50\n"),
    ("quoted fields", "\"week\",\"lead type\",\"count\"\n\"2026-W08\",\"web\",\"50\"\n"),
    ("semicolons", "week;lead type;count\n2026-W08;web;50\n"),
    ("tabs", "week\tlead type\tcount\n2026-W08\tweb\t50\n"),
    ("blank lines", "week,lead type,count\n\n2026-W08,web,50\n\n"),
  ])
  func `files are read as programs write them`(form: String, text: String) async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write(text, to: "leads.csv")
    #expect(
      try await pair.leadpact("import", "deliveries", "leads.csv")
        == "leads.csv: added 1 row with 50 leads (import 1); 0 were on record already.\n"
    )
    let list = try await pair.leadpact("log", "2026-W08", "--list", "-O", "csv")
    #expect(
      list.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1...4].joined(separator: " ") }
        == ["2026-W08 smb web 50"])
  }

  @Test func `a dry run and a second import change nothing`() async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write("week,lead type,count\n2026-W08,web,50\n2026-W08,outbound,20\n", to: "leads.csv")
    let command = ["import", "deliveries", "leads.csv"]
    #expect(
      try await pair.refusal(command + ["--dry-run"])
        == Consequence(
          stdout:
            "leads.csv: would add 2 rows with 70 leads; 0 are on record already. Nothing was recorded.\n")
    )
    try await pair.leadpact("import", "deliveries", "leads.csv")
    #expect(
      try await pair.refusal(command)
        == Consequence(
          stdout:
            "leads.csv: nothing new, 2 rows are on record already; the same file was imported on 2026-05-15 by ada@acme.example.\n"
        )
    )
  }
}
