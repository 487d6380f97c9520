/// The short name of a contract, a stream, a lead type or a measure: `website-form`, `中小企業`.
///
/// Any script will do. Left out are blanks, what cannot be seen, and the signs that commands put around names
/// (`= : / . , ' "`), so that `TYPE=COUNT` and `2026-Q1/smb/outbound` always read one way.
/// Two names are equal when Unicode calls them canonically equivalent.
public struct Name: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The longest name, in characters.
  public static let longest = 64
  /// The most scalars that its characters may have together: of accents, one can have any number.
  private static let mostScalars = 1_024

  /// For each ASCII character, whether a name may hold it.
  private static let mayHold = (UInt8(0)..<0x80).map { !isForbidden(Unicode.Scalar($0)) }

  /// The name as it was written.
  public let text: String

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || "=:/.,'\"\\#[]{}`|<>*".unicodeScalars.contains(scalar) {
      return true
    }
    if scalar.properties.isVariationSelector || scalar == "\u{200D}" || scalar == "\u{200C}" {
      return false
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The name as it was written.
  public var description: String { text }

  /// Orders names as Unicode orders their normal forms.
  public static func < (a: Name, b: Name) -> Bool { a.text < b.text }
}

extension Name: PlainlyWritten {
  /// Reads a name.
  ///
  /// - Throws: `Unreadable` when it is empty, too long, or holds a sign that names may not hold.
  public init(_ text: String) throws(Unreadable) {
    var copy = text
    if let name = copy.withUTF8({ Name(plain: $0) }) {
      self = name
      return
    }
    guard
      text.unicodeScalars.count <= Self.mostScalars, (1...Self.longest).contains(text.count),
      let first = text.first, first != "-", first != "@",
      !text.unicodeScalars.contains(where: Self.isForbidden)
    else {
      throw Unreadable(
        text,
        expected:
          "a name of 1 to \(Self.longest) characters without blanks or = : / . , ' \" (such as website-form)"
      )
    }
    self.text = text
  }

  /// Reads a name in ASCII; nil where it is in another script or is none.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard
      (1...Self.longest).contains(bytes.count), bytes[0] != UInt8(ascii: "-"), bytes[0] != UInt8(ascii: "@"),
      bytes.allSatisfy({ $0 < 0x80 && Self.mayHold[Int($0)] }), let text = String(ascii: bytes)
    else { return nil }
    self.text = text
  }
}
