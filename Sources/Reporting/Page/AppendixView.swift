/// Where every number comes from: for each table of figures the formulas of its columns, and for each row of it how the
/// figures come about.
///
/// Nothing is said twice: a figure that stands in several tables is told of where it stands first, a formula once for
/// its column, and entries that several rows rest on are listed once.
struct AppendixView {
  let tables: [DerivationTableView]
  let records: [EntriesView]
  /// The language of the page.
  let language: Language
  private let places: [FigureKey: String]
  private let exemplary: [FigureKey]

  init(_ document: Document) {
    var places: [FigureKey: String] = [:]
    var told: [(table: Table, rows: [ToldRow])] = []
    var count = 0
    for table in document.sections.flatMap(\.blocks).compactMap(\.table) {
      var rows: [ToldRow] = []
      for row in table.rows {
        let own = row.cells.flatMap(\.figures).filter { places[$0.key] == nil }
        guard !own.isEmpty else { continue }
        let told = ToldRow(
          anchor: "f\(String(count, radix: 36))",
          label: row.cells.prefix(table.headedBy).map { $0.parts(in: document.language).joined }.filter {
            !$0.isEmpty
          },
          figures: own.map {
            ToldFigure(name: $0.key.name, period: $0.key.period, key: $0.key, $0.derivation)
          })
        if let joined = rows.last?.joined(with: told) {
          rows[rows.count - 1] = joined
        } else {
          rows.append(told)
          count += 1
        }
        for figure in own { places[figure.key] = rows[rows.count - 1].anchor }
      }
      if !rows.isEmpty { told.append((table, rows)) }
    }
    var records = EntryRecords(
      told.flatMap(\.rows).flatMap(\.figures).map(\.entries), document.language)
    tables = told.map { DerivationTableView($0.table.caption, $0.rows, &records, document.language) }
    self.records = records.views
    self.language = document.language
    self.exemplary = told.first?.rows.flatMap(\.figures).map(\.key) ?? []
    self.places = places
  }

  /// A key to show what keys look like: the longest of the first table.
  var example: FigureKey? { exemplary.max { $0.description.count < $1.description.count } }

  /// The row that a figure leads to.
  subscript(key: FigureKey) -> String? { places[key] }
}

/// A figure that a row tells of.
struct ToldFigure {
  let name: String
  let period: String?
  let key: FigureKey
  let derivation: Derivation
  let entries: [String]

  init(name: String, period: String?, key: FigureKey, _ derivation: Derivation) {
    self.name = name
    self.period = period
    self.key = key
    self.derivation = derivation
    self.entries = derivation.entries
  }
}

/// A row of a table, and those of its figures that no row before has.
struct ToldRow {
  let anchor: String
  let label: [String]
  let figures: [ToldFigure]

  /// This row and the next one as one, where neither has more to tell than that the other's figures stand as they are;
  /// nil where one has.
  func joined(with next: ToldRow) -> ToldRow? {
    let common = Array(zip(label, next.label).prefix { $0 == $1 }.map(\.0))
    let entries = Set((figures + next.figures).map(\.entries))
    guard !common.isEmpty, computations.isEmpty, next.computations.isEmpty, entries.count == 1 else {
      return nil
    }
    return ToldRow(anchor: anchor, label: common, figures: figures + next.figures)
  }
}

/// The formulas of a table's figures, and how they come about row by row.
struct DerivationTableView {
  let caption: String?
  let formulas: [FormulaView]
  let rows: [DerivationRowView]

  init(_ caption: String, _ rows: [ToldRow], _ records: inout EntryRecords, _ language: Language) {
    self.caption = caption.isEmpty ? nil : caption
    let figures = rows.flatMap(\.figures)
    self.formulas = figures.grouped(by: { [$0.derivation.formula, $0.derivation.clause] }).map {
      path, figures in
      FormulaView(path[0], path[1], of: figures, in: language)
    }
    self.rows = rows.map { row in
      DerivationRowView(
        anchor: row.anchor, subject: language.enumerated(row.label),
        computations: row.computations.joined(separator: "; "), entries: records.references(of: row.figures))
    }
  }
}

