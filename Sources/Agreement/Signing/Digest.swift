/// The SHA-256 of a version's canonical text, which every signature and every report carries.
public struct Digest: Hashable, Sendable {
  /// 64 hexadecimal digits in lower case.
  public let hex: String

  /// Reads 64 hexadecimal digits.
  ///
  /// - Throws: `Unreadable` for anything else.
  public init(hex: String) throws(Unreadable) {
    let hex = hex.lowercased()
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ $0.isDigit || (97...102).contains($0) }) else {
      throw Unreadable(hex, expected: "a digest of 64 hexadecimal digits")
    }
    self.hex = hex
  }

  /// The digest of these 32 bytes.
  public init(bytes: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef")
    self.hex = String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    precondition(hex.utf8.count == 64, "a SHA-256 has 32 bytes")
  }

  /// The first 12 digits, enough to tell digests apart by eye.
  public var short: String { String(hex.prefix(12)) }
}

extension Digest: CustomStringConvertible {
  /// All 64 digits.
  public var description: String { hex }
}
