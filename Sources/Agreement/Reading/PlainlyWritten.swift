/// A value whose written form is ASCII, or nearly always is, so that it can be read without a text made of its bytes.
///
/// A database of ten years holds millions of days, moments and names.
public protocol PlainlyWritten {
  /// Reads the usual form; nil for anything else, which `init(_:)` may yet read, or says what is wrong with.
  init?(plain bytes: UnsafeBufferPointer<UInt8>)

  /// Reads the value's written form.
  ///
  /// - Throws: `Unreadable` for any other.
  init(_ text: String) throws(Unreadable)
}

extension String {
  /// The text of bytes that are all ASCII; nil where one is not.
  public init?(ascii bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.reduce(0, |) < 0x80 else { return nil }
    self.init(unsafeUninitializedCapacity: bytes.count) { $0.initialize(fromContentsOf: bytes) }
  }
}
