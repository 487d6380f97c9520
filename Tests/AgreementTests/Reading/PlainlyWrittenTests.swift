import TestSupport
import Testing

@testable import Agreement

/// What is read from bytes is what is read from the text, and nothing else is.
@Suite struct PlainlyWrittenTests {
  @Test(arguments: 1...4)
  func `bytes are read as the text is, or left to it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<5_000 {
      let text = Self.text(&random)
      #expect(agrees(Day.self, text) && agrees(Month.self, text) && agrees(Moment.self, text))
      #expect(agrees(Occurrence.self, text) && agrees(Share.self, text) && agrees(Rate.self, text))
      #expect(agrees(Name.self, text))
    }
  }

  @Test(arguments: 1...4)
  func `all that is written plainly is read from its bytes`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let day = Day(
        number: .random(in: Day.inYears.lowerBound.number...Day.inYears.upperBound.number, using: &random))
      let moment = Moment(
        day: day, second: .random(in: 0..<86_400, using: &random),
        microsecond: Bool.random(using: &random) ? 0 : .random(in: 0..<1_000_000, using: &random),
        offset: .random(in: -1_080...1_080, using: &random))
      #expect(plain(Day.self, "\(day)") == day)
      #expect(plain(Month.self, "\(day.month)") == day.month)
      #expect(plain(Moment.self, "\(moment)") == moment)
      #expect(plain(Occurrence.self, "\(day)") == .day(day))
      #expect(plain(Occurrence.self, "\(moment)") == .moment(moment))
      let tenths = Int.random(in: 1...1_000, using: &random)
      let text = "\(tenths / 10).\(tenths % 10)%"
      #expect(try plain(Rate.self, text) == Rate(text))
    }
  }

  /// A sign that is not ASCII has every sign looked up in Unicode's tables.
  @Test func `a name in ASCII may hold what any other may`() {
    for byte in UInt8(0)..<0x80 {
      let sign = String(UnicodeScalar(byte))
      for text in ["a\(sign)b", "\(sign)ab", "ab\(sign)"] {
        #expect(
          (plain(Name.self, text) != nil) == ((try? Name("\(text)é")) != nil), "\(text.debugDescription)")
      }
    }
    #expect(plain(Name.self, String(repeating: "a", count: 64)) != nil)
    #expect(plain(Name.self, String(repeating: "a", count: 65)) == nil)
    #expect(plain(Name.self, "") == nil)
  }

  private func plain<Value: PlainlyWritten>(_ type: Value.Type, _ text: String) -> Value? {
    var text = text
    return text.withUTF8 { Value(plain: $0) }
  }

  /// Whether the text is read as its bytes are, and is written alike, where they can be read at all.
  private func agrees<Value: PlainlyWritten & Equatable>(_ type: Value.Type, _ text: String) -> Bool {
    guard let value = plain(type, text) else { return true }
    guard let read = try? Value(text) else { return false }
    return read == value && "\(read)" == "\(value)"
  }

  /// A written value with a sign or two changed, taken out or put in.
  private static func text(_ random: inout SplitMix64) -> String {
    let samples = [
      "2026-02-14", "2024-02-29", "2026-02", "2026-02-14T17:00:00Z", "2026-02-14T17:00:00.125-08:00", "34%",
      "34.5%", "0.345", "1/3", "100%", "0.0000005", "website-form", "中小企業",
    ]
    var scalars = Array(samples[Int.random(in: samples.indices, using: &random)].unicodeScalars)
    let signs = Array("0123459-:.TZ+%/ é".unicodeScalars)
    for _ in 0..<Int.random(in: 0...2, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: scalars.indices, using: &random)
      let sign = signs[Int.random(in: signs.indices, using: &random)]
      switch Int.random(in: 0..<3, using: &random) {
      case 0: scalars[place] = sign
      case 1: scalars.remove(at: place)
      default: scalars.insert(sign, at: place)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
