/// The file that tells `ssh-keygen -Y verify` whose key is whose: a line for each person.
public struct AllowedSigners: Hashable, Sendable {
  /// Its text; empty for nobody.
  public let text: String

  /// The file for these people and the keys they sign with.
  public init(_ signers: [(email: Email, key: PublicKey)]) {
    text = signers.map {
      "\(Self.pattern(of: $0.email)) namespaces=\"\(ArmouredSignature.namespace)\" \($0.key.text)\n"
    }
    .joined()
  }

  /// An address as a pattern that it fits: signs that mean something in the file stand as `?`, any one sign.
  private static func pattern(of email: Email) -> String {
    String(
      decoding: email.text.utf8.map { "*?!,\"\\#".utf8.contains($0) ? UInt8(ascii: "?") : $0 },
      as: UTF8.self
    )
  }
}
