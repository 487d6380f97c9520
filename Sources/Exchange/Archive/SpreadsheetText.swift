/// Text as it may stand in a cell of a spreadsheet without being run as a formula.
///
/// An apostrophe is put before what a spreadsheet would run. What has one already before such a beginning gets
/// another, so that each text can be read back.
enum SpreadsheetText {
  static func neutralised(_ text: String) -> String { isRun(text) ? "'" + text : text }

  static func restored(_ text: String) -> String {
    text.unicodeScalars.first == "'" && isRun(text) ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Whether it begins like a formula, blanks and apostrophes left aside.
  private static func isRun(_ text: String) -> Bool {
    let beginning = text.unicodeScalars.first { $0 != " " && $0 != "'" }
    return beginning.map(formula.contains) ?? false
  }

  private static let formula = Array("=+-@＝＋－＠\t\r\n".unicodeScalars)
}
