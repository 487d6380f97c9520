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
    if let section = try capacitySection() { sections.append(section) }
    sections.append(try outcomeSection())
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

  private func paceSection() throws(Overflow) -> Section? {
    guard let running = pace else { return nil }
    let attainment = try running.account.attainment() ?? .nothing(contract.currency)
    let pace = running.pace
    let month = "\(running.account.month)"
    let days = "\(pace.elapsed) of \(pace.total) business days"
    func figure(_ name: String, _ value: Value, _ formula: String, _ computation: String) throws(Overflow)
      -> Figure
    {
      Figure(
        FigureKey(period: month, name),
        .money(try value.rounded()),
        Derivation(formula: formula, computation: computation, clause: .paceClause)
      )
    }
    let due = try attainment.due.rounded()
    let delivered = try attainment.delivered.rounded()
    let dueSoFar = try pace.dueSoFar(of: attainment.due)
    var rows = [
      Table.Row([
        .text("Delivered so far"),
        .figure(
          try figure("pace-delivered", attainment.delivered, "value delivered in the month", "\(delivered)")
        ),
      ]),
      Table.Row([
        .text("Due by \(today)"),
        .figure(
          try figure(
            "pace-due",
            dueSoFar,
            "value due × business days gone / business days",
            "\(due) × \(pace.elapsed) / \(pace.total)"
          )
        ),
      ]),
    ]
    if let projection = try pace.projection(of: attainment.delivered) {
      rows.append(
        Table.Row([
          .text("At this rate by the end"),
          .figure(
            try figure(
              "pace-projection",
              projection,
              "value delivered × business days / business days gone",
              "\(delivered) × \(pace.total) / \(pace.elapsed)"
            )
          ),
        ])
      )
    }
    if let needed = try pace.neededADay(of: attainment.due, after: attainment.delivered) {
      rows.append(
        Table.Row([
          .text("Needed on each of the \(pace.left) days left"),
          .figure(
            try figure(
              "pace-needed",
              needed,
              "(value due − value delivered) / business days left",
              "(\(due) − \(delivered)) / \(pace.left)"
            )
          ),
        ])
      )
    }
    return Section(
      "pace",
      "Pace of \(month): \(days) gone",
      [
        .table(
          Table(
            "Value of the leads of \(month)",
            columns: [.init("what", ""), .init("value", "Value", isNumeric: true)],
            rows: rows
          )
        )
      ]
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
