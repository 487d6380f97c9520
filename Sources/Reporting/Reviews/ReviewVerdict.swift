import Agreement

extension PeriodReview {
  /// The review in a few sentences: marketing, the streams off target, the revenue, what each team kept.
  func verdict() throws(Overflow) -> [String] {
    let streams = try streamVerdicts()
    var sentences = [try marketingVerdict(isWholeStory: streams.isEmpty)] + streams
    guard today >= days.first else { return sentences }
    if let revenue = try revenueVerdict() { sentences.append(revenue) }
    if let shortfall = try judgedShortfall() {
      sentences.append(try shortfall.sentence(title: { title(of: $0) }))
    }
    sentences += [.sales, .marketing, .service, .finance, .operations, .leadership].compactMap(teamVerdict)
    if case .quarter(let quarter) = scope, case .due = accounts.ledger.reviewState(of: quarter, on: today) {
      sentences.append("The funnel metrics of \(quarter) are due for review.")
    }
    return sentences
  }

  private func marketingVerdict(isWholeStory: Bool) throws(Overflow) -> String {
    let delivered = try soFar.delivered.rounded()
    let due = try soFar.due.rounded()
    guard let ratio = soFar.ratio, let band else {
      return isRunning && today < days.first
        ? "Marketing: \(scope.label) begins on \(days.first); \(try whole.due.rounded()) will be owed."
        : "Marketing owed nothing in \(scope.label) and delivered \(delivered)."
    }
    let judgement =
      switch band {
      case .onTarget: isWholeStory ? "on target" : "on target as a whole"
      case .under: "under target"
      case .over: "over target, more than sales agreed to serve"
      }
    let by = isRunning ? " by \(today)" : ""
    return
      "Marketing: \(delivered) delivered of \(due) owed\(by) (\(ratio.percent(decimals: 1))), \(judgement)"
      + (isRunning ? lastEntry : "") + "."
  }

  /// How far the records reach while the period runs: weeks are logged when they are over.
  private var lastEntry: String {
    let days = accounts.ledger.deliveries.map(\.days).filter { self.days.overlaps($0) }
      .map { min($0.last, self.days.last, today) }
    return days.max().map { "; leads are on record up to \($0)" } ?? "; no leads are on record yet"
  }

  /// A sentence on each stream that is off target.
  private func streamVerdicts() throws(Overflow) -> [String] {
    guard contract.streams.count > 1 || streaks.values.contains(where: \.isSustained) else { return [] }
    var sentences: [String] = []
    for stream in streams {
      let attainment = try streamFigures(stream.name).attainment
      let ratio = isRunning ? "" : attainment.ratio.map { ", \($0.percent(decimals: 1))" } ?? ""
      if let streak = streaks[stream.name], streak.isSustained {
        let breach =
          streak.band == .over ? "a breach as well, since sales cannot serve so many leads" : "a breach"
        sentences.append(
          "\(stream.title)\(ratio): \(streak.band.rawValue) target for \(streak.months) months in a row, \(breach)."
        )
      } else if !isRunning, let band = attainment.band(tolerance: contract.tolerance), band != .onTarget {
        sentences.append("\(stream.title)\(ratio): \(band.rawValue) target.")
      }
    }
    return sentences
  }

  /// What the leads behind the period's quotas have brought; nil where there are none.
  private func revenueVerdict() throws(Overflow) -> String? {
    guard !cohorts.isEmpty else { return nil }
    guard let known = try revenue(of: cohorts) else {
      return "Revenue: nothing is on record yet of what the leads have brought (\(contract.outcomeCommand))."
    }
    let ratio = Value(known.revenue).ratio(to: Value(known.due))?.percent(decimals: 1) ?? "—"
    let silent = cohorts.count { $0.figures.revenue == nil }
    let whose =
      silent == 0
      ? "the leads behind the quotas of \(scope.label)"
      : "\(cohorts.count - silent) of the \(cohorts.count) months' leads behind the quotas of \(scope.label)"
    return
      "Revenue: \(known.revenue)\(isRunning ? " so far" : "") of the \(known.due) that \(whose) were to bring (\(ratio))."
      + (silent == 0 ? "" : " Of the others nothing is on record.")
  }

  /// What a team kept of what it owes; nil where the contract asks nothing of it here.
  private func teamVerdict(_ team: Team) -> String? {
    let owed = commitments.filter { $0.promise.owner == team }
    guard !owed.isEmpty else { return nil }
    let judged = owed.filter { $0.isKept != nil }
    guard !judged.isEmpty else {
      return
        "\(team.title): nothing is on record of what it promised (\(contract.followUpCommand(for: team)))."
    }
    let missed = judged.filter { $0.isKept == false }
    let silent = owed.count - judged.count
    let rest = silent == 0 ? "" : "; of \(silent) more nothing is on record"
    let count = "\(judged.count - missed.count) of \(judged.count) commitment\(judged.count == 1 ? "" : "s")"
    let kept = "\(team.title) kept \(count)"
    guard !missed.isEmpty else { return "\(kept)\(rest)." }
    let names = missed.map {
      "\($0.promise.title.lowercasedFirst) (\($0.foundInShort), agreed \($0.promise.agreed))"
    }
    return "\(kept) and missed \(names.joinedByAnd)\(rest)."
  }
}

extension [String] {
  /// `one, two and three`.
  var joinedByAnd: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// The text with a small first letter, to stand within a sentence; words in capitals stay.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}

extension Contract {
  /// The command by which it comes on record what the leads have brought.
  var outcomeCommand: String { deliverySource == .leads ? "leadpact import leads" : "leadpact outcome" }

  /// The command by which it comes on record what a team has done.
  fileprivate func followUpCommand(for team: Team) -> String {
    deliverySource == .leads && team == .sales ? "leadpact import touches" : "leadpact follow-up"
  }
}
