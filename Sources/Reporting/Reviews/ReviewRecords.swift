import Agreement

extension PeriodReview {
  /// Who signed which digest.
  func signOffSection() -> Section {
    Section(
      "sign-off",
      "Sign-off",
      [.table(signOffTable(of: versions.map(\.version), in: accounts.ledger.history))]
    )
  }

  /// How each commitment was kept.
  func commitmentSection() -> Section {
    Section(
      "commitments", "Commitments",
      [
        .table(
          commitmentTable(
            commitments, period: scope.label,
            evidence: accounts.ledger.evidence(in: days, under: contract, on: today)))
      ])
  }

  /// The leads owed and delivered against what the reps can serve; nil where no capacity is agreed.
  func capacitySection() throws(Overflow) -> Section? {
    var rows: [Table.Row] = []
    for account in months {
      guard let capacity = account.ruling.contract.sales.capacity else { continue }
      rows.append(try capacity.row(of: account))
    }
    guard !rows.isEmpty else { return nil }
    return Section(
      "capacity",
      "Capacity",
      [.table(Table("Leads against what the reps can serve", columns: Capacity.columns, rows: rows))]
    )
  }

  /// Corrections, apportioned counts, leads outside the agreement.
  func recordSection() throws(Overflow) -> Section {
    var notes: [String] = []
    let apportioned = try Int(summing: months.flatMap(\.leadTypes).map(\.apportioned))
    let leads = try Int(summing: months.map { account throws(Overflow) in try account.leadsDelivered() })
    notes.append(
      apportioned == 0
        ? "\(leads.leads) \(leads.agreeing("is", "are")) on record; none had to be apportioned between months."
        : "\(leads.leads) \(leads.agreeing("is", "are")) on record; \(apportioned.grouped) of them \(apportioned.agreeing("comes", "come")) from weeks that touch two months and \(apportioned.agreeing("was", "were")) apportioned by business days."
    )
    for account in months {
      // What leads say of themselves is told below.
      let unagreed = account.unagreed.filter { key, _ in
        key.leadType != .unassigned || account.ruling.contract.deliverySource == .logged
      }
      for (key, count) in unagreed.sorted(by: { $0.key < $1.key }) {
        notes.append(
          "\(count.leads) of \(key) in \(account.month) \(count.agreeing("is", "are")) of no type agreed for that month, and \(count.agreeing("has", "have")) no value."
        )
      }
    }
    notes += leadNotes()
    var blocks: [Block] = [.list(notes)]
    if corrections.isEmpty {
      blocks.append(.paragraph("No corrections."))
    } else {
      blocks.append(.paragraph("Corrections:"))
      blocks.append(.list(corrections.map { "\($0.key): \($0.line)" }))
    }
    return Section("records", "Corrections and apportioned counts", blocks)
  }

  /// The revisions that took effect in the quarter, and whether its metrics were reviewed.
  func reviewSection(_ quarter: Quarter) -> Section {
    let history = accounts.ledger.history
    var notes = history.versions.dropFirst()
      .filter { quarter.months.contains(history.bindingMonth(of: $0) ?? $0.contract.effective) }
      .map(history.account)
    if notes.isEmpty { notes.append("No revision takes effect in \(quarter).") }
    switch accounts.ledger.reviewState(of: quarter, on: today) {
    case .revised(let version, let isSigned):
      let verb = isSigned ? "changes" : "is proposed to change"
      notes.append(
        "Reviewed: version \(version.number) \(verb) the metrics from \(version.contract.effective) on."
      )
    case .kept(let review):
      notes.append("Reviewed on \(review.mark.at.day) by \(review.mark.by): metrics kept, \(review.reason).")
    case .due:
      notes.append(
        "Review due: nobody has looked at the metrics of \(quarter). Revise them (leadpact revise) or keep them on purpose (leadpact review \(contract.name) \(quarter) --keep --reason '…')."
      )
    case .upcoming(let day): notes.append("The metrics are to be reviewed after \(day).")
    }
    return Section("reviews", "Revisions and reviews", [.list(notes)])
  }

  /// What is owed in the period that follows.
  func nextSection() throws(Overflow) -> Section {
    let label = scope.next.label
    guard !next.isEmpty, let contract = next.last?.ruling.contract else {
      return Section(
        "next",
        "Owed next",
        [.paragraph("No version covers \(label); the term ends in \(contract.term.last).")]
      )
    }
    var rows: [Table.Row] = []
    for (stream, type) in contract.leadTypes {
      let key = LeadTypeKey(stream: stream.name, leadType: type.name)
      let cells = next.map { account -> Cell in
        guard let found = account.leadTypes.first(where: { $0.demand.key == key }) else { return .blank }
        let due = LeadFigures(account: found, entries: []).due
        return found.demand.isQuotaAssumed ? .noted(due, "assumed") : .figure(due)
      }
      rows.append(Table.Row([.text(stream.title), .text(type.title)] + cells))
    }
    var values: [Cell] = []
    for account in next {
      let figures = ValueFigures(
        attainment: try account.attainment() ?? .nothing(contract.currency),
        period: "\(account.month)",
        tolerance: contract.tolerance
      )
      values.append(.figure(try figures.due()))
    }
    rows.append(Table.Row([.text("Value owed"), .blank] + values, isTotal: true))
    var blocks: [Block] = [
      .table(
        Table(
          "Leads owed by month",
          columns: [.init("stream", "Stream"), .init("lead-type", "Lead type")]
            + next.map { .init("\($0.month)", "\($0.month)", isNumeric: true) },
          rows: rows
        )
      )
    ]
    if next.flatMap(\.leadTypes).contains(where: \.demand.isQuotaAssumed) {
      blocks.append(.paragraph(.assumedQuotaNote))
    }
    return Section("next", "Owed next: \(label)", blocks)
  }
}

