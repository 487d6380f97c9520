public import Agreement

/// A figure that is not in a report.
public struct UnknownFigure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The key as it was asked for.
  public let key: String
  /// The title of the report.
  public let report: String
  /// The keys in the report that were probably meant, nearest first.
  public let nearest: [String]

  /// What was wrong, and what was probably meant.
  public var description: String {
    let suggestion = nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
    return "there is no figure '\(key)' in '\(report)'\(suggestion)"
  }
}

extension Document {
  /// Where the figure under `key` comes from: a document of its own, of the kind `explanation`.
  ///
  /// - Parameter contract: the contract that stands before its key, where the figure is asked for among several
  ///   contracts'.
  /// - Parameter limit: how many entries are listed at most; nil for all.
  /// - Throws: `UnknownFigure`, with the nearest keys, when the document has no such figure.
  public func explanation(of key: String, in contract: Name? = nil, limit: Int? = nil) throws(UnknownFigure)
    -> Document
  {
    guard let found = figures.first(where: { $0.key.description == key }) else {
      throw UnknownFigure(key: key, report: title, nearest: nearestKeys(to: key))
    }
    let figure = contract.map(found.of) ?? found
    let entries = figure.entries
    let derivation = figure.derivation
    return Document(
      kind: "explanation",
      title: figure.key.description,
      banners: banners,
      facts: [
        Fact("source", language(.report), title),
        Fact("formula", language(.formula), derivation.formula),
        Fact("computation", language(.withNumbers), derivation.computation),
        Fact("clause", language(.laidDownIn), derivation.clause),
      ],
      sections: [
        Section(
          "inputs", language(.whatGoesIn), [.table(derivation.table(resultingIn: figure, in: language))])
      ]
        + (entries.isEmpty ? [] : [entrySection(entries, of: figure, limit: limit)]),
      footer: footer,
      language: language
    )
  }

  /// The entries, as many as are wanted, and how to see the others.
  private func entrySection(_ entries: [String], of figure: Figure, limit: Int?) -> Section {
    let shown = entries.prefix(limit ?? .max)
    let left = entries.count - shown.count
    let rest: [Block] =
      left == 0
      ? []
      : [
        .paragraph(
          language(
            .furtherEntries, ["count": left, "command": "\(figure.key.explanation) --all"]))
      ]
    return Section("entries", language(.entriesOnRecord), [.list(Array(shown))] + rest)
  }

  /// The keys spelled most like `key`; those whose last word is asked for alone come first.
  private func nearestKeys(to key: String) -> [String] {
    let named = figures.filter { $0.key.name == key }.map(\.key.description)
    let spelled = Spelling.nearest(to: key, among: figures.map(\.key.description))
    return Array((named + spelled.filter { !named.contains($0) }).prefix(3))
  }
}

extension Derivation {
  /// The inputs, and under a rule the figure that they make.
  fileprivate func table(resultingIn figure: Figure, in language: Language) -> Table {
    Table(
      "",
      columns: [
        Table.Column("input", language(.input)),
        Table.Column("value", language(.inputValue), isNumeric: true),
        Table.Column("source", language(.from)),
      ],
      rows: inputs.map { input in
        Table.Row([.text(input.label), .text(input.value), input.source.map { .text($0) } ?? .blank])
      } + [Table.Row([.text(figure.key.name), .figure(figure), .blank], isTotal: true)]
    )
  }
}
