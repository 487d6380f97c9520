public import Agreement

/// What a report says of how it was made.
public struct Provenance: Hashable, Sendable {
  /// The day that the records were read as known on; nil for all there are.
  public let asOf: Day?
  /// The head of the journal's chain, which convicts a history that was rewritten later.
  public let journalHead: String?

  /// Creates a provenance.
  public init(asOf: Day? = nil, journalHead: String? = nil) {
    self.asOf = asOf
    self.journalHead = journalHead
  }

  /// The lines below a report that was made on `today` from these versions.
  func footer(today: Day, versions: [Version], in language: Language = .english) -> [String] {
    var lines = [
      asOf.map { language(.madeOnAsKnown, ["day": today, "asOf": $0]) }
        ?? language(.madeOn, ["day": today])
    ]
    lines += versions.map {
      language(.versionDigest, ["version": "\($0.number)", "digest": "\($0.digest)"])
    }
    if let journalHead { lines.append(language(.journalHead, ["hash": journalHead])) }
    return lines
  }
}

extension PeriodReview {
  /// The review laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(
    _ provenance: Provenance, in language: Language = .english
  ) throws(Overflow) -> Document {
    try told(in: language).laidOut(provenance)
  }
}

extension PeriodReview {
  private func laidOut(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections = [Section("verdict", language(.verdict), [.list(try verdict())])]
    sections.append(signOffSection())
    sections += try valueSections()
    if let section = try paceSection() { sections.append(section) }
    if case .quarter = scope, let section = try funnelSection() { sections.append(section) }
    sections.append(try outcomeSection())
    if let section = try shortfallSection() { sections.append(section) }
    sections.append(commitmentSection())
    if let section = followUpSection() { sections.append(section) }
    if let section = try capacitySection() { sections.append(section) }
    if case .quarter(let quarter) = scope { sections.append(try reviewSection(quarter)) }
    sections.append(try recordSection())
    sections.append(try nextSection())

    let (kind, title): (String, Phrase) =
      switch scope {
      case .month: ("month", .monthTitle)
      case .quarter: ("quarter", .quarterTitle)
      }
    return Document(
      kind: kind,
      title: language(title, ["contract": contract.title, "period": scope.label]),
      banners: versions.compactMap { $0.banner(in: language) },
      facts: [
        Fact("contract", language(.contract), contract.name.text),
        Fact("period", language(.period), scope.label),
        Fact("days", language(.days), "\(days.first)..\(days.last)"),
        Fact("tolerance", language(.toleranceHeading), "± \(contract.tolerance)"),
      ],
      highlights: try highlights(),
      sections: sections,
      footer: provenance.footer(today: today, versions: versions.map(\.version), in: language),
      language: language
    )
  }
}

extension Ruling {
  /// What to say above all else of a version that does not bind; nil where it does.
  func banner(in language: Language = .english) -> String? {
    let number = "\(version.number)"
    func names(_ people: [Signatory]) -> String {
      language.enumerated(
        people.map {
          language(.personOfTeam, ["name": $0.name, "team": language.within($0.team.words(in: language))])
        })
    }
    switch standing {
    case .inForce: return nil
    case .awaiting(let missing):
      return language(.notSignedYet, ["version": number, "missing": names(missing)])
    case .refused(let refusals, let missing):
      let declined = language.enumerated(refusals.map { decliner($0, in: language) })
      return missing.count > refusals.count
        ? language(
          .declinedAndNotSigned, ["version": number, "declined": declined, "missing": names(missing)])
        : language(.declinedBanner, ["version": number, "declined": declined])
    case .superseded(let newer):
      return language(.supersededBanner, ["version": number, "newer": "\(newer)"])
    }
  }

  /// Who declined, with the reason.
  private func decliner(_ refusal: Signature, in language: Language) -> String {
    let name = version.contract.signatory(refusal.email)?.name ?? refusal.email.text
    guard case .declined(let reason) = refusal.word else { return name }
    return language(.declinedBecause, ["name": name, "reason": reason])
  }
}
