import Agreement

/// What may stand in a phrase.
protocol PhraseValue: Sendable {
  /// The value as it reads in `language`.
  func words(in language: Language) -> String
}

extension PhraseValue where Self: CustomStringConvertible {
  func words(in language: Language) -> String { description }
}

extension Int: PhraseValue {
  func words(in language: Language) -> String { grouped }
}

extension [String]: PhraseValue {
  func words(in language: Language) -> String { language.joined(self) }
}

extension String: PhraseValue {}
extension Day: PhraseValue {}
extension DayRange: PhraseValue {}
extension LeadTypeKey: PhraseValue {}
extension Money: PhraseValue {}
extension Month: PhraseValue {}
extension MonthRange: PhraseValue {}
extension Name: PhraseValue {}
extension Quarter: PhraseValue {}
extension Score: PhraseValue {}
extension Share: PhraseValue {}
extension Week: PhraseValue {}
