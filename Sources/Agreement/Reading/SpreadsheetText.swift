/// Text as it may stand in a cell of a spreadsheet: nothing in it is run as a formula, and nothing in it is hidden.
///
/// An apostrophe is put before what a spreadsheet would run, at the beginning and wherever a program that takes another
/// sign for the delimiter would begin a cell; signs that would be obeyed or not be seen stand as their numbers. Each
/// text can be read back.
public enum SpreadsheetText {
  /// The text with an apostrophe before what would be run.
  ///
  /// What has one already before such a beginning gets another.
  public static func inert(_ text: String) -> String {
    if isPlain(text.utf8) { return text }
    let scalars = Array(text.unicodeScalars)
    var inert = String.UnicodeScalarView()
    for index in scalars.indices {
      if isRun(scalars, at: index) { inert.append("'") }
      inert.append(scalars[index])
    }
    return String(inert)
  }

  /// The text inert, and every sign in it to be seen: `\u{1B}` for the one that escape sequences begin with.
  public static func neutralised(_ text: String) -> String { inert(numbered(text)) }

  /// The text that was neutralised.
  public static func restored(_ text: String) -> String { unnumbered(active(text)) }

  // MARK: Apostrophes

  /// Whether the text is one cell for every program, and begins like none that is run.
  private static func isPlain(_ text: String.UTF8View) -> Bool {
    guard let first = text.first else { return true }
    switch first {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return !text.contains { ";\t\r\n".utf8.contains($0) }
    default: return false
    }
  }

  private static func active(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var active = String.UnicodeScalarView()
    for index in scalars.indices where scalars[index] != "'" || !isRun(scalars, at: index) {
      active.append(scalars[index])
    }
    return String(active)
  }

  /// Whether a cell may begin at `index`, and begins like a formula there: blanks, quotes and apostrophes aside.
  private static func isRun(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index == 0 || delimiters.contains(scalars[index - 1]) else { return false }
    let beginning = scalars[index...].first { scalar in
      scalar != "'" && scalar != "\""
        && (delimiters.contains(scalar) || !scalar.properties.isWhitespace && !scalar.isTreacherous)
    }
    return beginning.map { formula.contains($0) || index == 0 && breaks.contains($0) } ?? false
  }

  /// What a cell begins with that is run: as it is, of full width, as IMEs write it, and small.
  private static let formula = Array("=+-@＝＋－＠﹦﹢﹣﹫".unicodeScalars)
  private static let breaks = Array("\t\r\n".unicodeScalars)
  /// What ends a cell for programs that do not take the comma for it, in or out of quotes.
  private static let delimiters = Array(";\t\r\n".unicodeScalars)

  // MARK: Numbers

  private static func numbered(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) { return text }
    let scalars = Array(text.unicodeScalars)
    var numbered = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1] : nil
      // What looks like a number already must not be taken for one.
      let isMistakable = scalar == "\\" && scalars[(index + 1)...].starts(with: opening.dropFirst())
      let isHidden = scalar.isTreacherous(after: previous) && scalar != "\n"
      numbered.append(
        contentsOf: isMistakable || isHidden ? Array(scalar.byNumber.unicodeScalars) : [scalar])
    }
    return String(numbered)
  }

  private static func unnumbered(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var rest = Array(text.unicodeScalars)[...]
    var plain = String.UnicodeScalarView()
    while let scalar = rest.first {
      if rest.starts(with: opening), let end = rest.prefix(longest).firstIndex(of: "}"),
        let named = UInt32(String(String.UnicodeScalarView(rest[..<end].dropFirst(opening.count))), radix: 16)
          .flatMap(Unicode.Scalar.init)
      {
        plain.append(named)
        rest = rest[(end + 1)...]
      } else {
        plain.append(scalar)
        rest.removeFirst()
      }
    }
    return String(plain)
  }

  /// The longest number, `\\u{10FFFF}`.
  private static let longest = 10
  private static let opening = Array("\\u{".unicodeScalars)
}
