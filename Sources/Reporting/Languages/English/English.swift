/// The words of reports in English.
enum English {
  /// Every phrase.
  static let table = PhraseTable.whole([
    joining, verdict, parties, followUp, value, records, leadNotes, outcomes, rates, day, comparison, week,
    explanation, plan, page,
  ])

  /// The same, ready to be filled.
  static let templates = PhraseTable.templates(of: table)
}
