import Exchange
import TestSupport
import Testing

@Suite struct CSVPropertyTests {
  @Test(arguments: 1...200)
  func `reads back what was written`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let delimiter = try #require(CSVDelimiter.allCases.randomElement(using: &random))
    let width = Int.random(in: 1...8, using: &random)
    let table = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      (0..<width).map { _ in field(using: &random) }
    }

    var written = Bool.random(using: &random) ? "\u{FEFF}" : ""
    var expected: [CSVLine] = []
    for record in table {
      expected.append(CSVLine(lineNumber(after: written), record))
      let fields = record.map { quoted($0, delimiter, always: record == [""] || .random(using: &random)) }
      written += fields.joined(separator: String(UnicodeScalar(delimiter.rawValue)))
      written += ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    }

    let read = try records(
      of: .text(written),
      delimiter: delimiter,
      chunkSize: Int.random(in: 1...64, using: &random)
    )
    #expect(read == expected)
  }

  /// Records that lie in memory as a line are read another way than those that arrive in pieces.
  @Test(arguments: 1...300)
  func `reads the same and refuses the same, however the bytes arrive`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      [0x61], [0x62, 0x63], [0x2C], [0x3B], [0x09], [0x22], [0x22, 0x2C, 0x22], [0x22, 0x22], [0x0A], [0x0D],
      [0x0D, 0x0A], [0x20], [0xC3, 0xA9], [0xFF], Array(repeating: 0x7A, count: 9),
      random.int(0...5) == 0 ? [0] : [],
    ]
    let bytes = (0..<random.int(0...60)).flatMap { _ in random.pick(pieces) }
    let limits = CSVLimits(
      fieldBytes: random.int(0...1) == 0 ? 12 : 1 << 20, recordBytes: random.int(0...1) == 0 ? 20 : 1 << 24,
      columns: random.int(0...1) == 0 ? 4 : 4_096)
    let delimiter = random.pick(CSVDelimiter.allCases)
    func read(chunkSize: Int) throws(CSVError) -> Reading {
      var reader = try CSVReader(.bytes(bytes), delimiter: delimiter, limits: limits, chunkSize: chunkSize)
      var record = CSVRecord()
      var reading = Reading()
      do throws(CSVError) {
        while try reader.read(into: &record) {
          reading.records.append(
            [Array("\(record.line)".utf8)] + (0..<record.count).map { Array(record[$0]) })
        }
      } catch {
        reading.error = error
      }
      return reading
    }
    let whole = try read(chunkSize: 1 << 16)
    for size in [1, 2, 7, random.int(1...64)] { #expect(try read(chunkSize: size) == whole) }
  }

  /// What is read of a text until it ends or is refused: of each record its line and its fields.
  private struct Reading: Equatable {
    var records: [[[UInt8]]] = []
    var error: CSVError?
  }

  private func lineNumber(after text: String) -> Int {
    let breaks = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" }
    let pairs = zip(text.utf8, text.utf8.dropFirst()).count { $0 == (0x0D, 0x0A) }
    return 1 + breaks - pairs
  }

  private func field(using random: inout SplitMix64) -> String {
    let pieces = [
      "a", "Z", "7", " ", "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "顧客", "é", "🧑🏽‍💻", "\u{7F}", "",
    ]
    return (0..<Int.random(in: 0...6, using: &random))
      .compactMap { _ in pieces.randomElement(using: &random) }
      .joined()
  }

  private func quoted(_ field: String, _ delimiter: CSVDelimiter, always: Bool) -> String {
    let special = [0x22, 0x0A, 0x0D, delimiter.rawValue]
    guard always || field.utf8.contains(where: special.contains) else { return field }
    let doubled = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}
