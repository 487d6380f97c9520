/// A person's public key, in the form of OpenSSH: `ssh-ed25519 AAAAC3…`, the line of a `.pub` file without its comment.
public struct PublicKey: Hashable, Sendable {
  /// The kinds of keys that signatures can be made with.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Ed25519.
    case ed25519 = "ssh-ed25519"
    /// ECDSA on the curve P-256.
    case ecdsa256 = "ecdsa-sha2-nistp256"
    /// ECDSA on the curve P-384.
    case ecdsa384 = "ecdsa-sha2-nistp384"
    /// ECDSA on the curve P-521.
    case ecdsa521 = "ecdsa-sha2-nistp521"
    /// RSA.
    case rsa = "ssh-rsa"
    /// Ed25519 on a security key.
    case securityKeyEd25519 = "sk-ssh-ed25519@openssh.com"
    /// ECDSA on a security key.
    case securityKeyECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"

    /// How many fields follow the name of the kind.
    fileprivate var fields: Int {
      switch self {
      case .ed25519: 1
      case .ecdsa256, .ecdsa384, .ecdsa521, .rsa, .securityKeyEd25519: 2
      case .securityKeyECDSA: 3
      }
    }
  }

  /// What kind of key it is.
  public let kind: Kind
  /// The key as it is sent and hashed.
  public let bytes: [UInt8]

  /// Reads the line of a `.pub` file; a comment behind the key is left out.
  ///
  /// - Throws: `Unreadable` for anything else, a private key among others.
  public init(_ text: String) throws(Unreadable) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard
      text.utf8.count <= Self.longest, words.count >= 2, !text.trimmingBlanks.contains(where: \.isNewline),
      let bytes = Base64.bytes(words[1]), let key = PublicKey(bytes: bytes), key.kind.rawValue == words[0]
    else {
      // What may be a private key is not repeated.
      let found = text.contains("PRIVATE KEY") ? "-----BEGIN … PRIVATE KEY-----" : text
      throw Unreadable(found, expected: Self.expected)
    }
    self = key
  }

  /// The key in these bytes; nil where they are none of a known kind.
  public init?(bytes: [UInt8]) {
    var fields = WireFields(bytes[...])
    guard let name = fields.text(), let kind = Kind(rawValue: name) else { return nil }
    for _ in 0..<kind.fields where fields.next()?.isEmpty != false { return nil }
    guard fields.isAtEnd else { return nil }
    self.kind = kind
    self.bytes = bytes
  }

  /// As it is written in contracts and in lists of signers: `ssh-ed25519 AAAAC3…`.
  public var text: String { "\(kind.rawValue) \(Base64.text(bytes))" }

  /// Its kind and its last letters, enough to tell keys apart by eye: `ssh-ed25519 …Wd4kz9X2`.
  public var short: String { "\(kind.rawValue) …\(Base64.text(bytes).filter { $0 != "=" }.suffix(12))" }

  private static let longest = 8_192

  private static let expected =
    "a public key such as 'ssh-ed25519 AAAAC3…', the line of a .pub file (ed25519, ecdsa or rsa)"
}

extension PublicKey: CustomStringConvertible {
  /// As it is written in contracts.
  public var description: String { text }
}

/// The SHA-256 of a public key, by which people compare keys: `SHA256:` and 43 letters.
public struct KeyFingerprint: Hashable, Sendable {
  /// The fingerprint as OpenSSH shows it.
  public let text: String

  /// Reads a fingerprint.
  ///
  /// - Throws: `Unreadable` for anything else.
  public init(_ text: String) throws(Unreadable) {
    guard
      text.hasPrefix(Self.prefix),
      let bytes = Base64.bytes(text.dropFirst(Self.prefix.count) + "="), bytes.count == 32
    else { throw Unreadable(text, expected: "a fingerprint such as SHA256:… of 43 letters") }
    self.text = text
  }

  /// The fingerprint of a key whose SHA-256 is `digest`.
  ///
  /// - Precondition: these are 32 bytes.
  public init(digest: some Collection<UInt8>) {
    precondition(digest.count == 32, "a SHA-256 has 32 bytes")
    text = Self.prefix + Base64.text(digest).filter { $0 != "=" }
  }

  /// Its first 12 letters, enough to tell keys apart by eye.
  public var short: String { text.prefix(Self.prefix.count + 12) + "…" }

  private static let prefix = "SHA256:"
}

extension KeyFingerprint: CustomStringConvertible {
  /// The fingerprint as OpenSSH shows it.
  public var description: String { text }
}
