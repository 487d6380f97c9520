import Agreement
import Exchange
import Testing

@Suite struct DeliveryRowsTests {
  private static func rows(_ input: CSVInput, _ options: ReadingOptions) throws -> [String] {
    let version = Version(
      number: 1, contract: try LeadSample.contract(),
      digest: try Digest(hex: String(repeating: "a", count: 64)),
      proposedAt: try Moment("2026-01-01T00:00:00Z"),
      proposedBy: "Ada")
    let history = ContractHistory(versions: [version], signatures: [])
    let read = try DeliveryRows(
      input, file: "d.csv", for: history, today: Day("2026-02-01"), options: options)
    return read.rows.map {
      "\($0.line) \($0.delivery.days.first)..\($0.delivery.days.last) \($0.delivery.key) \($0.delivery.count)"
    }
  }

  @Test func `reads columns by a mapping, between the delimiter that is said`() throws {
    let options = ReadingOptions(
      mapping: try ColumnMapping("period=KW,lead-type=Art,count=\"Zahl, brutto\""),
      delimiter: try CSVDelimiter("semicolon"))
    let text = "KW;Art;Zahl, brutto;a,b,c,d,e\n2026-W02;website;1,200;\n"
    #expect(try Self.rows(.text(text), options) == ["2 2026-01-05..2026-01-11 smb/website 1200"])
  }

  @Test func `adds up the entries of a table that leadpact wrote, and passes over other contracts`() throws {
    let name = try LeadSample.contract().name.text
    let text = """
      delivery,contract,stream,lead_type,days,count,kind,reason,import,recorded_at,recorded_by,entry
      1,\(name),smb,website,2026-01-05..2026-01-11,60,logged,,,2026-01-12T08:00:00Z,ada,4
      2,other,smb,website,2026-01-05..2026-01-11,99,logged,,,2026-01-12T08:00:00Z,ada,4
      3,\(name),smb,website,2026-01-12..2026-01-18,7,logged,,,2026-01-19T08:00:00Z,ada,5
      4,\(name),smb,website,2026-01-05..2026-01-11,-12,correction,'=tests,,2026-01-20T08:00:00Z,ada,6

      """
    #expect(
      try Self.rows(.text(text), ReadingOptions()) == [
        "2 2026-01-05..2026-01-11 smb/website 48", "4 2026-01-12..2026-01-18 smb/website 7",
      ])
  }

  @Test func `takes no negative count from any other file`() throws {
    #expect(throws: DeliveryFileError.self) {
      try Self.rows(.text("week,lead type,count,kind\n2026-W02,website,-3,correction\n"), ReadingOptions())
    }
  }

  @Test func `reads UTF-16`() throws {
    let bytes = "\u{FEFF}day\tlead type\tcount\n2026-01-05\twebsite\t7\n".utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try Self.rows(.bytes(bytes), ReadingOptions()) == ["2 2026-01-05..2026-01-05 smb/website 7"])
  }

  @Test func `says what is wrong with a mapping`() throws {
    let options = ReadingOptions(mapping: try ColumnMapping("period=day,won=won"))
    let error = #expect(throws: DeliveryFileError.self) {
      try Self.rows(.text("day,lead type,count\n"), options)
    }
    #expect(
      error?.problems == [
        "d.csv: the mapping names 'won', which is no field of such a file; there are period, stream, lead-type, count"
      ])
  }

  @Test func `tells the first 50 problems, and how many more there are`() throws {
    let rows = String(repeating: "soon,website,7\n", count: 1_060)
    let error = #expect(throws: DeliveryFileError.self) {
      try Self.rows(.text("day,lead type,count\n" + rows), ReadingOptions())
    }
    #expect(error?.problems.count == 50)
    #expect(
      error?.description.split(separator: "\n").suffix(2) == [
        "d.csv: and 1,010 more", "d.csv: nothing was imported; mend the lines above",
      ])
  }

  @Test(arguments: [("comma", CSVDelimiter.comma), (";", .semicolon), ("Tab", .tab), ("\t", .tab)])
  func `reads the word for a delimiter`(text: String, delimiter: CSVDelimiter) throws {
    #expect(try CSVDelimiter(text) == delimiter)
  }

  @Test func `knows no other delimiter`() {
    let error = #expect(throws: Unreadable.self) { try CSVDelimiter("pipe") }
    #expect(error?.description == "'pipe' is not a delimiter: comma, semicolon or tab")
  }
}
