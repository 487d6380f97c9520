public import Agreement

/// A report laid out for reading: facts, sentences and tables of figures, in no format yet.
///
/// Every renderer takes a document and knows nothing else, so that no two formats can disagree.
public struct Document: Sendable {
  /// The kind of report, as commands name it: `quarter`, `plan`, `calculation`.
  public let kind: String
  /// The heading of the whole.
  public let title: String
  /// What must be seen before anything else, such as missing signatures.
  public let banners: [String]
  /// What the report is about, in pairs: contract, period, digest.
  public let facts: [Fact]
  /// The parts, in order.
  public let sections: [Section]
  /// How the report was made, below everything.
  public let footer: [String]
  /// Whether the figures are all there is to it, so that programs are given them and nothing around them.
  public let figuresStandAlone: Bool
  /// What a reader is to take away at first sight; nil where the sections say it at once.
  public let highlights: Highlights?
  /// The lines that are all of it as plain text, never wrapped; nil for a report.
  ///
  /// A document that has them is a list of things: as CSV it is its table, a row for each.
  public let listing: [String]?
  /// The language that it is written in.
  public let language: Language

  /// Creates a document.
  ///
  /// - Precondition: the keys of the facts are unique, and none is the name of another part in JSON.
  public init(
    kind: String,
    title: String,
    banners: [String] = [],
    facts: [Fact] = [],
    highlights: Highlights? = nil,
    sections: [Section],
    footer: [String] = [],
    figuresStandAlone: Bool = false,
    listing: [String]? = nil,
    language: Language = .english
  ) {
    let parts = ["report", "title", "banners", "sections", "figures", "footer"] + facts.map(\.key)
    precondition(Set(parts).count == parts.count, "a key of its own for each fact")
    self.kind = kind
    self.title = title
    self.banners = banners
    self.facts = facts
    self.highlights = highlights
    self.sections = sections
    self.footer = footer
    self.figuresStandAlone = figuresStandAlone
    self.listing = listing
    self.language = language
  }

  /// Every figure, in the order of its first appearance, each once.
  public var figures: [Figure] {
    var seen: [FigureKey: Quantity] = [:]
    let all = sections.flatMap(\.blocks).flatMap(\.figures) + (highlights?.figures ?? [])
    return all.filter { figure in
      let earlier = seen.updateValue(figure.quantity, forKey: figure.key)
      assert(earlier == nil || earlier == figure.quantity, "\(figure.key) names two figures")
      return earlier == nil
    }
  }
}

/// A pair of a label and what it says.
public struct Fact: Hashable, Sendable {
  /// The name for machines, in words joined by hyphens.
  public let key: String
  /// The name for people.
  public let label: String
  /// What it says.
  public let value: String

  /// Creates a fact.
  public init(_ key: String, _ label: String, _ value: String) {
    self.key = key
    self.label = label
    self.value = value
  }
}

/// A part of a document under a heading.
public struct Section: Sendable {
  /// The name for machines, in words joined by hyphens.
  public let key: String
  /// The heading.
  public let title: String
  /// What stands under it, in order.
  public let blocks: [Block]

  /// Creates a section.
  public init(_ key: String, _ title: String, _ blocks: [Block]) {
    self.key = key
    self.title = title
    self.blocks = blocks
  }
}

/// A piece of a section.
public enum Block: Sendable {
  /// Sentences that run on.
  case paragraph(String)
  /// Sentences of one rank, one an item.
  case list([String])
  /// A table.
  case table(Table)
  /// Text to be shown as it stands, such as a contract's.
  case verbatim(String)
  /// What one text says otherwise than another.
  case changes([Change])
  /// A picture of figures, all of which a table has, too: the chart's own, or one beside it.
  case chart(Chart)

  /// The table that the block is, or that a chart brings along.
  var table: Table? {
    switch self {
    case .table(let table): table
    case .chart(let chart): chart.table
    case .paragraph, .list, .verbatim, .changes: nil
    }
  }

  var figures: [Figure] {
    let tabled = table.map { $0.rows.flatMap(\.cells).flatMap(\.figures) } ?? []
    if case .chart(let chart) = self { return tabled + chart.figures }
    return tabled
  }
}

/// A clause that one text has otherwise than another.
public struct Change: Hashable, Sendable {
  /// What it is about.
  public let subject: String
  /// What the older text says; nil where it says nothing.
  public let old: String?
  /// What the newer text says; nil where it says nothing.
  public let new: String?

  /// Creates a change.
  public init(_ subject: String, from old: String?, to new: String?) {
    self.subject = subject
    self.old = old
    self.new = new
  }

  /// The change on one line.
  func line(in language: Language) -> String {
    switch (old, new) {
    case (let old?, let new?): language(.changedTo, ["subject": subject, "old": old, "new": new])
    case (nil, let new?): language(.changedNew, ["subject": subject, "new": new])
    case (let old?, nil): language(.changedGone, ["subject": subject, "old": old])
    case (nil, nil): subject
    }
  }
}

/// A table of figures and words.
public struct Table: Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// The name for machines, in words joined by hyphens, unique in the table.
    public let key: String
    /// The heading.
    public let label: String
    /// Whether it holds numbers, which stand flush right.
    public let isNumeric: Bool

    /// Creates a column.
    public init(_ key: String, _ label: String, isNumeric: Bool = false) {
      self.key = key
      self.label = label
      self.isNumeric = isNumeric
    }
  }

  /// A row.
  public struct Row: Sendable {
    /// One cell for each column.
    public let cells: [Cell]
    /// Whether the row sums up the others.
    public let isTotal: Bool

    /// Creates a row.
    public init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  /// What the table shows, in a clause.
  public let caption: String
  /// The columns.
  public let columns: [Column]
  /// The rows, each with a cell for each column.
  public let rows: [Row]
  /// How many of the first columns say what a row is about.
  public let headedBy: Int
  /// The tolerance by which its ratios are judged and set off; nil where they are no attainments.
  public let tolerance: Share?

  /// Creates a table.
  ///
  /// - Parameter headedBy: nil for the columns of words before the first numbers; in a table of words, its first.
  /// - Precondition: every row has a cell for each column.
  public init(
    _ caption: String, columns: [Column], rows: [Row], headedBy: Int? = nil, tolerance: Share? = nil
  ) {
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a cell for each column")
    self.headedBy = headedBy ?? columns.firstIndex(where: \.isNumeric) ?? 1
    self.tolerance = tolerance
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A cell of a table.
public enum Cell: Sendable {
  /// Nothing.
  case blank
  /// Words.
  case text(String)
  /// A number.
  case figure(Figure)
  /// What was delivered against what was owed: `3,210 [82 % of 3,900]`.
  case attained(delivered: Figure, ratio: Figure, due: Figure)
  /// A number and how it is to be taken: `1,640 (assumed)`.
  case noted(Figure, String)
  /// From one number to another: `24.8 %–29.2 %`; `≥ 29` where nothing bounds it above, `≤ 29` where nothing does below.
  case range(Figure?, Figure?)
  /// A bar or a sparkline in signs, and the numbers that it shows.
  case drawn(String, [Figure])
  /// Words that judge: `kept`, `missed`.
  case judged(String, Judgement)

  var figures: [Figure] {
    switch self {
    case .blank, .text, .judged: []
    case .figure(let figure), .noted(let figure, _): [figure]
    case .attained(let delivered, let ratio, let due): [delivered, ratio, due]
    case .range(let low, let high): [low, high].compactMap(\.self)
    case .drawn(_, let figures): figures
    }
  }
}
