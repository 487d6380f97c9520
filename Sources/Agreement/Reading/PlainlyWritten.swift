/// A value whose written form is ASCII, or nearly always is, so that it can be read without a text made of its bytes.
///
/// A database of ten years holds millions of days, moments and names.
public protocol PlainlyWritten {
  /// Reads the form that `init(_:)` reads; nil for anything else, of which that says what is wrong.
  ///
  /// A value may leave forms other than ASCII to `init(_:)` too.
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
