import Reporting

/// A command's help, whose prose is wrapped and whose examples stay whole.
///
/// A paragraph of examples begins with a call of the program; lines that begin with blanks, such as those of a table,
/// stay as they are too.
struct HelpText {
  private let lines: [String]

  /// Takes the parser's text, laid out without line breaks of the parser's own.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// The lines, of at most `width` columns where that divides no example.
  func lines(within width: Int) -> [String] {
    let width = max(width, TextRenderer.narrowest)
    let usage = lines.firstIndex { $0.hasPrefix("USAGE: ") } ?? lines.endIndex
    let overview = lines[..<usage].split(separator: "", omittingEmptySubsequences: false)
      .flatMap { paragraph(Array($0), within: width) + [""] }
    return overview.dropLast() + lines[usage...].flatMap { entry($0, within: width) }
  }

  /// The column at which the parser lets the texts of arguments begin.
  private static let labelWidth = 26

  private func paragraph(_ lines: [String], within width: Int) -> [String] {
    if lines.first?.hasPrefix("leadpact ") == true { return lines.map { "  " + $0 } }
    var (laid, prose): ([String], [String]) = ([], [])
    for line in lines {
      guard line.hasPrefix(" ") else {
        prose.append(line)
        continue
      }
      laid += wrapped(prose, within: width) + entry(line, within: width)
      prose = []
    }
    return laid + wrapped(prose, within: width)
  }

  private func wrapped(_ prose: [String], within width: Int) -> [String] {
    prose.isEmpty ? [] : prose.joined(separator: " ").wrapped(at: width, after: "")
  }

  /// A line of a list: what follows its label stays beside it.
  private func entry(_ line: String, within width: Int) -> [String] {
    guard !line.isEmpty, line.count > width, !line.hasPrefix("  leadpact ") else { return [line] }
    let lead =
      line.hasPrefix("USAGE: ")
      ? "USAGE: " : line.hasPrefix(" ") ? String(line.prefix(Self.labelEnd(of: line))) : ""
    return String(line.dropFirst(lead.count)).wrapped(at: width, after: lead)
  }

  /// Where the text begins that follows a label: behind the first gap of two blanks.
  private static func labelEnd(of line: String) -> Int {
    let characters = Array(line)
    guard let start = characters.firstIndex(where: { $0 != " " }) else { return 0 }
    if start >= labelWidth { return start }
    var index = start
    while index + 1 < characters.count, !(characters[index] == " " && characters[index + 1] == " ") {
      index += 1
    }
    guard index + 1 < characters.count else { return start }
    while index < characters.count, characters[index] == " " { index += 1 }
    return index
  }
}