extension Capacity {
  static let columns: [Table.Column] = [
    .init("month", "Month"), .init("reps", "Reps", isNumeric: true),
    .init("limit", "Can serve", isNumeric: true),
    .init("owed", "Owed", isNumeric: true), .init("delivered", "Delivered", isNumeric: true),
    .init("note", ""),
  ]

  func row(of account: MonthAccount) throws(Overflow) -> Table.Row {
    let month = account.month
    let due = try account.leadsDue()
    let delivered = try account.leadsDelivered()
    let limit = try limit(in: month)
    func figure(_ name: String, _ count: Int, _ formula: String, _ computation: String) -> Cell {
      .figure(
        Figure(
          FigureKey(period: "\(month)", name),
          .count(count),
          Derivation(formula: formula, computation: computation, clause: .salesSide)
        )
      )
    }
    let missing = missingReps(for: max(due, delivered), in: month)
    return Table.Row([
      .text("\(month)"),
      figure("reps", reps(in: month), "reps agreed for the month", "\(reps(in: month))"),
      figure("capacity", limit, "reps × leads per rep", "\(reps(in: month)) × \(leadsPerRep.grouped)"),
      figure("all-leads-due", due, "the sum over the lead types", due.grouped),
      figure("all-leads-delivered", delivered, "the sum over the lead types", delivered.grouped),
      .text(
        missing == 0
          ? "" : "\(missing) rep\(missing == 1 ? "" : "s") missing for \(max(due, delivered).grouped) leads"
      ),
    ])
  }
}

extension String {
  /// What `assumed` means beside leads owed.
  static let assumedQuotaNote =
    "(assumed): these leads are to bring revenue in a month that the contract gives no quota for; the last quota stands in."
}

extension ContractHistory {
  /// A version's way in a sentence or two: when and why it was proposed, who declined it, where it stands.
  fileprivate func account(of version: Version) -> String {
    let standing = standing(of: version)
    let proposal =
      "Version \(version.number), for \(version.contract.effective) on, proposed on \(version.proposedAt.day) by "
      + "\(version.proposedBy)\(version.note.map { ": \($0)" } ?? "")."
    return ([proposal] + refusals(of: version) + ["\(standing.words(of: version).uppercasedFirst)."]).joined(
      separator: " ")
  }
}

extension ContractHistory {
  /// Who declined a version, when and why, a sentence each, also where they signed it later.
  func refusals(of version: Version) -> [String] {
    signatures.compactMap { signature in
      guard signature.version == version.number, case .declined(let reason) = signature.word else {
        return nil
      }
      let name = version.contract.signatory(signature.email)?.name ?? signature.email.text
      return "\(name) declined it on \(signature.at.day): \(reason)."
    }
  }
}

extension Standing {
  /// Where `version` stands, in a clause; it names the month from which on it binds where that is not its
  /// effective month.
  func words(of version: Version) -> String {
    switch self {
    case .inForce(let day, version.contract.effective): "in force, signed by all on \(day)"
    case .inForce(let day, let from): "in force from \(from), signed by all on \(day)"
    case .awaiting(let missing): "awaiting \(missing.map(\.name).joined(separator: ", "))"
    case .refused(let refusals, _): "declined by \(refusals.map(\.email.text).joined(separator: ", "))"
    case .superseded(let newer): "superseded by version \(newer) before everyone had signed"
    }
  }
}

/// Who said what on each of `versions`, and when.
func signOffTable(of versions: [Version], in history: ContractHistory) -> Table {
  var rows: [Table.Row] = []
  for version in versions {
    for person in version.contract.signatories {
      let word = history.word(of: person, on: version)
      let words =
        switch word?.word {
        case .signed?: "signed"
        case .declined(let reason)?: "declined: \(reason)"
        case nil: "missing"
        }
      rows.append(
        Table.Row([
          .text("\(version.number)"), .text(version.digest.short), .text(person.name),
          .text(person.team.title),
          .text(person.role), .text(words), .text(word.map { "\($0.at.day)" } ?? ""),
        ])
      )
    }
  }
  return Table(
    "Who signed which text",
    columns: [
      .init("version", "Version"), .init("digest", "Digest"), .init("name", "Name"), .init("team", "Team"),
      .init("role", "Role"), .init("word", "Word"), .init("day", "On"),
    ],
    rows: rows
  )
}

extension Ledger {
  /// Looks for the leads delivered in `days` for which a commitment was missed.
  func evidence(
    in days: DayRange, under contract: Contract, on today: Day
  ) -> @Sendable (CommitmentRecord) -> [String] {
    { LeadEvidence.missed(missedLeads(of: $0, in: days, under: contract, on: today)) }
  }
}

/// How each commitment was kept: met against due.
///
/// - Parameter evidence: looks for the leads for which one was missed.
func commitmentTable(
  _ commitments: [CommitmentRecord], period: String,
  evidence: @escaping @Sendable (CommitmentRecord) -> [String] = { _ in [] }
) -> Table {
  Table(
    "Met against due, as followed up",
    columns: [
      .init("commitment", "Commitment"), .init("owner", "Owed by"), .init("agreed", "Agreed"),
      .init("found", "Found", isNumeric: true), .init("kept", ""),
    ],
    rows: commitments.map { record in
      Table.Row([
        .text(record.promise.title), .text(record.promise.owner.title), .text(record.promise.agreed),
        record.cell(period: period, missed: { evidence(record) }), .text(record.judgement),
      ])
    })
}
