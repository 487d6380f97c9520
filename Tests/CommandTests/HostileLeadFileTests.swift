import Testing

/// A file that must not be imported, and what is said about it.
struct HostileFile: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let kind: String
  let options: [String]
  /// The lines of the complaint, without the file's name before them.
  let complaint: [String]

  var testDescription: String { name }

  init(
    _ name: String, _ text: String, kind: String = "leads", options: [String] = [], _ complaint: String...
  ) {
    self.init(name, bytes: Array(text.utf8), kind: kind, options: options, complaint)
  }

  init(
    _ name: String, bytes: [UInt8], kind: String = "leads", options: [String] = [], _ complaint: [String]
  ) {
    self.name = name
    self.bytes = bytes
    self.kind = kind
    self.options = options
    self.complaint = complaint
  }

  private static let header = "external-id,delivered,lead-type,number of employees\n"
  private static let good = "A,2026-05-01,Paid Search,20\n"
  private static let wide =
    [(0..<10_000).map { "c\($0)" }, Array(repeating: "1", count: 10_000)]
    .map { $0.joined(separator: ",") }.joined(separator: "\n")
  private static let dates =
    "'yesterday' is not a date such as 2026-03-04, 2026-03-04 14:05, 3/4/2026 2:05 PM or 4.3.2026 "
    + "(column “delivered”)"

  /// UTF-16 with the little end first, and half a surrogate pair in line 2.
  private static let halfPair: [UInt8] =
    [0xFF, 0xFE] + (header + "A,2026-05-01,Pa").utf8.flatMap { [$0, 0] } + [0x00, 0xD8]
    + "id,20\n".utf8.flatMap { [$0, 0] }

  static let all = [
    HostileFile(
      "a NUL byte", header + good + "B,2026-05-01,Pa\0id,20\n",
      ":3:3: a NUL byte; the file is not text, or not UTF-8: save it as UTF-8 and try again"),
    HostileFile(
      "bytes that are no UTF-8", bytes: Array((header + "A,2026-05-01,Pa").utf8) + [0xE9] + "d,20\n".utf8,
      [":2:3: the field is not UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”) and try again"]),
    HostileFile(
      "half a pair of UTF-16", bytes: halfPair,
      [":2: half a character of UTF-16; the file is damaged or cut off: export it again"]),
    HostileFile(
      "rows with too few and too many fields", header + "A,2026-05-01\n" + good + "B,2026-05-01,Paid,20,7\n",
      ":2: 2 fields where the header has 4; add what is missing",
      ":4: 5 fields where the header has 4; put a field that holds a delimiter in quotes"),
    HostileFile(
      "a quote that is never closed", header + "A,2026-05-01,\"Paid Search,20\nB,2026-05-01,Paid,20\n",
      ":2:3: the quote that opens this field is never closed"),
    HostileFile(
      "ten thousand columns", wide, options: ["--map", "external-id=c0"],
      ":1: the record has more than 4096 fields; is this a CSV file?"),
    HostileFile(
      "a field of two megabytes", header + good + String(repeating: "x", count: 2_000_000),
      ":3:1: the field is longer than 1048576 bytes; is a closing quote missing?"),
    HostileFile(
      "dates that cannot be read", header + "A,2026-02-30,Paid,20\nB,yesterday,Paid,20\n" + good,
      ":2:2: '2026-02-30' is not a day: 2026-02 has 28 days (column “delivered”)", ":3:2: " + dates),
    HostileFile(
      "an order of dates that nothing settles", header + "A,3/4/2026,Paid,20\nB,5/6/2026,Paid,20\n",
      ":2:2: '3/4/2026' can be 3 April 2026 or 4 March 2026, and no date in the file settles it; say --date-order dmy "
        + "for the first or --date-order mdy for the second"),
    HostileFile(
      "two rows that contradict each other",
      header + good + "2001,2026-05-01,Paid,20\nA,2026-05-02,Paid,20\n",
      ":4: it says something else of lead A than line 2; keep the one that is right"),
    HostileFile(
      "two rows that nothing tells apart",
      "Last Name,Company,Lead Owner,Lead Status,Created Date,Number of Employees\n"
        + "Li,Acme,Sam,New,2026-05-01,20\nEk,Beta,Sam,New,2026-05-01,20\nLi,Acme,Sam,New,2026-05-01,20\n",
      ":4: nothing tells it apart from line 2; export the file with the column “Lead ID”, or keep one of the two"
    ),
    HostileFile(
      "two opportunities that nothing tells apart",
      "Opportunity Name,Stage,Created Date,Lead ID\nBeta,Won,2026-05-01,1\nBeta,Open,2026-05-01,2\n",
      ":3: nothing tells it apart from line 2; export the file with the column “Opportunity ID”, or keep one of the two"
    ),
    HostileFile(
      "a missing column of a condition", "external-id,lead-type\nA,Paid Search\n",
      ": there is no column “number of employees”; the file has “external-id”, “lead-type”; leads of the type "
        + "'paid-search' must have number of employees >= 10",
      ": there is no column “number of employees”; the file has “external-id”, “lead-type”; leads of the type "
        + "'website-form' must have number of employees >= 10"),
    HostileFile(
      "a missing column of the mapping", header + good, options: ["--map", "won=won_date"],
      ": there is no column “won_date”; the file has “external-id”, “delivered”, “lead-type”, “number of employees”"
    ),
    HostileFile("nothing in it", "", ": the file is empty; its first line must name the columns"),
    HostileFile(
      "a row without an id", header + good + ",2026-05-01,Paid,20\n",
      ":3:1: the row has no id of a lead; add it, or take the row out"),
    HostileFile(
      "the end of a report with a row below it", header + "Total,,,\n" + good,
      ":2: the row has no id and reads like the end of a report, but line 3 follows; give it an id, or take it out"
    ),
    HostileFile(
      "an e-mail address for an id", header + "gina@example.com,2026-05-01,Paid,20\n",
      ":2:1: the id is an e-mail address, which is never kept; choose a column with a number"),
    HostileFile(
      "an amount that contradicts its currency",
      "external-id,amount,currency\nA,20,USD\nB,€20,USD\nC,20,XXZ\n",
      ":3:2: '€20' is not an amount in USD, as its row says; mend one of the two (column “amount”)",
      ":4:3: 'XXZ' is not a currency of ISO 4217 such as USD (column “currency”)"),
    HostileFile(
      "two columns of one name", "external-id,External ID\nA,B\n",
      ": the columns 1, 2 are all named “external-id”; rename all but one"),
    HostileFile(
      "an escape sequence in the header", "external-id,\u{1B}[31mred\nA,1\n", options: ["--map", "won=x"],
      ": there is no column “x”; the file has “external-id”, “\\u{1B}[31mred”"),
    HostileFile(
      "touches without a lead or a time", "lead,at\n,2026-05-01\n2001,\n", kind: "touches",
      ":2:1: the touch is of no lead; add the lead's id, or take the row out",
      ":3:2: the touch has no time; add it, or take the row out"),
    HostileFile(
      "touches that contradict each other", "id,lead,at\n7,2001,2026-05-01\n7,2002,2026-05-01\n",
      kind: "touches",
      ":3: it says something else of touch 7 than line 2; keep the one that is right"),
  ]
}

