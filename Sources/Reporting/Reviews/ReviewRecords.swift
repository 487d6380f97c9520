import Agreement

extension PeriodReview {
  /// Who signed which digest.
  func signOffSection() -> Section {
    Section(
      "sign-off",
      language(.signOff),
      [.table(signOffTable(of: versions.map(\.version), in: accounts.ledger.history, language))]
    )
  }

  /// How each commitment was kept.
  func commitmentSection() -> Section {
    Section(
      "commitments", language(.commitments),
      [
        commitmentChart().map(Block.chart),
        .table(
          commitmentTable(
            commitments, period: scope.label, in: language,
            evidence: accounts.ledger.evidence(in: days, under: contract, on: today, language))),
      ].compactMap(\.self))
  }

  /// The leads owed and delivered against what the reps can serve; nil where no capacity is agreed.
  func capacitySection() throws(Overflow) -> Section? {
    var rows: [Table.Row] = []
    for account in months {
      guard let capacity = account.ruling.contract.sales.capacity else { continue }
      rows.append(try capacity.row(of: account, in: language))
    }
    guard !rows.isEmpty else { return nil }
    return Section(
      "capacity",
      language(.capacity),
      [
        try capacityChart().map(Block.chart),
        .table(Table(language(.capacityCaption), columns: Capacity.columns(in: language), rows: rows)),
      ].compactMap(\.self)
    )
  }

  /// Corrections, apportioned counts, leads outside the agreement.
  func recordSection() throws(Overflow) -> Section {
    var notes: [String] = []
    let apportioned = try Int(summing: months.flatMap(\.leadTypes).map(\.apportioned))
    let leads = try Int(summing: months.map { account throws(Overflow) in try account.leadsDelivered() })
    notes.append(
      apportioned == 0
        ? language(.leadsOnRecord, ["count": leads])
        : language(.leadsOnRecordApportioned, ["count": leads, "apportioned": apportioned])
    )
    for account in months {
      // What leads say of themselves is told below.
      let unagreed = account.unagreed.filter { key, _ in
        key.leadType != .unassigned || account.ruling.contract.deliverySource == .logged
      }
      for (key, count) in unagreed.sorted(by: { $0.key < $1.key }) {
        notes.append(language(.unagreedLeads, ["count": count, "key": key, "month": account.month]))
      }
    }
    notes += try leadNotes()
    var blocks: [Block] = [.list(notes)]
    if corrections.isEmpty {
      blocks.append(.paragraph(language(.noCorrections)))
    } else {
      blocks.append(.paragraph(language(.corrections)))
      blocks.append(
        .list(
          corrections.map { language(.entryOf, ["key": $0.key, "entry": $0.line(in: language)]) }))
    }
    return Section("records", language(.records), blocks)
  }

  /// The revisions that took effect in the quarter, and whether its metrics were reviewed.
  func reviewSection(_ quarter: Quarter) throws(Overflow) -> Section {
    let history = accounts.ledger.history
    var notes = history.versions.dropFirst()
      .filter { quarter.months.contains(history.bindingMonth(of: $0) ?? $0.contract.effective) }
      .map { history.account(of: $0, in: language) }
    if notes.isEmpty { notes.append(language(.noRevision, ["quarter": quarter])) }
    switch accounts.ledger.reviewState(of: quarter, on: today) {
    case .revised(let version, let isSigned):
      notes.append(
        language(
          isSigned ? .revised : .revisionProposed,
          ["version": "\(version.number)", "month": version.contract.effective]))
    case .kept(let review):
      notes.append(
        language(
          .metricsKept,
          ["day": review.mark.at.day, "person": review.mark.by, "reason": review.reason]))
    case .due:
      notes.append(language(.reviewDue, ["quarter": quarter, "contract": contract.name]))
    case .upcoming(let day): notes.append(language(.reviewUpcoming, ["day": day]))
    }
    return Section("reviews", language(.reviews), [.list(notes)] + (try revisionBlocks(quarter)))
  }

  /// What is owed in the period that follows.
  func nextSection() throws(Overflow) -> Section {
    let label = scope.next.label
    guard !next.isEmpty, let contract = next.last?.ruling.contract else {
      return Section(
        "next",
        language(.owedNextNone),
        [.paragraph(language(.notCovered, ["period": label, "last": contract.term.last]))]
      )
    }
    var rows: [Table.Row] = []
    for (stream, type) in contract.leadTypes {
      let key = LeadTypeKey(stream: stream.name, leadType: type.name)
      let cells = next.map { account -> Cell in
        guard let found = account.leadTypes.first(where: { $0.demand.key == key }) else { return .blank }
        let due = found.demand.leadsDue(under: account.ruling.version, in: language)
        return found.demand.isQuotaAssumed ? .noted(due, language(.assumed)) : .figure(due)
      }
      rows.append(Table.Row([.text(stream.title), .text(type.title)] + cells))
    }
    var values: [Cell] = []
    for account in next {
      let figures = ValueFigures(
        attainment: try account.attainment() ?? .nothing(contract.currency),
        period: "\(account.month)",
        tolerance: contract.tolerance,
        language: language
      )
      values.append(.figure(try figures.due()))
    }
    rows.append(Table.Row([.text(language(.valueOwedHeading)), .blank] + values, isTotal: true))
    var blocks: [Block] = [
      .table(
        Table(
          language(.leadsOwedByMonth),
          columns: [.init("stream", language(.stream)), .init("lead-type", language(.leadType))]
            + next.map { .init("\($0.month)", "\($0.month)", isNumeric: true) },
          rows: rows
        )
      )
    ]
    if next.flatMap(\.leadTypes).contains(where: \.demand.isQuotaAssumed) {
      blocks.append(.paragraph(language(.assumedQuota)))
    }
    return Section("next", language(.owedNext, ["period": label]), blocks)
  }
}

