import CSQLite

/// Bytes that are written one after the other into one piece of memory, again and again.
///
/// What SQLite is lent of it stays where it is until more is written.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: for how many bytes there is room at first.
  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    self.start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// All that was written.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "What was not written cannot be read")
    return UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// Takes all of them out, and gives room back that few rows ever need.
  mutating func removeAll() {
    count = 0
    guard capacity > Self.mostKept else { return }
    start.deallocate()
    capacity = 64
    start = .allocate(capacity: capacity)
  }

  /// How much room is kept for what is written next.
  private static let mostKept = 1 << 20

  /// Takes out the first `length` bytes.
  mutating func removeFirst(_ length: Int) {
    precondition(length <= count, "There are only so many")
    start.update(from: start + length, count: count - length)
    count -= length
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).initialize(from: source, count: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds a whole number in decimal digits.
  mutating func append(_ number: Int) {
    reserve(20)
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var length = 1
    var limit: UInt = 10
    while rest >= limit {
      length += 1
      let (next, isPast) = limit.multipliedReportingOverflow(by: 10)
      if isPast { break }
      limit = next
    }
    var position = count + length
    count = position
    repeat {
      position -= 1
      start[position] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// Adds what `write` writes, which is no more than `most` bytes.
  ///
  /// - Parameter write: returns how many bytes it wrote.
  mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(most)
    count += write(start + count)
  }

  @inline(__always)
  private mutating func reserve(_ room: Int) {
    if count + room > capacity { grow(by: room) }
  }

  @inline(never)
  private mutating func grow(by room: Int) {
    let grown = max(capacity * 2, count + room)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    moved.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (moved, grown)
  }
}

extension ByteBuffer {
  /// Adds a text as a JSON string, byte for byte as SQLite's `json_object` writes it.
  mutating func append(json text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var written = 0
    for position in 0..<text.count where Self.isEscaped(text[position]) {
      append(UnsafeBufferPointer(rebasing: text[written..<position]))
      append(escaped: text[position])
      written = position + 1
    }
    append(UnsafeBufferPointer(rebasing: text[written...]))
    append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x00..<0x20:
      append("u00")
      append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      append(Array("0123456789abcdef".utf8)[Int(byte & 0x0F)])
    default: append(byte)
    }
  }
}
