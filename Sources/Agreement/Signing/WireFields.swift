/// The fields of a key or a signature as SSH sends them: each a length in four bytes and so many bytes.
struct WireFields {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Whether nothing is left.
  var isAtEnd: Bool { rest.isEmpty }

  /// The next field; nil where there is no whole one.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let length = number(), length <= rest.count else { return nil }
    defer { rest = rest.dropFirst(length) }
    return rest.prefix(length)
  }

  /// The next field as text; nil where it is none.
  mutating func text() -> String? { next().flatMap { String(validating: $0, as: UTF8.self) } }

  /// The next number of four bytes; nil where there is no whole one.
  mutating func number() -> Int? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// Drops `text`; false where the bytes begin otherwise.
  mutating func drop(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }
}