extension Capacity {
  fileprivate static func columns(in language: Language) -> [Table.Column] {
    [
      .init("month", language(.month)), .init("reps", language(.reps), isNumeric: true),
      .init("limit", language(.canServe), isNumeric: true),
      .init("owed", language(.owed), isNumeric: true),
      .init("delivered", language(.delivered), isNumeric: true), .init("note", ""),
    ]
  }

  func row(of account: MonthAccount, in language: Language) throws(Overflow) -> Table.Row {
    let month = account.month
    let due = try account.leadsDue()
    let delivered = try account.leadsDelivered()
    let limit = try limit(in: month)
    func figure(_ name: String, _ count: Int, _ formula: Phrase, _ computation: String) -> Cell {
      .figure(
        Figure(
          FigureKey(period: "\(month)", name),
          .count(count),
          Derivation(formula: language(formula), computation: computation, clause: .salesSide)
        )
      )
    }
    let missing = missingReps(for: max(due, delivered), in: month)
    return Table.Row([
      .text("\(month)"),
      figure("reps", reps(in: month), .repsAgreed, "\(reps(in: month))"),
      figure("capacity", limit, .repsTimesLeads, "\(reps(in: month)) × \(leadsPerRep.grouped)"),
      figure("all-leads-due", due, .sumOverLeadTypes, due.grouped),
      figure("all-leads-delivered", delivered, .sumOverLeadTypes, delivered.grouped),
      .text(
        missing == 0
          ? "" : language(.repsMissing, ["reps": missing, "leads": max(due, delivered)])
      ),
    ])
  }
}

extension ContractHistory {
  /// A version's way in a sentence or two: when and why it was proposed, who declined it, where it stands.
  fileprivate func account(of version: Version, in language: Language) -> String {
    let (number, month) = ("\(version.number)", version.contract.effective)
    let (day, person) = (version.proposedAt.day, version.proposedBy)
    let proposal =
      if let note = version.note {
        language(
          .versionProposedWithNote,
          ["version": number, "month": month, "day": day, "person": person, "note": note])
      } else {
        language(.versionProposed, ["version": number, "month": month, "day": day, "person": person])
      }
    let standing = language.leading(standing(of: version).words(of: version, in: language))
    return language.following(
      [proposal] + refusals(of: version, in: language)
        + [language(.standingSentence, ["standing": standing])])
  }

  /// Who declined a version, when and why, a sentence each, also where they signed it later.
  func refusals(of version: Version, in language: Language = .english) -> [String] {
    signatures.compactMap { signature in
      guard signature.version == version.number, case .declined(let reason) = signature.word else {
        return nil
      }
      let name = version.contract.signatory(signature.email)?.name ?? signature.email.text
      return language(.declinedOn, ["name": name, "day": signature.at.day, "reason": reason])
    }
  }
}

extension Standing {
  /// Where `version` stands, in a clause; it names the month from which on it binds where that is not its
  /// effective month.
  func words(of version: Version, in language: Language = .english) -> String {
    switch self {
    case .inForce(let day, version.contract.effective): language(.inForce, ["day": day])
    case .inForce(let day, let from): language(.inForceFrom, ["month": from, "day": day])
    case .awaiting(let missing):
      language(.awaiting, ["names": language.enumerated(missing.map(\.name))])
    case .refused(let refusals, _):
      language(.declinedStanding, ["names": language.enumerated(refusals.map(\.email.text))])
    case .superseded(let newer): language(.superseded, ["version": "\(newer)"])
    }
  }
}

/// Who said what on each of `versions`, and when.
func signOffTable(
  of versions: [Version], in history: ContractHistory, _ language: Language = .english
) -> Table {
  var rows: [Table.Row] = []
  // Where nobody signed with a key, there is nothing to tell apart.
  let hasKeys = versions.contains { version in
    version.contract.signatories.contains { history.word(of: $0, on: version)?.key != nil }
  }
  for version in versions {
    for person in version.contract.signatories {
      let word = history.word(of: person, on: version)
      let words =
        switch word?.word {
        case .signed?: language(.signed)
        case .declined(let reason)?: language(.declinedWord, ["reason": reason])
        case nil: language(.missingWord)
        }
      rows.append(
        Table.Row(
          [
            .text("\(version.number)"), .text(version.digest.short), .text(person.name),
            .text(person.team.words(in: language)),
            .text(person.role), .judged(words, word?.word == .signed ? .good : .bad),
            .text(word.map { "\($0.at.day)" } ?? ""),
          ] + (hasKeys ? [.text(word?.means(in: language) ?? "")] : []))
      )
    }
  }
  return Table(
    language(.whoSigned),
    columns: [
      .init("version", language(.version)), .init("digest", language(.digest)),
      .init("name", language(.name)), .init("team", language(.team)), .init("role", language(.role)),
      .init("word", language(.word)), .init("day", language(.onDay)),
    ] + (hasKeys ? [.init("key", language(.withKey))] : []),
    rows: rows
  )
}

extension Signature {
  /// The key that a signature was made with, or that it was typed; nothing for a refusal.
  fileprivate func means(in language: Language) -> String {
    guard word == .signed else { return "" }
    return key?.fingerprint.short ?? language(.typedWord)
  }
}
