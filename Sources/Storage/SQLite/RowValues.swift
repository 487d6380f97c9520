import Agreement

/// The values of some rows, written into memory once: SQLite is lent them there, and the journal copies them from there.
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

  /// How many bytes their texts take.
  var size: Int { buffer.count }

  subscript(index: Int) -> Value { values[index] }

  /// Lends the bytes of a text until the next value is put in.
  func bytes(_ place: Range<Int>) -> UnsafeBufferPointer<UInt8> { buffer[place] }

  /// Lends the bytes of a value that is a text.
  func bytes(at index: Int) -> UnsafeBufferPointer<UInt8> {
    switch values[index] {
    case .text(let place), .plain(let place): bytes(place)
    case .null, .integer: preconditionFailure("A text is asked for")
    }
  }

  /// Whether two values are the same text.
  func areSameText(_ index: Int, _ other: Int) -> Bool {
    let (text, other) = (bytes(at: index), bytes(at: other))
    return text.elementsEqual(other)
  }

  /// The rest of a text that begins with `prefix`; nil where it does not.
  func text(at index: Int, after prefix: String) -> Value? {
    guard case .text(let place) = values[index], bytes(place).starts(with: prefix.utf8) else { return nil }
    return .text(place.lowerBound + prefix.utf8.count..<place.upperBound)
  }

  /// Takes out all of them.
  mutating func removeAll() {
    buffer.removeAll()
    values.removeAll(keepingCapacity: true)
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
