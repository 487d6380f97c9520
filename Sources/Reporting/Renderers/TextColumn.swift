import Agreement

/// A column of a table as text: its heading and cells, before they are laid side by side.
///
/// A column of numbers stands flush right and is never wrapped; the parts of its cells, such as those of
/// `3,210 [82 % of 3,900]`, stand below one another. A column of words stands flush left and may be wrapped.
struct TextColumn {
  /// A cell's text and what it is.
  struct Entry {
    let text: String
    let role: TextStyle.Role?
  }

  let heading: String
  let entries: [Entry]
  let isFlushRight: Bool
  /// The columns of the terminal that heading and cells take unwrapped.
  let natural: Int
  /// The columns below which a number would be cut or words would be in shreds.
  let narrowest: Int

  init(_ table: Table, at index: Int, in language: Language) {
    let cells = table.rows.map { $0.cells[index] }
    heading = PrintableText.line(table.columns[index].label)
    isFlushRight = table.isFlushRight(at: index)
    let parts = cells.map { $0.parts(in: language) }
    let texts = isFlushRight ? Self.aligned(parts) : parts.map(\.joined)
    entries = zip(texts, cells).map { Entry(text: $0, role: $1.role) }
    let widest = texts.map { DisplayWidth.of($0) }.max() ?? 0
    natural = max(widest, DisplayWidth.of(heading))
    if isFlushRight {
      narrowest = max(widest, min(heading.widestHeadingWord, Self.legible))
    } else {
      let word = max(heading.widestWord, texts.map(\.widestWord).max() ?? 0)
      narrowest = min(natural, max(Self.readable, min(word, Self.legible)))
    }
  }

  /// What the column takes of `width` once its heading and words are wrapped there.
  func used(within width: Int) -> Int {
    let texts = entries.map(\.text)
    let lines = heading.wrapped(at: width) + (isFlushRight ? texts : texts.flatMap { $0.wrapped(at: width) })
    return lines.map { DisplayWidth.of($0) }.max() ?? 0
  }

  /// A width at which words can still be read.
  private static let readable = 12
  /// How long a word may be before it is divided for the sake of the rest.
  private static let legible = 24

  /// The cells in one width each: what leads flush right, the rest below its like.
  private static func aligned(_ parts: [Cell.Parts]) -> [String] {
    func width(_ part: (Cell.Parts) -> String) -> Int { parts.map { DisplayWidth.of(part($0)) }.max() ?? 0 }
    let (ratio, due) = (width(\.ratio), width(\.due))
    let rows = parts.map { parts in
      Cell.Parts(
        lead: parts.lead,
        ratio: parts.isAttained ? parts.ratio.flushRight(in: ratio) : "",
        due: parts.isAttained ? parts.due.flushRight(in: due) : "",
        note: parts.note,
        language: parts.language
      )
    }
    let lead = width(\.lead)
    let rest = rows.map { DisplayWidth.of($0.rest) }.max() ?? 0
    return rows.map { $0.lead.flushRight(in: lead) + $0.rest.padded(to: rest) }
  }
}

extension String {
  /// How wide the widest part of a heading is that a line break should not divide; of wide characters, between
  /// which any line may break, up to four.
  fileprivate var widestHeadingWord: Int {
    let wide = filter { DisplayWidth.of($0) == 2 }
    return max(widestWord, min(DisplayWidth.of(wide), 8))
  }
}

extension Table {
  /// Whether the column holds numbers.
  func isFlushRight(at index: Int) -> Bool {
    columns[index].isNumeric || rows.contains { $0.cells[index].isAttained }
  }
}

extension Cell {
  /// What a cell says to people, in the parts that stand below one another.
  struct Parts {
    var lead = ""
    var ratio = ""
    var due = ""
    var note = ""
    var language = Language.english

    var isAttained: Bool { !due.isEmpty }
    var rest: String {
      if isAttained { return language(.attainedOf, ["ratio": ratio, "due": due]) }
      return note.isEmpty ? "" : language(.noted, ["note": note])
    }
    var joined: String { lead + rest }

    /// The parts with what is said in them rewritten, but not the signs around them.
    func map(_ rewrite: (String) -> String) -> Parts {
      Parts(
        lead: rewrite(lead), ratio: rewrite(ratio), due: rewrite(due), note: rewrite(note), language: language
      )
    }
  }

  func parts(in language: Language) -> Parts {
    switch self {
    case .blank: Parts()
    case .text(let text), .judged(let text, _): Parts(lead: PrintableText.line(text))
    case .figure(let figure): Parts(lead: QuantityFormat.people(figure.quantity, in: language))
    case .noted(let figure, let note):
      Parts(
        lead: QuantityFormat.people(figure.quantity, in: language), note: PrintableText.line(note),
        language: language)
    case .range(let low, let high): Parts(lead: Self.range(from: low?.quantity, to: high?.quantity))
    case .drawn(let signs, _): Parts(lead: PrintableText.line(signs))
    case .attained(let delivered, let ratio, let due):
      Parts(
        lead: QuantityFormat.beside(delivered.quantity),
        ratio: QuantityFormat.beside(ratio.quantity),
        due: QuantityFormat.beside(due.quantity),
        language: language
      )
    }
  }

  private static func range(from low: Quantity?, to high: Quantity?) -> String {
    switch (low.map { QuantityFormat.people($0) }, high.map { QuantityFormat.people($0) }) {
    case (let low?, let high?): "\(low)–\(high)"
    case (let low?, nil): "≥ \(low)"
    case (nil, let high?): "≤ \(high)"
    case (nil, nil): "—"
    }
  }

  var isAttained: Bool {
    if case .attained = self { true } else { false }
  }

  fileprivate var role: TextStyle.Role? {
    guard case .figure(let figure) = self, case .band(let band) = figure.quantity else { return nil }
    return switch band {
    case .under: .under
    case .over: .over
    case .onTarget, nil: nil
    }
  }
}
