import Exchange
import Testing

@Suite struct UTF16Tests {
  private static let text = "id,名\r\n1,\"é\n🤝🏽\"\n2,x\n"

  private static func encoded(_ text: String, isBigEndian: Bool, hasMark: Bool) -> [UInt8] {
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [true, false], [true, false])
  func `reads UTF-16 as it reads UTF-8, however the bytes arrive`(isBigEndian: Bool, hasMark: Bool) throws {
    let bytes = Self.encoded(Self.text, isBigEndian: isBigEndian, hasMark: hasMark)
    for size in [1, 2, 3, 5, 1 << 16] {
      #expect(try records(of: .bytes(bytes), chunkSize: size) == records(of: .text(Self.text)))
    }
  }

  @Test(
    arguments: [
      ([0xD83E], 3), ([0xDD1D], 3), ([0xD83E, 0x0041], 3), ([0xD83E, 0xD83E, 0xDD1D], 3),
    ] as [([UInt16], Int)])
  func `refuses half a surrogate pair, with its line`(units: [UInt16], line: Int) {
    let before = Self.encoded("a\r\nb\n", isBigEndian: false, hasMark: true)
    let bytes = before + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for size in [1, 4, 1 << 16] {
      let error = #expect(throws: CSVError.self) { try records(of: .bytes(bytes), chunkSize: size) }
      #expect(
        error?.description
          == "line \(line): half a character of UTF-16; the file is damaged or cut off: export it again")
    }
  }

  @Test func `refuses a file that breaks off within a character`() {
    let bytes = Self.encoded("a\nb", isBigEndian: true, hasMark: true).dropLast()
    let error = #expect(throws: CSVError.self) { try records(of: .bytes(Array(bytes))) }
    #expect(error?.problem == .invalidUTF16)
    #expect(error?.line == 2)
  }

  @Test func `hands over what stands before the damage`() throws {
    let bytes = Self.encoded("a\nb\n", isBigEndian: false, hasMark: true) + [0x00, 0xD8, 0x41, 0x00]
    var reader = try CSVReader(.bytes(bytes), chunkSize: 1 << 16)
    var record = CSVRecord()
    #expect(try reader.read(into: &record))
    #expect(try reader.read(into: &record))
    #expect(throws: CSVError.self) { try reader.read(into: &record) }
  }

  @Test(arguments: [1, 7, 1 << 16])
  func `shows the bytes as they stand in the file`(size: Int) throws {
    let bytes = Self.encoded(Self.text, isBigEndian: false, hasMark: true)
    var seen: [UInt8] = []
    var reader = try CSVReader(.bytes(bytes), chunkSize: size, tap: { seen += $0 })
    var record = CSVRecord()
    while try reader.read(into: &record) {}
    #expect(seen == bytes)
  }
}
