/// The name of a time zone in the IANA database: `America/Sao_Paulo`, `UTC`.
///
/// Whether there is such a zone, and how far it is from UTC at some time, is for those to tell who have the database.
public struct TimeZoneName: Hashable, Sendable, CustomStringConvertible {
  /// The name.
  public let text: String

  /// Reads a name.
  ///
  /// - Throws: `Unreadable` where no zone can have that name.
  public init(_ text: String) throws(Unreadable) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      part.first?.isLetter == true && part.utf8.allSatisfy(Self.isAllowed)
    }
    guard parts.count <= 3, text.utf8.count <= 64, isPlain else {
      throw Unreadable(text, expected: "a time zone of the IANA database such as America/New_York or UTC")
    }
    self.text = text
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
    default: byte.isDigit
    }
  }

  /// The name.
  public var description: String { text }
}
