import Agreement

/// The wordings of a language, each made a template when it is first asked for.
final class PhraseTable: Sendable {
  /// Every phrase as it is written.
  let wordings: [Phrase: String]

  private let templates = Kept<Phrase, PhraseTemplate, Never>()

  /// The groups as one table.
  ///
  /// - Precondition: no phrase stands in two groups.
  init(_ groups: [[Phrase: String]]) {
    wordings = Dictionary(uniqueKeysWithValues: groups.flatMap { $0.map { ($0.key, $0.value) } })
  }

  /// The phrase, ready to be filled.
  ///
  /// - Precondition: the table has it, and its braces match.
  func template(_ phrase: Phrase) -> PhraseTemplate {
    templates.value(phrase) {
      guard let wording = wordings[phrase], let template = PhraseTemplate(wording) else {
        preconditionFailure("\(phrase) is in the table, and its braces match")
      }
      return template
    }
  }
}
