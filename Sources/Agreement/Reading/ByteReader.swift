/// Reads bytes from left to right.
///
/// What reads a sign or two is inlined: a report reads times by the hundred thousand.
struct ByteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// Passes a character, and says whether it stands there.
  @inline(__always)
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The next digit; nil where none stands there.
  @inline(__always)
  mutating func digit() -> Int? {
    guard position < bytes.count, bytes[position].isDigit else { return nil }
    position += 1
    return Int(bytes[position - 1] &- 0x30)
  }

  /// A number of two digits; nil where anything else stands there.
  @inline(__always)
  mutating func pair() -> Int? {
    guard bytes.count - position >= 2 else { return nil }
    let (tens, ones) = (bytes[position] &- 0x30, bytes[position + 1] &- 0x30)
    guard tens < 10, ones < 10 else { return nil }
    position += 2
    return Int(tens &* 10 &+ ones)
  }

  /// A number of four digits.
  mutating func year() -> Int? {
    guard let century = pair(), let year = pair() else { return nil }
    return century * 100 + year
  }

  /// A number of at most so many digits; nil where none stands there, or more do.
  mutating func number(ofUpTo digits: Int) -> Int? {
    guard var number = digit() else { return nil }
    var count = 1
    while let next = digit() {
      guard count < digits else { return nil }
      number = number * 10 + next
      count += 1
    }
    return number
  }

  /// Two numbers of two digits with a colon between them, such as hours and minutes.
  @inline(__always)
  mutating func time() -> (hours: Int, minutes: Int)? {
    guard let hours = pair(), take(":"), let minutes = pair(), minutes < 60 else { return nil }
    return (hours, minutes)
  }

  /// Decimals in millionths, 0 where there are none; nil where they are not one to six digits.
  mutating func fraction() -> Int? {
    guard take(".") else { return 0 }
    guard var number = digit() else { return nil }
    var unit = 100_000
    number *= unit
    while let digit = digit() {
      guard unit > 1 else { return nil }
      unit /= 10
      number += digit * unit
    }
    return number
  }
}
