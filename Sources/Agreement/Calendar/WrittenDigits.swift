/// Writes the digits of days and moments as bytes: a file of a million leads has several times a row.
struct DigitWriter {
  private let start: UnsafeMutablePointer<UInt8>
  private var next: UnsafeMutablePointer<UInt8>

  init(at start: UnsafeMutablePointer<UInt8>) {
    self.start = start
    self.next = start
  }

  /// How many bytes were written.
  var count: Int { next - start }

  mutating func write(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  /// Writes a year in four digits or more.
  mutating func write(year: Int) {
    if year < 0 { write(UInt8(ascii: "-")) }
    let size = year.magnitude
    guard size > 9_999 else {
      write(pair: Int(size) / 100)
      return write(pair: Int(size) % 100)
    }
    for digit in String(size).utf8 { write(digit) }
  }

  /// Writes a number of 0 to 99 in two digits.
  mutating func write(pair number: Int) {
    next[0] = UInt8(truncatingIfNeeded: 0x30 + number / 10)
    next[1] = UInt8(truncatingIfNeeded: 0x30 + number % 10)
    next += 2
  }

  /// Writes a point and millionths without the zeros at their end; nothing where there are none.
  mutating func write(decimals millionths: Int) {
    guard millionths > 0 else { return }
    write(UInt8(ascii: "."))
    write(pair: millionths / 10_000)
    write(pair: millionths / 100 % 100)
    write(pair: millionths % 100)
    while next[-1] == 0x30 { next -= 1 }
  }
}

extension Occurrence {
  /// The most bytes that `write(to:)` takes: of a year with all digits of a whole number.
  public static let mostBytes = 48

  /// Writes what `description` says, in ASCII.
  ///
  /// - Parameter bytes: has room for `mostBytes`.
  /// - Returns: how many bytes it takes.
  public func write(to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    var writer = DigitWriter(at: bytes)
    switch self {
    case .day(let day): day.write(to: &writer)
    case .moment(let moment): moment.write(to: &writer)
    }
    return writer.count
  }

  /// What `write` writes as a text.
  static func text(_ write: (inout DigitWriter) -> Void) -> String {
    String(unsafeUninitializedCapacity: mostBytes) { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      var writer = DigitWriter(at: start)
      write(&writer)
      return writer.count
    }
  }
}
