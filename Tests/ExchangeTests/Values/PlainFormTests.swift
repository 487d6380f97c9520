import Agreement
import TestSupport
import Testing

@testable import Exchange

/// The forms of times and amounts that are read from bytes at once say what those say that read every form.
@Suite struct PlainFormTests {
  private static func plainTime(_ text: String) -> PlainTime? {
    Array(text.utf8).withUnsafeBufferPointer { PlainTime($0) }
  }

  private static func plainMoney(_ text: String, _ currency: Currency) -> Money? {
    Array(text.utf8).withUnsafeBufferPointer { PlainAmount.money($0, in: currency) }
  }

  @Test(arguments: [
    "2026-03-04", "2024-02-29", "1900-01-01", "2999-12-31", "2026-03-04 10:30", "2026-03-04T10:30",
    "2026-03-04 10:30:15", "2026-03-04T10:30:15Z", "2026-03-04T10:30:15.5Z", "2025-10-23 11:01:52.257503",
    "2026-03-04T10:30:15.000+02:00", "2026-03-04T10:30-08:00", "2026-03-04T23:59:59.999999-18:00",
  ])
  func `reads these times at once`(text: String) throws {
    let plain = try #require(Self.plainTime(text))
    let written = try WrittenTime(text)
    #expect(written.date == .day(plain.day))
    #expect(written.time == plain.time)
    #expect(written.offset == plain.offset)
  }

  @Test func `reads no time in another way than it is read in full`() throws {
    let pieces = [
      "2026", "1899", "0", "1", "02", "13", "24", "30", "59", "60", "-", "-", ":", ":", ".", "T", " ", "Z",
      "+", "/",
      "-03-04", "2026-03-04", "T10:30", "10:30:15", ".25", "+02:00", " UTC", "é",
    ]
    var read = 0
    try forRandomCases(4_000) { random, comment in
      let start = random.pick(["2026-03-04", "2026-03-04T10:30", "2026-03-04 10:30:15", ""])
      let text = start + (0..<random.int(0...5)).map { _ in random.pick(pieces) }.joined()
      guard let plain = Self.plainTime(text) else { return }
      read += 1
      let written = try WrittenTime(text)
      #expect(written.date == .day(plain.day), comment)
      #expect(written.time == plain.time, comment)
      #expect(written.offset == plain.offset, comment)
    }
    #expect(read > 500)
  }

  @Test(arguments: [
    ("45000", "USD", 4_500_000), ("0", "USD", 0), ("0045.5", "USD", 4_550), ("45.05", "KWD", 45_050),
    ("12.00", "JPY", 12), ("12.50", "CLF", 125_000), ("999999999999.99", "USD", 99_999_999_999_999),
  ])
  func `reads these amounts at once`(text: String, code: String, minorUnits: Int) throws {
    let currency = try Currency(code)
    #expect(Self.plainMoney(text, currency) == Money(minorUnits: minorUnits, currency))
  }

  @Test func `reads no amount in another way than it is read in full`() throws {
    let pieces = ["0", "1", "45", "000", "9", ".", ".", ",", "5", "50", "-", "k", "$", " ", "1234567"]
    var read = 0
    try forRandomCases(4_000) { random, comment in
      let text = (0..<random.int(0...5)).map { _ in random.pick(pieces) }.joined()
      let currency = try Currency(random.pick(["USD", "JPY", "KWD", "CLF", "EUR"]))
      guard let plain = Self.plainMoney(text, currency) else { return }
      read += 1
      let mark = random.pick([nil, DecimalMark.point, .comma])
      let isNamed = random.int(0...1) == 0
      let other = try Currency("CAD")
      let full = try WrittenAmount(text).money(
        of: isNamed ? currency : nil, else: isNamed ? other : currency, mark: mark)
      #expect(full == plain, comment)
    }
    #expect(read > 500)
  }
}
