public import Agreement

/// The beginning of a hash in the journal, as a person copies it from a report's last line.
public struct HashPrefix: Hashable, Sendable {
  /// 12 to 64 hexadecimal digits in lower case.
  public let hex: String

  /// Reads 12 to 64 hexadecimal digits.
  ///
  /// - Throws: `Unreadable` for anything else.
  public init(_ text: String) throws(Unreadable) {
    let hex = text.lowercased()
    let isHexadecimal = hex.utf8.allSatisfy { digit in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit)
    }
    guard (12...64).contains(hex.utf8.count), isHexadecimal else {
      throw Unreadable(text, expected: "a hash, or at least the first 12 of its 64 hexadecimal digits")
    }
    self.hex = hex
  }

  /// Whether `hash` begins so.
  public func matches(_ hash: Digest) -> Bool { hash.hex.hasPrefix(hex) }
}

extension HashPrefix: CustomStringConvertible {
  /// The digits.
  public var description: String { hex }
}
