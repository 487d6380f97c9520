import Agreement

extension BreachSearch {
  /// The month that ended last, where a version covers it.
  private func lastEnded() throws(Overflow) -> MonthAccount? {
    try accounts.account(of: month.advanced(by: -1))
  }

  /// Streams, and all together, that were off target for too long by the month that ended last.
  func valueBreaches() throws(Overflow) -> [Breach] {
    guard let account = try lastEnded() else { return [] }
    return try targets(of: account).map { (stream, title) throws(Overflow) in
      try valueBreach(of: stream, called: title, in: account)
    }.compactMap(\.self)
  }

  /// What would be a breach of the running month, were it to end as the months before it.
  ///
  /// docs/arithmetic.md, "Breaches".
  func valueWarnings() throws(Overflow) -> [String] {
    guard let running = try accounts.account(of: month) else { return [] }
    var warnings: [String] = []
    for (stream, title) in targets(of: running) {
      guard try running.band(of: stream) != nil,
        let streak = try accounts.streak(endingIn: month.advanced(by: -1), of: stream),
        !streak.isSustained, streak.months + 1 >= running.ruling.contract.sustainedAfter
      else { continue }
      warnings.append(
        language(
          streak.band == .over ? .nearlyBreachOver : .nearlyBreachUnder,
          ["stream": title, "months": streak.months, "month": month]))
    }
    return warnings
  }

  /// What is measured by value in a month: all streams together, and each of several.
  private func targets(of account: MonthAccount) -> [(stream: Name?, title: String)] {
    let streams = account.streams.map { (stream: Name?.some($0.stream.name), title: $0.stream.title) }
    return streams.count > 1 ? [(nil, language(.allStreams))] + streams : streams
  }

  private func valueBreach(
    of stream: Name?, called title: String, in account: MonthAccount
  ) throws(Overflow) -> Breach? {
    guard let streak = try accounts.streak(endingIn: account.month, of: stream), streak.isSustained,
      let attainment = try account.attainment(of: stream)
    else { return nil }
    let contract = account.ruling.contract
    let ratio = try ValueFigures(
      attainment: attainment, period: "\(account.month)", stream: stream, tolerance: contract.tolerance,
      language: language
    ).ratio()
    let percent = QuantityFormat.people(ratio.quantity)
    let isOver = streak.band == .over
    return breach(
      isOver ? .over : .under, [.marketing], in: "\(account.month)", of: stream, found: ratio,
      agreed: "100 % ± \(contract.tolerance)",
      language(
        isOver ? .breachOver : .breachUnder,
        ["stream": title, "months": streak.months, "share": percent, "month": account.month])
    )
  }

  /// Commitments missed in the month that ended last, and in the running quarter so far.
  func commitmentBreaches() throws(Overflow) -> [Breach] {
    var breaches: [Breach] = []
    if let account = try lastEnded() {
      breaches += try commitmentBreaches(
        in: calendar.days(of: account.month), called: "\(account.month)", under: account.ruling.contract)
    }
    let quarter = calendar.quarter(containing: month)
    if let last = try accounts.accounts(of: quarter.months).last {
      breaches += try commitmentBreaches(
        in: calendar.days(of: quarter), called: "\(quarter)", isRunning: true, under: last.ruling.contract)
    }
    return breaches
  }

  private func commitmentBreaches(
    in days: DayRange, called period: String, isRunning: Bool = false, under contract: Contract
  ) throws(Overflow) -> [Breach] {
    try ledger.commitments(of: contract, in: days, on: today).compactMap { record in
      guard record.isKept == false, let found = record.cell(period: period, in: language).judged else {
        return nil
      }
      let agreed = record.promise.agreed(in: language)
      let isMeasure = if case .measure = record.promise { true } else { false }
      return breach(
        .commitment, [record.promise.owner], in: period, found: found,
        agreed: isMeasure ? agreed : language(.atLeast, ["share": agreed]),
        language(
          isRunning ? .commitmentBreachSoFar : .commitmentBreach,
          [
            "commitment": record.promise.title(in: language), "found": record.foundInShort(in: language),
            "period": period, "agreed": agreed,
          ])
      )
    }
  }
}

extension Cell {
  /// The figure that is held against what was agreed.
  fileprivate var judged: Figure? {
    switch self {
    case .attained(_, let ratio, _): ratio
    case .figure(let figure), .noted(let figure, _): figure
    case .blank, .text, .judged, .range, .drawn: nil
    }
  }
}
