import Exchange
import Testing

/// Every record of `input`, as text.
func records(
  of input: CSVInput,
  delimiter: CSVDelimiter? = nil,
  limits: CSVLimits = CSVLimits(),
  chunkSize: Int = 1 << 16
) throws(CSVError) -> [CSVLine] {
  var reader = try CSVReader(input, delimiter: delimiter, limits: limits, chunkSize: chunkSize)
  var record = CSVRecord()
  var lines: [CSVLine] = []
  while try reader.read(into: &record) {
    var fields: [String] = []
    for index in 0..<record.count { fields.append(try record.text(at: index)) }
    lines.append(CSVLine(record.line, fields))
  }
  return lines
}

/// A record and the line that it starts on.
struct CSVLine: Equatable {
  let line: Int
  let fields: [String]

  init(_ line: Int, _ fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

extension CSVInput {
  static func text(_ text: String) -> CSVInput { .bytes(Array(text.utf8)) }
}

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("", []),
    ("\n\r\n\r", []),
    ("a", [CSVLine(1, ["a"])]),
    ("a,b\nc,d\n", [CSVLine(1, ["a", "b"]), CSVLine(2, ["c", "d"])]),
    ("a,b\r\nc,d\r\n", [CSVLine(1, ["a", "b"]), CSVLine(2, ["c", "d"])]),
    ("a,b\rc,d", [CSVLine(1, ["a", "b"]), CSVLine(2, ["c", "d"])]),
    ("\u{FEFF}a,b", [CSVLine(1, ["a", "b"])]),
    ("\u{FEFF}\"a\",b", [CSVLine(1, ["a", "b"])]),
    (",\n,", [CSVLine(1, ["", ""]), CSVLine(2, ["", ""])]),
    ("\"\"", [CSVLine(1, [""])]),
    ("\"a\"\"b\",\"\"\"\"", [CSVLine(1, ["a\"b", "\""])]),
    ("\"a,b\",c", [CSVLine(1, ["a,b", "c"])]),
    ("\n\na\n\n\nb\n\n", [CSVLine(3, ["a"]), CSVLine(6, ["b"])]),
    ("\"1\n2\r\n3\r4\n\",x\ny", [CSVLine(1, ["1\n2\r\n3\r4\n", "x"]), CSVLine(6, ["y"])]),
    ("\"a\r\"\nb", [CSVLine(1, ["a\r"]), CSVLine(3, ["b"])]),
    ("\"a\r\"\"\n\"\nb", [CSVLine(1, ["a\r\"\n"]), CSVLine(4, ["b"])]),
    (" a , b", [CSVLine(1, [" a ", " b"])]),
    ("見込み,🤝🏽\n\"é\u{301}\",ß", [CSVLine(1, ["見込み", "🤝🏽"]), CSVLine(2, ["é\u{301}", "ß"])]),
  ])
  func `reads records, however the bytes arrive`(text: String, expected: [CSVLine]) throws {
    for size in [1, 2, 3, 5, 1 << 16] {
      #expect(try records(of: .text(text), chunkSize: size) == expected)
    }
  }

  @Test(arguments: [
    ("a,b,c\n1;2;3;4;5", CSVDelimiter.comma),
    ("a;b\n", .semicolon),
    ("a\tb", .tab),
    ("\"a,b,c\";d", .semicolon),
    ("\n\r\n\"a\n,,\"\tb,c\td\n;;;;;;", .tab),
    ("a,b;c", .comma),
    ("only", .comma),
    ("", .comma),
  ])
  func `finds the delimiter in the first line`(text: String, delimiter: CSVDelimiter) throws {
    for size in [1, 4, 1 << 16] {
      #expect(try CSVReader(.text(text), chunkSize: size).delimiter == delimiter)
    }
  }

  @Test func `takes the delimiter it is given`() throws {
    #expect(try records(of: .text("a,b;c"), delimiter: .semicolon) == [CSVLine(1, ["a,b", "c"])])
  }

  @Test func `lends a field's bytes without making a string of them`() throws {
    var reader = try CSVReader(.text("ab,\"c\"\"d\""))
    var record = CSVRecord()
    #expect(try reader.read(into: &record))
    #expect(record[1] == [0x63, 0x22, 0x64])
    #expect(record.withBytes(of: 0) { Array($0) } == [0x61, 0x62])
  }
}
