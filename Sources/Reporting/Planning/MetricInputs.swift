import Agreement

/// The metrics that were agreed for the leads of one type in one month, each with its source and its date.
struct MetricInputs: Sendable {
  private let month: Month
  private let funnel: AgreedFunnel
  private let version: Version
  private let language: Language

  /// Looks the metrics up in the version that they are agreed in; nil where it knows no such lead type.
  init?(of key: LeadTypeKey, in month: Month, under version: Version, _ language: Language) {
    guard let type = version.contract.stream(key.stream)?.leadType(key.leadType) else { return nil }
    self.month = month
    self.funnel = type.funnel
    self.version = version
    self.language = language
  }

  /// Them all, as they go into the value of a lead and into the leads owed.
  var all: [Derivation.Input] { all(supposed: nil) }

  /// Them all, where `supposed` is what takes the place of the agreed funnel.
  func all(supposed: AgreedFunnel?) -> [Derivation.Input] {
    [
      input(.averageOrderValue, funnel.averageOrderValue, supposed?.averageOrderValue, \.description),
      input(.winRate, funnel.winRate, supposed?.winRate, \.description),
      input(.sqlToOpportunity, funnel.sqlToOpportunity, supposed?.sqlToOpportunity, \.description),
      input(.mqlToSql, funnel.mqlToSQL, supposed?.mqlToSQL, \.description),
      input(.timeToClose, funnel.timeToClose, supposed?.timeToClose) {
        language(.daysOfClosing, ["days": "\($0)"])
      },
    ]
  }

  private func input<Agreed: Equatable>(
    _ label: Phrase, _ metric: Metric<Agreed>, _ supposed: Metric<Agreed>?, _ written: (Agreed) -> String
  ) -> Derivation.Input {
    let step = metric.step(in: month)
    if let other = supposed?.step(in: month), other.figure != step.figure {
      return Derivation.Input(
        language(label), written(other.figure), source: "supposed; agreed is \(written(step.figure))")
    }
    return Derivation.Input(language(label), written(step.figure), source: source(step))
  }

  private func source<Agreed>(_ step: Metric<Agreed>.Step) -> String {
    let (number, day, digest) = ("\(version.number)", version.proposedAt.day, version.digest.short)
    guard let from = step.from else {
      return language(
        .metricSource, ["source": step.source, "version": number, "day": day, "digest": digest])
    }
    return language(
      .metricSourceSince,
      ["quarter": from, "source": step.source, "version": number, "day": day, "digest": digest])
  }
}

extension MetricSource: PhraseValue {
  /// The source; what was measured stays as it was recorded.
  func words(in language: Language) -> String {
    switch self {
    case .assumed: language(.assumed)
    case .measured(let note): language(.measured, ["note": note])
    }
  }
}
