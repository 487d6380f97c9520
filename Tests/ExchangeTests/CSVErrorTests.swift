import Exchange
import Testing

@Suite struct CSVErrorTests {
  private static let small = CSVLimits(fieldBytes: 4, recordBytes: 6, columns: 3)

  @Test(arguments: [
    ("a\n\"b\nc", "line 2, column 1: the quote that opens this field is never closed"),
    ("a,\"", "line 1, column 2: the quote that opens this field is never closed"),
    (
      "a,b\nc,d\"",
      "line 2, column 2: a quote inside an unquoted field; put the field in quotes and double those inside it"
    ),
    (
      "\"1\n2\",\"a\"b",
      "line 2, column 2: text after the closing quote; double the quotes inside a quoted field"
    ),
    (
      "a\u{0}",
      "line 1, column 1: a NUL byte; the file is not text, or not UTF-8: save it as UTF-8 and try again"
    ),
    (
      "\"\u{0}",
      "line 1, column 1: a NUL byte; the file is not text, or not UTF-8: save it as UTF-8 and try again"
    ),
    (
      "\"\"\u{0}",
      "line 1, column 1: a NUL byte; the file is not text, or not UTF-8: save it as UTF-8 and try again"
    ),
    ("1234\n12345", "line 2, column 1: the field is longer than 4 bytes; is a closing quote missing?"),
    (
      "\"12\n45\"",
      "line 2, column 1: the field is longer than 4 bytes; is a closing quote missing?"
    ),
    ("1234,123", "line 1, column 2: the record is longer than 6 bytes; is this a CSV file?"),
    ("1,2,3\n1,2,3,4", "line 2: the record has more than 3 fields; is this a CSV file?"),
  ])
  func `says what is wrong, and on which line`(text: String, sentence: String) {
    for size in [1, 2, 1 << 16] {
      let error = #expect(throws: CSVError.self) {
        try records(of: .text(text), limits: Self.small, chunkSize: size)
      }
      #expect(error?.description == sentence)
    }
  }

  @Test(arguments: [[0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F]] as [[UInt8]])
  func `takes no bytes for text that are not UTF-8`(bytes: [UInt8]) {
    let error = #expect(throws: CSVError.self) { try records(of: .bytes([0x61, 0x0A, 0x62, 0x2C] + bytes)) }
    #expect(error?.problem == .invalidUTF8)
    #expect(error?.line == 2)
    #expect(error?.column == 2)
    #expect(error?.isLimitedToItsRow == true)
  }

  @Test func `reads nothing more after text that is not CSV`() throws {
    var reader = try CSVReader(.text("a\"\nb"))
    var record = CSVRecord()
    #expect(throws: CSVError.self) { try reader.read(into: &record) }
    #expect(try reader.read(into: &record) == false)
  }

  @Test func `names a file that it cannot open or read`() {
    let missing = #expect(throws: CSVError.self) { try records(of: .file("/no/such.csv")) }
    #expect(missing?.description == "cannot open /no/such.csv: No such file or directory")
    let folder = #expect(throws: CSVError.self) { try records(of: .file("/")) }
    #expect(folder?.description == "cannot read on: Is a directory")
  }
}
