import Agreement

extension PeriodReview {
  /// The review in a few sentences: marketing, the streams off target, the revenue, what each team kept.
  func verdict() throws(Overflow) -> [String] { try sideVerdicts().flatMap(\.sentences) }

  /// The same, by the side that it is about.
  func sideVerdicts() throws(Overflow) -> [(side: ReviewSide, sentences: [String])] {
    let streams = try streamVerdicts()
    var verdicts: [(side: ReviewSide, sentences: [String])] = [
      (.delivery, [try marketingVerdict(isWholeStory: streams.isEmpty)] + streams)
    ]
    guard today >= days.first else { return verdicts }
    var revenue = [try revenueVerdict()].compactMap(\.self)
    if let shortfall = try judgedShortfall() {
      revenue.append(try sentence(on: shortfall))
    }
    verdicts.append((.revenue, revenue))
    for team in [Team.sales, .marketing, .service, .finance, .operations, .leadership] {
      verdicts.append((.team(team), [teamVerdict(team)].compactMap(\.self)))
    }
    if case .quarter(let quarter) = scope, case .due = accounts.ledger.reviewState(of: quarter, on: today) {
      verdicts.append((.review, [language(.metricsDue, ["quarter": quarter])]))
    }
    return verdicts.filter { !$0.sentences.isEmpty }
  }

  private func marketingVerdict(isWholeStory: Bool) throws(Overflow) -> String {
    let delivered = try soFar.delivered.rounded()
    let due = try soFar.due.rounded()
    guard let ratio = soFar.ratio, let band else {
      return try isRunning && today < days.first
        ? language(
          .marketingBegins, ["period": scope.label, "day": days.first, "due": whole.due.rounded()])
        : language(.marketingOwedNothing, ["period": scope.label, "delivered": delivered])
    }
    let judgement =
      switch band {
      case .onTarget: language(isWholeStory ? .judgedOnTarget : .judgedOnTargetAsAWhole)
      case .under: language(.judgedUnder)
      case .over: language(.judgedOver)
      }
    let share = ratio.percent(decimals: 1)
    guard isRunning else {
      return language(
        .marketingDelivered, ["delivered": delivered, "due": due, "share": share, "judgement": judgement])
    }
    guard let last = lastEntry else {
      return language(
        .marketingSoFarUnrecorded,
        ["delivered": delivered, "due": due, "day": today, "share": share, "judgement": judgement])
    }
    return language(
      .marketingSoFar,
      [
        "delivered": delivered, "due": due, "day": today, "share": share, "judgement": judgement,
        "last": last,
      ])
  }

  /// How far the records reach while the period runs: weeks are logged when they are over.
  private var lastEntry: Day? {
    let period = days
    return deliveries.map { min($0.days.last, period.last, today) }.max()
  }

  /// A sentence on each stream that is off target.
  private func streamVerdicts() throws(Overflow) -> [String] {
    guard contract.streams.count > 1 || streaks.values.contains(where: \.isSustained) else { return [] }
    var sentences: [String] = []
    for stream in streams {
      let attainment = try streamFigures(stream.name).attainment
      let share = isRunning ? nil : attainment.ratio?.percent(decimals: 1)
      let title =
        share.map { language(.streamWithShare, ["stream": stream.title, "share": $0]) } ?? stream.title
      if let streak = streaks[stream.name], streak.isSustained {
        let phrase: Phrase = streak.band == .over ? .streamOverBreach : .streamUnderBreach
        sentences.append(language(phrase, ["stream": title, "months": streak.months]))
      } else if !isRunning, let band = attainment.band(tolerance: contract.tolerance), band != .onTarget {
        sentences.append(language(band == .over ? .streamOver : .streamUnder, ["stream": title]))
      }
    }
    return sentences
  }

  /// What the leads behind the period's quotas have brought; nil where there are none.
  private func revenueVerdict() throws(Overflow) -> String? {
    guard !cohorts.isEmpty else { return nil }
    guard let known = try revenue(of: cohorts) else {
      return language(.revenueUnknown, ["command": contract.outcomeCommand])
    }
    let share = Value(known.revenue).ratio(to: Value(known.due))?.percent(decimals: 1) ?? "—"
    let silent = cohorts.count { $0.figures.revenue == nil }
    guard silent > 0 else {
      return language(
        isRunning ? .revenueWholeSoFar : .revenueWhole,
        ["revenue": known.revenue, "due": known.due, "period": scope.label, "share": share])
    }
    return language(
      isRunning ? .revenuePartSoFar : .revenuePart,
      [
        "revenue": known.revenue, "due": known.due, "known": cohorts.count - silent, "all": cohorts.count,
        "period": scope.label, "share": share,
      ])
  }

  /// What a team kept of what it owes; nil where the contract asks nothing of it here.
  private func teamVerdict(_ team: Team) -> String? {
    let owed = commitments.filter { $0.promise.owner == team }
    guard !owed.isEmpty else { return nil }
    let judged = owed.filter { $0.isKept != nil }
    guard !judged.isEmpty else {
      return language(.teamUnknown, ["team": team, "command": contract.followUpCommand(for: team)])
    }
    let missed = judged.filter { $0.isKept == false }.map { record in
      language(
        .missedCommitment,
        [
          "commitment": language.within(record.promise.title(in: language)),
          "found": record.foundInShort(in: language), "agreed": record.promise.agreed(in: language),
        ])
    }
    let silent = owed.count - judged.count
    let kept = judged.count - missed.count
    return switch (missed.isEmpty, silent) {
    case (true, 0): language(.teamKept, ["team": team, "kept": kept, "judged": judged.count])
    case (true, _):
      language(
        .teamKeptWithSilent, ["team": team, "kept": kept, "judged": judged.count, "silent": silent])
    case (false, 0):
      language(.teamMissed, ["team": team, "kept": kept, "judged": judged.count, "missed": missed])
    case (false, _):
      language(
        .teamMissedWithSilent,
        ["team": team, "kept": kept, "judged": judged.count, "missed": missed, "silent": silent])
    }
  }
}

/// What a sentence of the verdict is about.
enum ReviewSide: Hashable {
  /// The leads that marketing owed.
  case delivery
  /// What the leads brought.
  case revenue
  /// What a team promised beside.
  case team(Team)
  /// The review of the metrics.
  case review
}

extension Contract {
  /// The command by which it comes on record what the leads have brought.
  var outcomeCommand: String { deliverySource == .leads ? "leadpact import leads" : "leadpact outcome" }

  /// The command by which it comes on record what a team has done.
  fileprivate func followUpCommand(for team: Team) -> String {
    deliverySource == .leads && team == .sales ? "leadpact import touches" : "leadpact follow-up"
  }
}
