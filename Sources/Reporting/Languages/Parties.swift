import Agreement

extension Team: PhraseValue {
  /// The team's name at the start of a sentence.
  func words(in language: Language) -> String {
    switch self {
    case .marketing: language(.marketing)
    case .sales: language(.sales)
    case .service: language(.service)
    case .finance: language(.finance)
    case .operations: language(.operations)
    case .leadership: language(.leadership)
    }
  }
}

extension Band: PhraseValue {
  /// Where attainment lies, in a word.
  func words(in language: Language) -> String {
    switch self {
    case .under: language(.bandUnder)
    case .onTarget: language(.bandOnTarget)
    case .over: language(.bandOver)
    }
  }
}