@Suite struct HostileLeadFileTests {
  @Test(arguments: HostileFile.all)
  func `a file with an error is refused by its line, and nothing of it is kept`(file: HostileFile)
    async throws
  {
    let leads = try await LeadsSandbox.imported()
    let before = try await leads.state
    try leads.write(file.bytes, to: "bad.csv")
    for isDryRun in [true, false] {
      let consequence = try await Leadpact.run(
        ["import", file.kind, "bad.csv"] + file.options + (isDryRun ? ["--dry-run"] : []), in: leads.sandbox)
      let lines = file.complaint.map { "bad.csv\($0)\n" }.joined()
      #expect(
        consequence
          == Consequence(
            stderr: "leadpact: \(lines)bad.csv: nothing was imported; mend the lines above\n", exit: 2
          ))
      #expect(try await leads.state == before)
    }
  }

  @Test func `a mapping that names an unknown field is refused before the file is read`() async throws {
    let leads = try await LeadsSandbox.signed()
    let before = try await leads.state
    #expect(
      try await Leadpact.run(
        "import", "leads", "examples/activities.csv", "--map", "wonn=x", in: leads.sandbox)
        == Consequence(stderr: "leadpact: 'wonn' is not a field; did you mean won?\n", exit: 64))
    #expect(try await leads.state == before)
  }

  @Test(arguments: [
    ("leads", "examples/hubspot-contacts.csv", "rep=Contact owner"),
    ("touches", "examples/activities.csv", "lead=Contact ID,at=Activity date"),
  ])
  func `a name that a mapping cannot be saved under is refused before anything is recorded`(
    kind: String, file: String, mapping: String
  ) async throws {
    let leads = try await LeadsSandbox.signed()
    let before = try await leads.state
    #expect(
      try await Leadpact.run(
        "import", kind, file, "--map", mapping, "--save-mapping", "my crm", in: leads.sandbox)
        == Consequence(
          stderr: "leadpact: 'my crm' is not a name of 1 to 64 characters without blanks or = : / . , ' \" "
            + "(such as website-form)\n", exit: 64))
    #expect(try await leads.state == before)
  }

  @Test func `names, addresses and numbers of people never reach the database`() async throws {
    let leads = try await LeadsSandbox.imported()
    try await leads.leadpact("import", "leads", "examples/hubspot-deals.csv")
    let bytes = try leads.database()
    for text in ["Gina", "Moreau", "gina.moreau", "example.com", "Simic", "rollout"] {
      #expect(bytes.firstRange(of: Array(text.utf8)) == nil, "\(text)")
    }
    #expect(bytes.firstRange(of: Array("Organic Search".utf8)) != nil)
  }
}
