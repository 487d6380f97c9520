public import Agreement

/// What stands between the fields of a record.
public enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  /// `,`: what RFC 4180 says.
  case comma = 0x2C
  /// `;`: what spreadsheets write where the comma is the decimal sign.
  case semicolon = 0x3B
  /// A tab, as in `.tsv` files.
  case tab = 0x09

  /// Reads `comma`, `semicolon` or `tab`, or the character itself.
  ///
  /// - Throws: `Unreadable` for anything else.
  public init(_ text: String) throws(Unreadable) {
    switch text.lowercased() {
    case "comma", ",": self = .comma
    case "semicolon", ";": self = .semicolon
    case "tab", "\t", "\\t": self = .tab
    default: throw Unreadable(text, expected: "a delimiter: comma, semicolon or tab")
    }
  }

  /// The most frequent delimiter outside quotes in `line`; a comma where none is found.
  init(sniffedIn line: some Sequence<UInt8>) {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in line {
      if byte == ASCII.quote { isQuoted.toggle() }
      guard !isQuoted, let index = Self.allCases.firstIndex(where: { $0.rawValue == byte }) else { continue }
      counts[index] += 1
    }
    let most = counts.max() ?? 0
    self = zip(Self.allCases, counts).first { $0.1 == most }?.0 ?? .comma
  }
}

/// The bytes that mean something in CSV.
enum ASCII {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let null: UInt8 = 0
}
