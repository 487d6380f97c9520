/// How a language's table is put together.
enum PhraseTable {
  /// The groups as one table.
  ///
  /// - Precondition: no phrase stands in two groups.
  static func whole(_ groups: [[Phrase: String]]) -> [Phrase: String] {
    Dictionary(uniqueKeysWithValues: groups.flatMap { $0.map { ($0.key, $0.value) } })
  }

  /// The wordings as templates.
  ///
  /// - Precondition: the braces of every wording match.
  static func templates(of table: [Phrase: String]) -> [Phrase: PhraseTemplate] {
    table.mapValues { wording in
      guard let template = PhraseTemplate(wording) else {
        preconditionFailure("braces match in '\(wording)'")
      }
      return template
    }
  }
}
