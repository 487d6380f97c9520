import Agreement

/// The split of a shortfall in words.
struct ShortfallWords {
  let summary: ShortfallSummary
  let language: Language

  /// The split in a sentence: `Of the $84,210.00 missing, $51,300.00 is volume, all of it outbound; …`.
  func sentence(title: (LeadTypeKey) -> String) throws(Overflow) -> String {
    let whole = summary.whole
    let factors = whole.factors.filter { whole[$0].minorUnits != 0 }
    guard whole.gap.minorUnits > 0 else { return noGapSentence(factors) }
    let (costs, gains) = (
      factors.filter { whole[$0].minorUnits > 0 }.sorted { whole[$1].minorUnits < whole[$0].minorUnits },
      factors.filter { whole[$0].minorUnits < 0 }.sorted { whole[$0].minorUnits < whole[$1].minorUnits }
    )
    var parts: [String] = []
    for (place, factor) in costs.enumerated() {
      // Where something made up for a part, the costs add up to more than what is missing.
      let isPart = place == 0 && gains.isEmpty
      let clause = language(
        isPart ? .factorIs : .factorCost, ["amount": whole[factor], "factor": factor])
      parts.append(told(clause, of: factor, title))
    }
    for factor in gains {
      let clause = language(.factorMadeUp, ["factor": factor, "amount": whole[factor].negated])
      parts.append(told(clause, of: factor, title))
    }
    return language(
      gains.isEmpty ? .ofTheMissing : .isMissing, ["gap": whole.gap, "parts": language.strung(parts)])
  }

  /// What to say where the leads brought as much as they were to bring, or more.
  private func noGapSentence(_ factors: [ShortfallFactor]) -> String {
    let whole = summary.whole
    let costs = factors.filter { whole[$0].minorUnits > 0 }.map {
      language(.factorCost, ["factor": $0, "amount": whole[$0]])
    }
    return switch (whole.gap.minorUnits == 0, costs.isEmpty) {
    case (true, true): language(.nothingMissing)
    case (true, false): language(.nothingMissingYet, ["costs": costs])
    case (false, true): language(.moreCame, ["amount": whole.gap.negated])
    case (false, false): language(.moreCameYet, ["amount": whole.gap.negated, "costs": costs])
    }
  }

  /// The clause, with the lead type that a factor's amount is of where one has nearly all of it.
  private func told(
    _ clause: String, of factor: ShortfallFactor, _ title: (LeadTypeKey) -> String
  ) -> String {
    let types = summary.byLeadType(factor)
    guard summary.leadTypes.count > 1, let first = types.first else { return clause }
    let type = language.within(title(first.key))
    if types.count == 1 { return language(.allOfIt, ["clause": clause, "type": type]) }
    guard (first.amount.minorUnits > 0) == (summary.whole[factor].minorUnits > 0) else { return clause }
    let (most, all) = (first.amount.minorUnits.magnitude, summary.whole[factor].minorUnits.magnitude)
    // Where another lead type makes up for a part, the largest amount is more than there is.
    if most > all { return language(.moreThanAllOfIt, ["clause": clause, "type": type]) }
    return all - most <= all / 5 ? language(.mostOfIt, ["clause": clause, "type": type]) : clause
  }

  /// Why cohorts were left out, a clause each.
  var leftOut: [String] {
    [
      (summary.notEnded, Phrase.leftOutNotEnded), (summary.notOnRecord, .leftOutNotOnRecord),
      (summary.inconsistent, .leftOutInconsistent),
    ].filter { $0.0 > 0 }.map { language($1, ["count": $0]) }
  }
}

extension ShortfallFactor: PhraseValue {
  /// The factor in the field's words.
  func words(in language: Language) -> String {
    switch self {
    case .volume: language(.volume)
    case .mqlToSQL: language(.mqlToSql)
    case .sqlToOpportunity: language(.sqlToOpportunity)
    case .mqlToOpportunity: language(.mqlToOpportunity)
    case .winRate: language(.winRate)
    case .sqlToWon: language(.sqlToWon)
    case .mqlToWon: language(.mqlToWon)
    case .averageOrderValue: language(.averageOrderValue)
    }
  }

  /// The factor above a column of amounts, none of which is as wide as the word for the stage.
  func heading(in language: Language) -> String {
    switch self {
    case .sqlToOpportunity: language(.sqlToOpp)
    case .mqlToOpportunity: language(.mqlToOpp)
    case .averageOrderValue: language(.averageOrderValueHeading)
    default: language.leading(words(in: language))
    }
  }
}

extension ShortfallFactor.Owner {
  /// Who answers for how much.
  var answers: Phrase {
    switch self {
    case .marketing: .marketingAnswers
    case .shared: .bothAnswer
    case .sales: .salesAnswers
    }
  }
}

extension OutcomeFigures {
  /// The counts of stages that are known, in words.
  func stages(in language: Language) -> [String] {
    [
      sqls.map { language(.countSqls, ["count": $0]) },
      opportunities.map { language(.countOpportunities, ["count": $0]) },
      won.map { language(.countWon, ["count": $0]) },
    ].compactMap(\.self)
  }
}

extension Money {
  var negated: Money { Money(minorUnits: 0 &- minorUnits, currency) }

  /// `$51,300.00 missing`, `$300.00 more than agreed`, `nothing missing`.
  func gapWords(in language: Language) -> String {
    if minorUnits == 0 { return language(.amountNone) }
    return minorUnits > 0
      ? language(.amountMissing, ["amount": self]) : language(.amountMore, ["amount": negated])
  }
}
