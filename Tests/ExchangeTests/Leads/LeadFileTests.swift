import Agreement
import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct LeadFileTests {
  private static func mapped(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> String {
    var options = options
    options.mapping = try ColumnMapping("external-id=id,delivered=date")
    return try LeadSample.refusal(text, options)
  }

  // Dates whose order is open.

  @Test func `refuses dates whose order nothing settles, once, with both readings`() throws {
    let text = "id,date\n1,2026-01-01\n2,3/4/2026\n3,4/4/2026\n4,5/6/2026 10:00\n"
    #expect(
      try Self.mapped(text)
        == "leads.csv:3:2: '3/4/2026' can be 3 April 2026 or 4 March 2026, and no date in the file settles it; "
        + "say --date-order dmy for the first or --date-order mdy for the second")
    #expect(try Self.mapped(text, ReadingOptions(dateOrder: .dayFirst)) == "")
  }

  @Test(arguments: [
    ("3/4/2026\n13/4/2026", "2026-04-03"), ("3/4/2026\n4/13/2026", "2026-03-04"),
    ("3-4-2026\n4/13/2026 10:00", "2026-03-04"), ("4/4/2026\n2026-13-13", "2026-04-04"),
  ])
  func `settles the order by any date of the file`(dates: String, first: String) throws {
    let rows = dates.split(separator: "\n").map { "1,\($0)\n" }.joined()
    let mapping = try ColumnMapping("external-id=id,delivered=date")
    let reading = try LeadSample.read(.text("id,date\n" + rows), options: ReadingOptions(mapping: mapping))
    #expect(reading.rows[0].facts.delivered == .day(try Day(first)))
  }

  @Test func `settles the order by another date column too, but by no other column`() throws {
    let text = "id,date,won,birthday\n1,3/4/2026,13/4/2026,4/13/2026\n"
    let mapping = try ColumnMapping("external-id=id,delivered=date,won=won")
    let reading = try LeadSample.read(.text(text), options: ReadingOptions(mapping: mapping))
    #expect(reading.lines == ["2 1: delivered=2026-04-03 won=2026-04-13"])
  }

  @Test func `refuses a file that settles the order both ways, with both lines`() throws {
    #expect(
      try Self.mapped("id,date\n1,3/4/2026\n2,13/4/2026\n3,4/14/2026\n")
        == "leads.csv:4:2: '4/14/2026' has another order than '13/4/2026' in line 3: one has the day first, "
        + "the other the month; export the file again with one form of date, best 2026-04-03")
  }

  @Test func `takes times as UTC in a column that says so, and as the contract's zone in others`() throws {
    let text =
      "Record ID,Lifecycle Stage,Create Date (UTC),First contacted\n1,Lead,2026-01-06 02:00,2026-01-06 02:00\n"
    let reading = try LeadSample.read(.text(text), for: LeadSample.contract(zone: "America/New_York"))
    #expect(
      reading.lines == [
        "2 1: delivered=2026-01-05T21:00:00-05:00 contacted=2026-01-06T02:00:00-05:00"
      ])
    let elsewhere = ReadingOptions(timeZone: try TimeZoneName("Asia/Tokyo"))
    #expect(
      try LeadSample.read(.text(text), for: LeadSample.contract(zone: "America/New_York"), elsewhere).lines
        == [
          "2 1: delivered=2026-01-06T11:00:00+09:00 contacted=2026-01-06T02:00:00+09:00"
        ])
  }

  @Test func `names the line of a date that the flag does not fit, and reads on`() throws {
    let text = "id,date\n1,4/13/2026\n2,3/4/2026\n3,31/31/2026\n"
    #expect(
      try Self.mapped(text, ReadingOptions(dateOrder: .dayFirst))
        == "leads.csv:2:2: '4/13/2026' is not a date with the day first (--date-order dmy) (column “date”)\n"
        + "leads.csv:4:2: '31/31/2026' is not a date such as 2026-03-04, 2026-03-04 14:05, 3/4/2026 2:05 PM "
        + "or 4.3.2026 (column “date”)")
  }

  @Test func `reads a pipe twice where the order of dates asks for it`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { unlink(path) }
    #expect(mkfifo(path, 0o600) == 0)
    let rows = (1...20_000).map { "\($0),3/4/2026\n" }.joined()
    let text = Array("id,date\n\(rows)x,13/4/2026\n".utf8)
    let writer = Thread {
      guard let file = fopen(path, "w") else { return }
      fwrite(text, 1, text.count, file)
      fclose(file)
    }
    writer.start()
    var seen = 0
    var file = try LeadFile(
      .file(path), named: "pipe", for: LeadSample.contract(),
      options: ReadingOptions(mapping: ColumnMapping("external-id=id,delivered=date")),
      digest: LeadSample.digest, onChunk: { seen += $0.count })
    var days: Set<Day> = []
    var count = 0
    while let row = try file.next() {
      count += 1
      if let day = row.facts.delivered?.day { days.insert(day) }
    }
    #expect(count == 20_001)
    #expect(days == [try Day("2026-04-03"), try Day("2026-04-13")])
    #expect(seen == text.count)
  }

  // Columns.

  @Test func `shows a mapping to start from where no layout is known`() throws {
    #expect(
      try LeadSample.refusal("Origin,mql_id,\"First, contact date\"\n")
        == "leads.csv: its columns are of no layout that leadpact knows: “Origin”, “mql_id”, “First, contact date”; "
        + "say which column holds what, such as "
        + "--map 'external-id=mql_id,delivered=\"First, contact date\",lead-type=Origin'")
    #expect(
      try LeadSample.refusal("a,b\n", ReadingOptions(layout: .salesforce))
        == "leads.csv: its columns are of no export of Salesforce that leadpact knows: “a”, “b”; leave out --layout "
        + "and say which column holds what, such as --map 'external-id=a,delivered=b'")
  }

  @Test(arguments: [
    ("external-id=idd", "there is no column “idd”; the file has “id”, “date”"),
    (
      "delivered=date",
      "no column holds the id of a lead; say which, such as --map external-id=…; the file has “id”, “date”"
    ),
    (
      "external-id=id,sqls=date",
      "the mapping names 'sqls', which is no field of such a file; did you mean sql?"
    ),
  ])
  func `refuses a mapping that does not fit the file`(mapping: String, words: String) throws {
    let options = ReadingOptions(mapping: try ColumnMapping(mapping))
    #expect(try LeadSample.refusal("id,date\n", options) == "leads.csv: \(words)")
  }

  @Test func `finds nothing wrong with a column without a name`() throws {
    #expect(try Self.mapped("id,,date,\n1,x,2026-01-01,y\n") == "")
  }

  @Test func `knows no zone that the machine does not`() throws {
    let options = ReadingOptions(timeZone: try TimeZoneName("Mars/Olympus"))
    #expect(
      try Self.mapped("id,date\n", options)
        == "leads.csv: 'Mars/Olympus' is not a time zone that this machine knows, such as America/New_York or UTC"
    )
  }

  // What a report puts below its table.

  @Test func `takes no row with an id for the end of a report`() throws {
    let mapping = try ColumnMapping("external-id=id,delivered=date,lead-type=campaign")
    let text = """
      campaign,id,date
      Grand Total Offer,1,2026-01-01
      Total,2,2026-01-02
      Generated by Bo,3,2026-01-03
      Grand Total,total,2026-01-04
      """
    let reading = try LeadSample.read(.text(text), options: ReadingOptions(mapping: mapping))
    #expect(reading.problems == [])
    #expect(reading.rows.map(\.key.lead) == ["1", "2", "3", "total"])
    #expect(reading.skipped == 0)
    let own = try LeadSample.read(
      .text("external-id,delivered\nTotal,2026-01-02\nGrand Total 7,2026-01-03\n"))
    #expect(own.rows.map(\.key.lead) == ["Total", "Grand Total 7"])
  }

  @Test(arguments: [
    ("Total,,\n", 1),
    ("\n,,\nGrand Totals (2 records),,\nConfidential Information - Do Not Distribute\n", 3),
    ("Subtotal,,\nTotal,,\nCopyright (c) 2026 salesforce.com\nGenerated by: Ada Li\n", 4),
  ])
  func `passes over what a report puts below its table`(footer: String, lines: Int) throws {
    for header in ["campaign,id,date\nweb,1,2026-01-01\n", "id,campaign,date\n1,web,2026-01-01\n"] {
      let mapping = try ColumnMapping("external-id=id,delivered=date,lead-type=campaign")
      let reading = try LeadSample.read(.text(header + footer), options: ReadingOptions(mapping: mapping))
      #expect(reading.problems == [])
      #expect(reading.rows.map(\.key.lead) == ["1"])
      #expect(reading.skipped == lines)
    }
  }

  @Test func `refuses what reads like the end of a report and has rows below it`() throws {
    #expect(
      try Self.mapped(
        "id,date\n1,2026-01-01\nSubtotal,\n\nTotal,\n2,2026-01-02\n3,soon\n4,2026-01-01\nTotal,\n")
        == "leads.csv:3: the row has no id and reads like the end of a report, but line 6 follows; give it an id, "
        + "or take it out\n"
        + "leads.csv:5: the row has no id and reads like the end of a report, but line 6 follows; give it an id, "
        + "or take it out\n"
        + "leads.csv:7:2: 'soon' is not a date such as 2026-03-04, 2026-03-04 14:05, 3/4/2026 2:05 PM or 4.3.2026 "
        + "(column “date”)")
  }

  // Broken files.

  @Test func `names every row that cannot be read, and reads the others`() throws {
    let options = ReadingOptions(mapping: try ColumnMapping("external-id=id,delivered=date,amount=amount"))
    let text = "id,date,amount\n1,soon,5\n2,2026-01-01\n,2026-01-01,1\n4,2026-01-01,1.234\n5,2026-01-02,1\n"
    let reading = try LeadSample.read(.text(text), options: options)
    #expect(reading.lines == ["6 5: delivered=2026-01-02 amount=USD 1.00"])
    #expect(
      reading.problems.map(\.description) == [
        "leads.csv:2:2: 'soon' is not a date such as 2026-03-04, 2026-03-04 14:05, 3/4/2026 2:05 PM or 4.3.2026 "
          + "(column “date”)",
        "leads.csv:3: 2 fields where the header has 3; add what is missing",
        "leads.csv:4:1: the row has no id of a lead; add it, or take the row out",
        "leads.csv:5:3: '1.234' is not a clear amount; say --decimal point where it is 1.234, or --decimal comma "
          + "where it is 1,234 in thousands (column “amount”)",
      ])
  }

  @Test(arguments: [
    ("id,date\n1,2026-01-01\n2,a\u{0}b\n", "leads.csv:3:2: a NUL byte"),
    ("id,date\n1,\"2026-01-01\n", "leads.csv:2:2: the quote that opens this field is never closed"),
    (
      "id,date\n1,\(String(repeating: "x", count: 1 << 21))\n",
      "leads.csv:2:2: the field is longer than 1048576 bytes"
    ),
    (
      "\(Array(repeating: "a", count: 10_000).joined(separator: ","))\n",
      "leads.csv:1: the record has more than 4096 fields"
    ),
    ("", "leads.csv: the file is empty"),
  ])
  func `says where a file is broken`(text: String, start: String) throws {
    let words = try Self.mapped(text)
    #expect(words.hasPrefix(start))
    #expect(!words.contains("\n"))
  }

  @Test func `says where UTF-16 is broken`() throws {
    let bytes: [UInt8] =
      [0xFF, 0xFE] + "id,date\n1,".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0, 0xD8]
    let options = ReadingOptions(mapping: try ColumnMapping("external-id=id,delivered=date"))
    let reading = try LeadSample.read(.bytes(bytes), options: options)
    #expect(reading.problems.map(\.line) == [2])
    #expect(reading.problems.map(\.isLimitedToItsRow) == [false])
  }

  @Test func `refuses a time that its zone has in a year of which no records are kept`() throws {
    let options = ReadingOptions(timeZone: try TimeZoneName("America/New_York"))
    #expect(
      try Self.mapped("id,date\n1,1900-01-01T00:00:00Z\n2,1900-01-02T00:00:00Z\n", options)
        == "leads.csv:2:2: '1900-01-01T00:00:00Z' is not a time in the years 1900 to 2999 of its zone (column “date”)"
    )
  }

  // Laws.

  @Test(arguments: 1...300)
  func `ends with rows or with places, however a file is damaged`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = try FileManager.default.contentsOfDirectory(atPath: LeadSample.folder.path).sorted()
    let name = try #require(names.randomElement(using: &random))
    var bytes = Array(try Data(contentsOf: LeadSample.folder.appendingPathComponent(name)))
    let pieces: [[UInt8]] = [
      [0], [0xFF], [0xD8], Array("\"".utf8), Array(",".utf8), Array("\n".utf8),
      Array("99999999999999999999".utf8),
      Array("-".utf8), Array("13/13/2026".utf8), Array("3/4/2026 12:00 AM".utf8),
      Array("2999-12-31T23:59:59-18:00".utf8),
      Array("(1.234)".utf8), Array("é\u{301}".utf8), [],
    ]
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...4, using: &random))
      bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
    }
    let contract = try LeadSample.contract(zone: "Pacific/Auckland")
    do {
      let reading = try LeadSample.read(.bytes(bytes), for: contract)
      #expect(reading.problems.allSatisfy { $0.line != nil })
      #expect(reading.problems.dropLast().allSatisfy { $0.isLimitedToItsRow })
    } catch let error as ImportFileError {
      #expect(!error.problems.isEmpty)
    }
  }

  @Test(arguments: 1...40)
  func `reads the same rows from any split of a file in two`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let stages = ["Lead", "Customer", "Opportunity", ""]
    let rows = (1...Int.random(in: 1...40, using: &random)).map { number in
      let day = Int.random(in: 10...28, using: &random)
      let stage = stages.randomElement(using: &random) ?? ""
      let won = Bool.random(using: &random) ? "2026-03-\(day)T10:00:00Z" : ""
      return "\(number),\"A\nB\",\(stage),2026-01-\(day) 09:30,\(won),Web\n"
    }
    let header = "Record ID,First Name,Lifecycle Stage,Create Date,Became a Customer Date,Original Source\n"
    let isFirst = rows.map { _ in Bool.random(using: &random) }
    let halves = [true, false].map { half in
      header + zip(rows, isFirst).filter { $0.1 == half }.map(\.0).joined()
    }
    let contract = try LeadSample.contract(zone: "Europe/Berlin")
    func facts(_ text: String) throws -> [LeadRecord.Key: LeadFacts] {
      let rows = try LeadSample.read(.text(text), for: contract).rows
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.facts) })
    }
    let whole = try facts(header + rows.joined())
    let parts = try halves.map(facts)
    #expect(whole.count == rows.count)
    #expect(parts[0].merging(parts[1]) { a, _ in a } == whole)
    #expect(parts[0].count + parts[1].count == whole.count)
  }
}

extension LeadSample {
  fileprivate static func read(_ input: CSVInput, options: ReadingOptions) throws -> Reading {
    try read(input, for: nil, options)
  }

  fileprivate static func refusal(_ text: String, _ options: ReadingOptions) throws -> String {
    try refusal(text, for: nil, options)
  }
}
