import Agreement

extension PeriodReview {
  /// Whose shortfall it was: the gap of the period's quotas, split by what it came from; nil where nothing is judged.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func shortfallSection() throws(Overflow) -> Section? {
    guard let shortfall = try judgedShortfall() else { return nil }
    var blocks: [Block] = [
      .list([try sentence(on: shortfall)] + (try ownerSentences(shortfall))),
      .chart(shortfallChart(shortfall)),
      .table(try shortfallTable(shortfall)),
    ]
    let left = ShortfallWords(summary: shortfall, language: language).leftOut
    if !left.isEmpty { blocks.append(.paragraph(language(.leftOut, ["reasons": left]))) }
    if let note = try emptiedNote() { blocks.append(.paragraph(note)) }
    return Section("shortfall", language(.shortfall), blocks)
  }

  /// The leads of which nothing came through a stage, whose gap is put down to that alone; nil where there are none.
  private func emptiedNote() throws(Overflow) -> String? {
    var factors: [ShortfallFactor] = []
    for cohort in cohorts where isJudged(cohort) {
      // Without leads it is volume, which says so itself.
      if let factor = try ShortfallSplit(of: cohort)?.emptied, factor != .volume { factors.append(factor) }
    }
    guard !factors.isEmpty else { return nil }
    let named = ShortfallFactor.allCases.filter(factors.contains).map { $0.words(in: language) }
    return language(.nothingCameThrough, ["count": factors.count, "factors": named])
  }

  private func isJudged(_ cohort: Cohort) -> Bool {
    contract.calendar.days(of: cohort.quotaMonth).last < today && cohort.outcome.evidence.unpriced == 0
  }

  /// The split in a sentence.
  func sentence(on shortfall: ShortfallSummary) throws(Overflow) -> String {
    try ShortfallWords(summary: shortfall, language: language).sentence(title: { title(of: $0) })
  }

  /// The split of the period's gap; nil where no cohort can be judged.
  func judgedShortfall() throws(Overflow) -> ShortfallSummary? {
    guard let shortfall = try accounts.shortfall(restingOn: scope.months, on: today) else { return nil }
    return shortfall.judged > 0 ? shortfall : nil
  }

  /// What each side answers for, a sentence each.
  private func ownerSentences(_ shortfall: ShortfallSummary) throws(Overflow) -> [String] {
    var sentences: [String] = []
    for owner in ShortfallFactor.Owner.allCases {
      let factors = shortfall.whole.factors.filter { $0.owner == owner }
      guard !factors.isEmpty else { continue }
      let amount = try shortfall.whole.amount(of: owner)
      sentences.append(
        language(
          owner.answers,
          ["factors": factors.map { $0.words(in: language) }, "gap": amount.gapWords(in: language)]))
    }
    return sentences
  }

  private func shortfallTable(_ shortfall: ShortfallSummary) throws(Overflow) -> Table {
    let factors = shortfall.whole.factors
    var rows: [Table.Row] = []
    for (stream, type) in leadTypes {
      let key = LeadTypeKey(stream: stream.name, leadType: type.name)
      guard let sums = shortfall.leadTypes[key] else { continue }
      let figures = ShortfallFigures(
        sums: sums, period: scope.label, key: key, splits: try splits(of: key), language: language)
      rows.append(
        Table.Row(
          [.text(stream.title), .text(type.title)] + factors.map { .figure(figures.figure($0)) } + [
            .figure(figures.gap)
          ]))
    }
    let total = ShortfallFigures(sums: shortfall.whole, period: scope.label, language: language)
    rows.append(
      Table.Row(
        [.text(language(.together)), .blank] + factors.map { .figure(total.figure($0)) }
          + [.figure(total.gap)], isTotal: true))
    return Table(
      language(.shortfallCaption),
      columns: [.init("stream", language(.stream)), .init("lead-type", language(.leadType))]
        + factors.map { .init($0.rawValue, $0.heading(in: language), isNumeric: true) }
        + [.init("gap", language(.missing), isNumeric: true)],
      rows: rows)
  }

  /// The cohorts of one lead type that are judged, each in one line with its own split.
  private func splits(of key: LeadTypeKey) throws(Overflow) -> [String] {
    var lines: [String] = []
    for cohort in cohorts where cohort.key == key {
      guard isJudged(cohort), let split = try ShortfallSplit(of: cohort) else { continue }
      let parts = split.parts.map {
        language(.factorAmount, ["factor": $0.factor, "amount": $0.amount])
      }
      let counts =
        [language(.countLeads, ["count": cohort.account.count])] + cohort.figures.stages(in: language)
        + [cohort.figures.revenue.map(\.description)].compactMap(\.self)
      lines.append(
        language(
          .split,
          [
            "month": cohort.month, "quotaMonth": cohort.quotaMonth, "due": cohort.due,
            "counts": language.enumerated(counts), "gap": split.gap, "parts": language.enumerated(parts),
          ]))
    }
    return lines
  }
}

/// The figures of a split, of one lead type or of all.
struct ShortfallFigures: Sendable {
  let sums: ShortfallSummary.Sums
  let period: String
  var key: LeadTypeKey?
  var splits: [String] = []
  let language: Language

  private func key(_ name: String) -> FigureKey {
    FigureKey(period: period, stream: key?.stream.text, leadType: key?.leadType.text, name)
  }

  func figure(_ factor: ShortfallFactor) -> Figure {
    Figure(
      key("shortfall-\(factor.rawValue)"), .money(sums[factor]),
      Derivation(
        formula: language(.shortfallFormula, ["factor": factor]),
        computation: language(.partOfGap, ["amount": sums[factor], "gap": sums.gap]),
        clause: .shortfallClause, entries: splits))
  }

  var gap: Figure {
    let terms = sums.factors.map { sums[$0] }.enumerated().map { place, amount in
      place == 0 ? "\(amount)" : amount.minorUnits < 0 ? "− \(amount.negated)" : "+ \(amount)"
    }.joined(separator: " ")
    return Figure(
      key("shortfall"), .money(sums.gap),
      Derivation(
        formula: language(.gapFormula), computation: terms,
        clause: .shortfallClause,
        inputs: sums.factors.map {
          Derivation.Input($0.words(in: language), "\(sums[$0])", figure: key("shortfall-\($0.rawValue)"))
        }, entries: splits))
  }
}
