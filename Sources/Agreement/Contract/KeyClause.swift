/// What a contract says of the key that a person signs with.
public enum KeyClause: Hashable, Sendable {
  /// Any key of the person's.
  case required
  /// This key and no other.
  case pinned(PublicKey)

  /// Reads `required`, or a public key.
  ///
  /// - Throws: `Unreadable` for anything else.
  public init(_ text: String) throws(Unreadable) {
    if text == Self.word {
      self = .required
      return
    }
    do { self = .pinned(try PublicKey(text)) } catch {
      throw Unreadable(error.found, expected: "'\(Self.word)' or \(error.expected)")
    }
  }

  /// As a contract writes it.
  public var text: String {
    switch self {
    case .required: Self.word
    case .pinned(let key): key.text
    }
  }

  /// In a few words: `a key`, `the key ssh-ed25519 …Wd4kz9X2`.
  public var words: String {
    switch self {
    case .required: "a key"
    case .pinned(let key): "the key \(key.short)"
    }
  }

  private static let word = "required"
}
