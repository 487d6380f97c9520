/// The words of reports in English.
enum English {
  /// Every phrase.
  static let table = PhraseTable([
    joining, verdict, parties, followUp, value, records, leadNotes, outcomes, rates, day, comparison, week,
    explanation, plan, page,
  ])
}
