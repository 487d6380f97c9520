/// A signature as `ssh-keygen -Y sign` writes it: lines of letters between `-----BEGIN SSH SIGNATURE-----` and its end.
///
/// It holds the public key that made it. Whether it is the one of a text, only cryptography can say; the format is
/// OpenSSH's [PROTOCOL.sshsig](https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig).
public struct ArmouredSignature: Hashable, Sendable {
  /// What signatures of contracts are made for, so that one made for another purpose cannot pass for one of them.
  public static let namespace = "leadpact"

  /// All of it, with a line feed at the end.
  public let text: String
  /// The public key that it says it was made with.
  public let key: PublicKey

  /// Reads a signature.
  ///
  /// - Throws: `Unreadable` where it is none, is made for another namespace, or with a key of another kind.
  public init(_ text: String) throws(Unreadable) {
    func refusal(_ expected: String) -> Unreadable { Unreadable(Self.begin, expected: expected) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    guard
      text.utf8.count <= Self.longest, lines.count >= 3, lines.first == Self.begin[...],
      lines.last == Self.end[...], let bytes = Base64.bytes(lines.dropFirst().dropLast().joined())
    else { throw Unreadable(String(text.prefix(40)), expected: "a signature that ssh-keygen -Y sign wrote") }
    var fields = WireFields(bytes[...])
    guard fields.drop("SSHSIG"), fields.number() == 1, let keyBytes = fields.next(),
      let namespace = fields.text()
    else { throw refusal("the beginning of a signature of the form that leadpact knows") }
    guard namespace == Self.namespace else {
      throw refusal("a signature made for '\(Self.namespace)', but for '\(namespace)'")
    }
    guard let key = PublicKey(bytes: Array(keyBytes)) else {
      var kind = WireFields(keyBytes)
      throw refusal("made with an ed25519, ecdsa or rsa key, but with \(kind.text() ?? "another one")")
    }
    // A reserved field, the hash, and the signature itself.
    guard fields.next()?.isEmpty == true, let hash = fields.text(), ["sha256", "sha512"].contains(hash),
      fields.next()?.isEmpty == false, fields.isAtEnd
    else { throw refusal("a whole signature") }
    self.text = lines.joined(separator: "\n") + "\n"
    self.key = key
  }

  private static let begin = "-----BEGIN SSH SIGNATURE-----"
  private static let end = "-----END SSH SIGNATURE-----"
  private static let longest = 16_384
}

/// A person's signature with a key: the signature, and the fingerprint of the key in it.
public struct KeySignature: Hashable, Sendable {
  /// The signature.
  public let armoured: ArmouredSignature
  /// The fingerprint of its key.
  public let fingerprint: KeyFingerprint

  /// A signature, and the fingerprint of the key in it.
  public init(_ armoured: ArmouredSignature, fingerprint: KeyFingerprint) {
    self.armoured = armoured
    self.fingerprint = fingerprint
  }

  /// The public key that made it.
  public var key: PublicKey { armoured.key }
}
