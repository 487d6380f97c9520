import Agreement

extension PeriodReview {
  /// Whose shortfall it was: the gap of the period's quotas, split by what it came from; nil where nothing is judged.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func shortfallSection() throws(Overflow) -> Section? {
    guard let shortfall = try judgedShortfall() else { return nil }
    var blocks: [Block] = [
      .list([try shortfall.sentence(title: { title(of: $0) })] + (try ownerSentences(shortfall))),
      .table(try shortfallTable(shortfall)),
    ]
    let left = shortfall.leftOut
    if !left.isEmpty { blocks.append(.paragraph("Left out are \(left.joinedByAnd).")) }
    return Section("shortfall", "Whose shortfall", blocks)
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
      let names = factors.map(\.title).joinedByAnd
      sentences.append("\(owner.title) (\(names)): \(amount.gapWords).")
    }
    return sentences
  }

  private func shortfallTable(_ shortfall: ShortfallSummary) throws(Overflow) -> Table {
    let factors = shortfall.whole.factors
    var rows: [Table.Row] = []
    for (stream, type) in leadTypes {
      let key = LeadTypeKey(stream: stream.name, leadType: type.name)
      guard let sums = shortfall.leadTypes[key] else { continue }
      let figures = ShortfallFigures(sums: sums, period: scope.label, key: key, splits: try splits(of: key))
      rows.append(
        Table.Row([.text(stream.title), .text(type.title)] + factors.map(figures.cell) + [figures.gap]))
    }
    let total = ShortfallFigures(sums: shortfall.whole, period: scope.label)
    rows.append(
      Table.Row([.text("Together"), .blank] + factors.map(total.cell) + [total.gap], isTotal: true))
    return Table(
      "What is missing of what the leads were to bring, by what it came from; below zero is more than agreed",
      columns: [.init("stream", "Stream"), .init("lead-type", "Lead type")]
        + factors.map { .init($0.rawValue, $0.heading, isNumeric: true) }
        + [.init("gap", "Missing", isNumeric: true)],
      rows: rows)
  }

  /// The cohorts of one lead type that are judged, each in one line with its own split.
  private func splits(of key: LeadTypeKey) throws(Overflow) -> [String] {
    var lines: [String] = []
    for cohort in cohorts where cohort.key == key {
      guard contract.calendar.days(of: cohort.quotaMonth).last < today, cohort.outcome.evidence.unpriced == 0,
        let split = try ShortfallSplit(of: cohort)
      else { continue }
      let parts = split.parts.map { "\($0.factor.title) \($0.amount)" }.joined(separator: ", ")
      let actual = cohort.figures
      let counts = [
        "\(cohort.account.count.leads)", actual.sqls.map { "\($0.grouped) SQLs" },
        actual.opportunities.map { "\($0.grouped) opportunities" }, actual.won.map { "\($0.grouped) won" },
        actual.revenue.map { "\($0)" },
      ].compactMap(\.self).joined(separator: ", ")
      lines.append(
        "delivered in \(cohort.month) for the quota of \(cohort.quotaMonth): \(cohort.due) due; \(counts). Missing \(split.gap): \(parts)"
      )
    }
    return lines
  }
}

extension ShortfallSummary {
  /// The split in a sentence: `Of the $84,210.00 missing, $51,300.00 is volume, all of it outbound; …`.
  func sentence(title: (LeadTypeKey) -> String) throws(Overflow) -> String {
    let gap = whole.gap
    let factors = whole.factors.filter { whole[$0].minorUnits != 0 }
    guard gap.minorUnits > 0 else {
      let what =
        gap.minorUnits == 0 ? "Nothing is missing" : "Nothing is missing, and \(gap.negated) more came"
      let lost = factors.filter { whole[$0].minorUnits > 0 }.map { "\($0.title) cost \(whole[$0])" }
      return what + (lost.isEmpty ? "." : "; yet \(lost.joinedByAnd).")
    }
    let (costs, gains) = (
      factors.filter { whole[$0].minorUnits > 0 }.sorted { whole[$1].minorUnits < whole[$0].minorUnits },
      factors.filter { whole[$0].minorUnits < 0 }.sorted { whole[$0].minorUnits < whole[$1].minorUnits }
    )
    var parts: [String] = []
    for (place, factor) in costs.enumerated() {
      // Where something made up for a part, the costs add up to more than what is missing.
      let isPart = place == 0 && gains.isEmpty
      let share = isPart ? "\(whole[factor]) is \(factor.title)" : "\(factor.title) cost \(whole[factor])"
      parts.append(share + whose(factor, title))
    }
    parts += gains.map { "\($0.title) made up for \(whole[$0].negated)" + whose($0, title) }
    return gains.isEmpty
      ? "Of the \(gap) missing, \(parts.joined(separator: "; "))."
      : "\(gap) is missing: \(parts.joined(separator: "; "))."
  }