/// A formula, and what it makes.
struct FormulaView {
  let formula: String
  let clause: String
  /// The names of its figures, as their keys have them.
  let names: String
  let sources: String?

  init(_ formula: String, _ clause: String, of figures: [ToldFigure], in language: Language) {
    self.formula = formula
    self.clause = clause
    let names = figures.grouped(by: \.name).map(\.0)
    self.names = (names.count > Self.most ? [names[0], "…", names[names.count - 1]] : names).joined(
      separator: ", ")
    let sources = figures.flatMap(\.derivation.inputs).compactMap { input -> String? in
      guard let source = input.source, !source.hasPrefix(String.explainCommand) else { return nil }
      return "\(input.label): \(source)"
    }
    let told = sources.grouped(by: { $0 }).map(\.0).prefix(Self.most)
    self.sources = told.isEmpty ? nil : language(.takenFrom, ["sources": language.strung(Array(told))])
  }

  /// Beyond a few they only repeat each other for other streams and months.
  private static let most = 6
}

extension ToldRow {
  /// How the figures come about, each once; what merely repeats the figure is left out.
  fileprivate var computations: [String] {
    let several = Set(figures.map(\.period)).count > 1
    return figures.grouped(by: { $0.derivation.computation }).compactMap { computation, figures in
      guard computation.contains(" ") else { return nil }
      let periods = several ? figures.compactMap(\.period).grouped(by: { $0 }).map(\.0) : []
      return periods.isEmpty ? computation : "\(periods.joined(separator: ", ")): \(computation)"
    }
  }
}

/// How the figures of a row come about.
struct DerivationRowView {
  let anchor: String
  let subject: String
  let computations: String
  let entries: [EntryReference]
}

/// Where a figure's entries are listed.
struct EntryReference {
  /// Nil where there are too many to list any.
  let place: String?
  let count: String
}

/// The entries that some figures rest on.
struct EntriesView {
  let place: String
  let entries: [String]
}

/// The entries behind figures, each list of them once, and of each list as many as there is room for.
struct EntryRecords {
  private(set) var views: [EntriesView] = []
  private var places: [[String]: String] = [:]
  private let most: Int
  private let language: Language

  /// How many entries are shown altogether.
  private static let room = 240

  /// Makes room for `lists`.
  init(_ lists: [[String]], _ language: Language) {
    self.language = language
    let lists = Set(lists)
    most =
      [12, 8, 5, 3, 2, 1].first { most in lists.reduce(0) { $0 + min($1.count, most) } <= Self.room } ?? 0
  }

  /// Where the entries behind the figures stand.
  mutating func references(of figures: [ToldFigure]) -> [EntryReference] {
    var references: [EntryReference] = []
    for figure in figures where !figure.entries.isEmpty {
      let entries = figure.entries
      guard most > 0 else {
        references.append(EntryReference(place: nil, count: language(.entryCount, ["count": entries.count])))
        return references
      }
      let place = places[entries] ?? "e\(String(views.count, radix: 36))"
      if places.updateValue(place, forKey: entries) == nil {
        let left = entries.count - most
        let shown =
          left > 0
          ? entries.prefix(most) + [language(.moreEntries, ["count": left, "key": figure.key.description])]
          : entries[...]
        views.append(EntriesView(place: place, entries: Array(shown)))
      }
      if !references.contains(where: { $0.place == place }) {
        references.append(
          EntryReference(place: place, count: language(.entryCount, ["count": entries.count])))
      }
    }
    return references
  }
}

extension Sequence {
  /// The elements by what `part` says of them, in the order in which each part comes first.
  fileprivate func grouped<Part: Hashable>(by part: (Element) -> Part) -> [(Part, [Element])] {
    var order: [Part] = []
    var groups: [Part: [Element]] = [:]
    for element in self {
      let key = part(element)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(element)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}
