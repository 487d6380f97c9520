@testable import Reporting

extension Section {
  /// Its paragraphs and the items of its lists, in order.
  var sentences: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): [text]
      case .list(let items): items
      case .changes(let changes): changes.map { $0.line(in: .english) }
      case .table, .verbatim, .chart: []
      }
    }
  }
}

extension Document {
  /// The sentences of one section; none where it is not there.
  func sentences(of key: String) -> [String] { sections.first { $0.key == key }?.sentences ?? [] }

  /// All that it says in words: sentences, captions, notes, where figures come from.
  var words: [String] {
    let tables = sections.flatMap(\.blocks).compactMap(\.table)
    return [title] + banners + facts.map(\.value) + sections.map(\.title) + sections.flatMap(\.sentences)
      + tables.map(\.caption) + footer
      + figures.map(\.derivation).flatMap { [$0.formula, $0.computation, $0.clause] + $0.entries }
  }
}