  /// Which lead type a factor's amount is of, where one has nearly all of it.
  private func whose(_ factor: ShortfallFactor, _ title: (LeadTypeKey) -> String) -> String {
    let types = byLeadType(factor)
    guard leadTypes.count > 1, let first = types.first else { return "" }
    if types.count == 1 { return ", all of it \(title(first.key).lowercasedFirst)" }
    guard (first.amount.minorUnits > 0) == (whole[factor].minorUnits > 0) else { return "" }
    let (most, all) = (first.amount.minorUnits.magnitude, whole[factor].minorUnits.magnitude)
    let name = title(first.key).lowercasedFirst
    // Where another lead type makes up for a part, the largest amount is more than there is.
    if most > all { return ", more than all of it \(name)" }
    return all - most <= all / 5 ? ", most of it \(name)" : ""
  }

  /// Why cohorts were left out, a clause each.
  var leftOut: [String] {
    func clause(_ count: Int, _ reason: String) -> String? {
      count == 0 ? nil : "the leads of \(count) month\(count == 1 ? "" : "s") \(reason)"
    }
    return [
      clause(notEnded, "whose quota's month has not ended"),
      clause(notOnRecord, "of which not all revenue is on record"),
      clause(inconsistent, "of which something came of nothing, by the records"),
    ].compactMap(\.self)
  }
}

extension ShortfallFactor {
  /// The factor above a column of amounts, none of which is as wide as the word for the stage.
  fileprivate var heading: String {
    switch self {
    case .sqlToOpportunity: "SQL→opp"
    case .mqlToOpportunity: "MQL→opp"
    default: title.uppercasedFirst
    }
  }
}

extension ShortfallFactor.Owner {
  /// Who answers, at the start of a sentence.
  fileprivate var title: String {
    switch self {
    case .marketing: "Marketing's"
    case .shared: "Shared"
    case .sales: "Sales'"
    }
  }
}

extension Money {
  var negated: Money { Money(minorUnits: 0 &- minorUnits, currency) }

  /// `$51,300.00 missing`, `$300.00 more than agreed`, `nothing missing`.
  fileprivate var gapWords: String {
    minorUnits == 0 ? "nothing missing" : minorUnits > 0 ? "\(self) missing" : "\(negated) more than agreed"
  }
}

extension String {
  /// The text with a capital first letter; one that has capitals stays.
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// The figures of a split, of one lead type or of all.
private struct ShortfallFigures: Sendable {
  let sums: ShortfallSummary.Sums
  let period: String
  var key: LeadTypeKey?
  var splits: [String] = []

  private func key(_ name: String) -> FigureKey {
    FigureKey(period: period, stream: key?.stream.text, leadType: key?.leadType.text, name)
  }

  func cell(_ factor: ShortfallFactor) -> Cell {
    .figure(
      Figure(
        key("shortfall-\(factor.rawValue)"), .money(sums[factor]),
        Derivation(
          formula:
            "L(value due, revenue) × ln(agreed / actual \(factor.title)), added up over the months of delivery",
          computation: "\(sums[factor]) of \(sums.gap)", clause: .shortfallClause, entries: splits)))
  }

  var gap: Cell {
    let terms = sums.factors.map { sums[$0] }.enumerated().map { place, amount in
      place == 0 ? "\(amount)" : amount.minorUnits < 0 ? "− \(amount.negated)" : "+ \(amount)"
    }.joined(separator: " ")
    return .figure(
      Figure(
        key("shortfall"), .money(sums.gap),
        Derivation(
          formula: "value due − revenue, of leads whose quota's month has ended", computation: terms,
          clause: .shortfallClause,
          inputs: sums.factors.map {
            Derivation.Input($0.title, "\(sums[$0])", figure: key("shortfall-\($0.rawValue)"))
          }, entries: splits)))
  }
}
