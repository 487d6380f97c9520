import Agreement

/// The values of a few rows, written into memory once: SQLite is lent them there, and the journal copies them from there.
///
/// Rows are put into it again and again, so that a million need the memory of those.
struct RowValues: ~Copyable {
  enum Value {
    case null
    case integer(Int)
    /// A text, by its place among the bytes.
    case text(Range<Int>)
    /// A text of letters, digits and signs that JSON writes as they are.
    case plain(Range<Int>)
  }

  private var buffer = ByteBuffer(capacity: 1_024)
  private var values: [Value] = []

  /// How many values there are.
  var count: Int { values.count }

  subscript(index: Int) -> Value { values[index] }

  /// Lends the bytes of a text until the next value is put in.
  func bytes(_ place: Range<Int>) -> UnsafeBufferPointer<UInt8> { buffer[place] }

  /// Where the values stand.
  struct Mark {
    fileprivate let values: Int
    fileprivate let bytes: Int

    static let start = Mark(values: 0, bytes: 0)
  }

  /// Where the next value will stand.
  var mark: Mark { Mark(values: values.count, bytes: buffer.count) }

  /// Takes out what was put in since.
  mutating func removeAll(after mark: Mark) {
    buffer.removeAll(after: mark.bytes)
    values.removeLast(values.count - mark.values)
  }

  /// Whether a value is that text.
  func holds(_ text: String, at index: Int) -> Bool {
    guard case .text(let place) = values[index], place.count == text.utf8.count else { return false }
    return bytes(place).elementsEqual(text.utf8)
  }

  mutating func append(_ number: Int) { values.append(.integer(number)) }

  mutating func append(_ number: Int?) { values.append(number.map { .integer($0) } ?? .null) }

  mutating func append(_ text: String?) {
    guard let text else { return values.append(.null) }
    let start = buffer.count
    buffer.append(text)
    values.append(.text(start..<buffer.count))
  }

  /// Adds a text of letters, digits and signs that JSON writes as they are.
  mutating func append(plain text: String?) {
    guard let text else { return values.append(.null) }
    let start = buffer.count
    buffer.append(text)
    values.append(.plain(start..<buffer.count))
  }

  mutating func append(_ time: Occurrence?) {
    guard let time else { return values.append(.null) }
    let start = buffer.count
    buffer.append(atMost: Occurrence.mostBytes) { time.write(to: $0) }
    values.append(.plain(start..<buffer.count))
  }
}

extension ByteBuffer {
  /// Adds a value as JSON.
  mutating func append(json value: RowValues.Value, of values: borrowing RowValues) {
    switch value {
    case .null: append("null")
    case .integer(let number): append(number)
    case .text(let place): append(json: values.bytes(place))
    case .plain(let place):
      append(UInt8(ascii: "\""))
      append(values.bytes(place))
      append(UInt8(ascii: "\""))
    }
  }
}
