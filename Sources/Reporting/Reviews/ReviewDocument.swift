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
  func footer(today: Day, versions: [Version]) -> [String] {
    var lines = ["Made on \(today)\(asOf.map { ", as known on \($0)" } ?? "")."]
    lines += versions.map { "Version \($0.number): digest \($0.digest)." }
    if let journalHead { lines.append("Journal head: \(journalHead).") }
    return lines
  }
}

extension PeriodReview {
  /// The review laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document(_ provenance: Provenance) throws(Overflow) -> Document {
    var sections = [Section("verdict", "Verdict", [.list(try verdict())])]
    sections.append(signOffSection())
    sections += try valueSections()
    if let section = try paceSection() { sections.append(section) }
    sections.append(commitmentSection())
    if let section = followUpSection() { sections.append(section) }
    if let section = try capacitySection() { sections.append(section) }
    sections.append(try outcomeSection())
    if let section = try shortfallSection() { sections.append(section) }
    if case .quarter = scope, let section = try funnelSection() { sections.append(section) }
    sections.append(try recordSection())
    if case .quarter(let quarter) = scope { sections.append(reviewSection(quarter)) }
    sections.append(try nextSection())

    let (kind, title) =
      switch scope {
      case .month: ("month", "\(contract.title): \(scope.label)")
      case .quarter: ("quarter", "\(contract.title): review of \(scope.label)")
      }
    return Document(
      kind: kind,
      title: title,
      banners: versions.compactMap(\.banner),
      facts: [
        Fact("contract", "Contract", contract.name.text),
        Fact("period", "Period", scope.label),
        Fact("days", "Days", "\(days.first)..\(days.last)"),
        Fact("tolerance", "Tolerance", "± \(contract.tolerance)"),
      ],
      sections: sections,
      footer: provenance.footer(today: today, versions: versions.map(\.version))
    )
  }
}

extension Ruling {
  /// What to say above all else of a version that does not bind; nil where it does.
  var banner: String? {
    func names(_ people: [Signatory]) -> String {
      people.map { "\($0.name) (\($0.team.rawValue))" }.joined(separator: ", ")
    }
    let subject = "Version \(version.number) is not in force"
    return switch standing {
    case .inForce: nil
    case .awaiting(let missing): "\(subject): not signed yet by \(names(missing))."
    case .refused(let refusals, let missing):
      "\(subject): declined by "
        + refusals.map { refusal in
          let name = version.contract.signatory(refusal.email)?.name ?? refusal.email.text
          if case .declined(let reason) = refusal.word { return "\(name) (\(reason))" }
          return name
        }.joined(separator: ", ")
        + (missing.count > refusals.count ? "; not signed by \(names(missing))." : ".")
    case .superseded(let newer):
      "\(subject): version \(newer) was proposed in its place and does not cover these months."
    }
  }
}
