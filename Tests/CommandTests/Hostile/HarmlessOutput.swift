import Foundation
import Testing

/// What is wrong with an output that holds hostile texts; nothing where it is harmless.
///
/// It is looked at as its reader would, not by the rules that wrote it.
struct HarmlessOutput {
  let text: String

  init(_ text: String) { self.text = text }

  /// Signs that a terminal obeys, or that turn text round or hide in it; and lines that a text has added.
  var complaints: [String] { signs + forgeries }

  private var signs: [String] {
    Set(text.unicodeScalars.filter { $0 != "\n" && Self.isTreacherous($0) })
      .map { "U+\(String($0.value, radix: 16, uppercase: true))" }.sorted()
  }

  private var forgeries: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("FORGED") }.map { "line: \($0)" }
  }

  private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: !["\u{200C}", "\u{200D}"].contains(scalar)
    default: false
    }
  }

  /// Likewise, and what a reader of that format would do.
  func complaints(as format: String) -> [String] {
    switch format {
    // Long lines are broken, and a page's lines are nobody's.
    case "text": signs
    case "html": signs + tags
    case "markdown": complaints + marks
    case "json": complaints + (isJSON ? [] : ["no JSON"])
    case "csv": signs + formulas
    default: complaints
    }
  }

  /// The text without accents: browsers and Markdown read a sign that has one as what it is.
  private var bare: String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }))
  }

  private var isJSON: Bool {
    do { _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) } catch {
      return false
    }
    return true
  }

  // MARK: HTML

  /// Tags and attributes that no page of ours has.
  private var tags: [String] {
    var page = bare[...]
    var strange: Set<String> = []
    while let start = page.firstIndex(of: "<"), let end = page[start...].firstIndex(of: ">") {
      let tag = page[start...end].dropFirst().dropLast()
      page = page[page.index(after: end)...]
      let words = tag.replacing(#/"[^"]*"/#, with: "").split(whereSeparator: { " /\n".contains($0) }).map {
        $0.prefix { $0 != "=" }
      }
      for word in words where !Self.known.contains(String(word)) { strange.insert("<\(tag.prefix(60))>") }
    }
    return strange.sorted()
  }

  private static let known = Set(
    """
    !DOCTYPE a article aria-hidden aria-label b body caption charset circle cite class code colspan content d dd del desc
    div dl dt fact figcaption figure fill footer g h1 h2 h3 head header href html http-equiv id ins lang li line main meta
    meter name nav note ol p path polyline preserveAspectRatio pre r rect role rowspan scope section span style sub svg
    table tabindex tbody td text tfoot th thead title tr ul viewBox width height x y x1 x2 y1 y2 cx cy points transform
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  // MARK: Markdown

  /// Markup outside fences beyond what the renderer writes, and rows of tables with more or fewer cells than their head.
  private var marks: [String] {
    var found: [String] = []
    var fence: String?
    var cells: Int?
    for line in bare.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open { fence = nil }
        continue
      }
      if line.hasPrefix("```") {
        fence = String(line.prefix { $0 == "`" })
        continue
      }
      let plain = String(line).replacing(#/\\[!-\/:-@\[-`{-~]/#, with: "")
        .replacing(#/<sub>|<\/sub>|\[[^\[\]()]* (of|的) [^\[\]()]*\](?!\()/#, with: "")
      if plain.utf8.contains(where: { "<`[]".utf8.contains($0) }) || plain.contains("://")
        || plain.lowercased().contains("www.")
      {
        found.append("markup: \(line.prefix(120))")
      }
      let bars = plain.utf8.count { $0 == UInt8(ascii: "|") }
      if plain.hasPrefix("|") {
        if let cells, bars != cells { found.append("\(bars) bars for \(cells): \(line.prefix(120))") }
        cells = cells ?? bars
      } else {
        if bars > 0 { found.append("a bar: \(line.prefix(120))") }
        cells = nil
      }
    }
    return found
  }

  // MARK: CSV

  /// Rows of another width than the heading, and cells that a spreadsheet would run.
  private var formulas: [String] {
    let rows = Self.rows(text)
    let width = rows.first?.count ?? 0
    return rows.filter { $0.count != width }.map { "\($0.count) fields for \(width): \($0)" }
      + rows.joined().filter(Self.isRun).map { "run: \($0)" }
  }

  /// The fields of each row, by RFC 4180.
  static func rows(_ text: String) -> [[String]] {
    var (rows, row): ([[String]], [String]) = ([], [])
    var field = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    var isQuoted = false
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where !isQuoted && field.isEmpty: isQuoted = true
      case "\"" where isQuoted && rest.first == "\"": field.append(rest.removeFirst())
      case "\"" where isQuoted: isQuoted = false
      case "," where !isQuoted, "\n" where !isQuoted:
        row.append(String(field))
        field = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      default: field.append(scalar)
      }
    }
    return row.isEmpty && field.isEmpty ? rows : rows + [row + [String(field)]]
  }

  private static func isRun(_ cell: String) -> Bool {
    if cell.wholeMatch(of: #/[-+]?[0-9.]+/#) != nil { return false }
    // Where a program takes the semicolon for the delimiter, each part is a cell.
    return cell.unicodeScalars.split(separator: ";").contains { part in
      let first = part.first { $0 != " " && $0 != "\"" }
      return first.map { "=+-@\t\r＝＋－＠﹢﹣﹦﹫".unicodeScalars.contains($0) } ?? false
    }
  }
}
