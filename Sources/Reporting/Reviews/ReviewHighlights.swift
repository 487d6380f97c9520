import Agreement

extension PeriodReview {
  /// What a head of sales sees first: a verdict for each side with its figure, and who signed what.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func highlights() throws(Overflow) -> Highlights {
    var verdicts: [SideVerdict] = []
    for (side, sentences) in try sideVerdicts() {
      switch side {
      case .delivery:
        verdicts.append(
          SideVerdict(language(.marketing), deliveryJudgement, gauge: try deliveryGauge(), sentences))
      case .revenue:
        verdicts.append(
          SideVerdict(language(.revenue), try revenueJudgement(), gauge: try revenueGauge(), sentences))
      case .team(let team):
        let kept = commitments.filter { $0.promise.owner == team }.compactMap(\.isKept)
        verdicts.append(
          SideVerdict(
            team == .marketing ? language(.otherPromises) : team.words(in: language),
            kept.isEmpty ? .open : kept.contains(false) ? .bad : .good, sentences))
      case .review: verdicts.append(SideVerdict(language(.reviewOfMetrics), .bad, sentences))
      }
    }
    return Highlights(
      verdicts: verdicts, seals: versions.map { seal(on: $0) }, covered: ["verdict", "sign-off"])
  }

  private var deliveryJudgement: Judgement {
    if streaks.values.contains(where: \.isSustained) { return .bad }
    return band.map { $0 == .onTarget ? .good : .bad } ?? .open
  }

  /// Value delivered against value owed: while the period runs, against what is due by now.
  private func deliveryGauge() throws(Overflow) -> Gauge? {
    guard soFar.ratio != nil else { return nil }
    guard isRunning else {
      let figures = try totalFigures()
      return Gauge(
        language(.gaugeDelivered), delivered: try figures.delivered(), ratio: try figures.ratio(),
        due: try figures.due())
    }
    guard let point = try coursePoints().last(where: { $0.delivered != nil }),
      let delivered = point.delivered, let ratio = point.ratio
    else { return nil }
    return Gauge(
      language(.gaugeSoFar, ["day": point.day]), delivered: delivered, ratio: ratio, due: point.due)
  }

  private func revenueJudgement() throws(Overflow) -> Judgement {
    guard !isRunning, let known = try revenue(of: cohorts) else { return .open }
    let band = Value(known.revenue).ratio(to: Value(known.due))?.band(tolerance: contract.tolerance)
    return band.map { $0 == .under ? .bad : .good } ?? .open
  }

  private func revenueGauge() throws(Overflow) -> Gauge? {
    guard let figures = try revenueFigures() else { return nil }
    return Gauge(
      language(.gaugeRevenue), delivered: figures.delivered, ratio: figures.ratio,
      due: figures.dueFigure)
  }

  private func seal(on ruling: Ruling) -> Seal {
    let (version, history) = (ruling.version, accounts.ledger.history)
    let words = version.contract.signatories.map { person in
      let word = history.word(of: person, on: version)
      let said =
        switch word?.word {
        case .signed?: language(.signedOn, ["day": word?.at.day.description ?? ""])
        case .declined(let reason)?: language(.declinedWord, ["reason": reason])
        case nil: language(.notSigned)
        }
      return Seal.Word(
        name: person.name, role: person.role, word: said, judgement: word?.word == .signed ? .good : .bad)
    }
    return Seal(
      language(
        .sealTitle,
        ["version": "\(version.number)", "standing": ruling.standing.words(of: version, in: language)]),
      ruling.standing.isInForce ? .good : .bad, digest: version.digest.hex, words: words)
  }
}
