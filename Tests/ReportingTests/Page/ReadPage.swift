import Foundation

/// A page as a browser takes it apart: its tags in order, and the words between them.
struct ReadPage {
  /// A tag or words.
  enum Piece {
    case open(String, [String: String])
    case close(String)
    case words(String)
  }

  /// A cell of a table, with the addresses that it leads to.
  struct Cell {
    var words = ""
    var links: [(words: String, target: String)] = []
  }

  let pieces: [Piece]

  init(_ html: String) {
    // By scalars, as browsers do: a sign with an accent on it is the sign to them.
    var pieces: [Piece] = []
    var rest = html.unicodeScalars[...]
    while let start = rest.firstIndex(of: "<") {
      if start > rest.startIndex { pieces.append(.words(Self.unescaped(Substring(rest[..<start])))) }
      let after = rest.index(after: start)
      guard let end = rest[after...].firstIndex(of: ">") else { break }
      pieces.append(Self.tag(Substring(rest[after..<end])))
      rest = rest[rest.index(after: end)...]
      if case .open("style", _) = pieces[pieces.count - 1] {
        while !rest.starts(with: "</style>".unicodeScalars), !rest.isEmpty { rest.removeFirst() }
      }
    }
    self.pieces = pieces
  }

  /// The cells of all tables but those of the appendix, row by row, headings left out.
  var rows: [[Cell]] {
    var rows: [[Cell]] = []
    var target: String?
    var isTold = false
    for piece in pieces {
      switch piece {
      case .open("section", let attributes): isTold = attributes["id"] != "appendix"
      case .open("tr", _) where isTold: rows.append([])
      case .open("td", _), .open("th", _):
        if isTold { rows[rows.count - 1].append(Cell()) }
      case .open("a", let attributes): target = attributes["href"]
      case .close("a"): target = nil
      case .words(let words):
        guard isTold, let row = rows.indices.last, let cell = rows[row].indices.last else { continue }
        rows[row][cell].words += words
        if let target { rows[row][cell].links.append((words, target)) }
      default: break
      }
    }
    return rows.filter { $0.contains { !$0.links.isEmpty } }
  }

  /// The rows of the appendix by their anchors.
  var derivations: [String: String] {
    var derivations: [String: String] = [:]
    var anchor: String?
    for piece in pieces {
      switch piece {
      case .open("tr", let attributes): anchor = attributes["id"]
      case .close("table"): anchor = nil
      case .words(let words): if let anchor { derivations["#\(anchor)", default: ""] += words }
      default: break
      }
    }
    return derivations
  }

  /// The values of an attribute wherever a tag has it.
  func values(of attribute: String) -> [String] {
    pieces.compactMap { if case .open(_, let attributes) = $0 { attributes[attribute] } else { nil } }
  }

  /// How often each tag is opened.
  func tags(_ name: String) -> [[String: String]] {
    pieces.compactMap { if case .open(name, let attributes) = $0 { attributes } else { nil } }
  }

  private static func tag(_ text: Substring) -> Piece {
    if text.hasPrefix("/") { return .close(String(text.dropFirst())) }
    let name = String(text.prefix { $0 != " " && $0 != "/" })
    var attributes: [String: String] = [:]
    for match in text.dropFirst(name.count).matches(of: #/([a-zA-Z-]+)=(?:"([^"]*)"|([^\s"]+?(?=\s|\/?$)))/#)
    {
      attributes[String(match.1)] = unescaped(match.2 ?? match.3 ?? "")
    }
    return .open(name, attributes)
  }

  private static func unescaped(_ text: Substring) -> String {
    var text = String(text)
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: sign, options: .literal)
    }
    return text
  }
}
