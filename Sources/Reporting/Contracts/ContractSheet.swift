public import Agreement

/// A version of a contract in full: `leadpact contract show`.
public struct ContractSheet: Sendable {
  /// The version and where it stands.
  public let ruling: Ruling
  /// The versions and signatures.
  public let history: ContractHistory

  /// Shows a version of a history.
  public init(_ version: Version, in history: ContractHistory) {
    self.ruling = Ruling(version: version, standing: history.standing(of: version))
    self.history = history
  }

  private var contract: Contract { ruling.contract }

  /// The contract laid out.
  public var document: Document {
    var sections: [Section] = []
    if !contract.stages.isEmpty {
      sections.append(
        Section(
          "stages", "What the stages mean",
          [
            .list(
              Stage.allCases.compactMap { stage in
                contract.stages[stage].map { "\(stage.title): \($0)" }
              })
          ]))
    }
    sections += contract.streams.map(section)
    sections.append(salesSection)
    if !contract.measures.isEmpty {
      sections.append(
        Section(
          "measures", "Measures",
          [
            .list(
              contract.measures.map {
                "\($0.title) (\($0.name)), owed by \($0.owner.rawValue): \($0.direction.rawValue) \($0.target) \($0.unit)"
              })
          ]))
    }
    sections.append(
      Section(
        "signatories", "Who signs, and what each owes",
        [.list(contract.signatories.map { "\($0.email): \($0.part)" })]))
    sections.append(
      Section("sign-off", "Sign-off", [.table(signOffTable(of: [ruling.version], in: history))]))
    return Document(
      kind: "contract", title: contract.title, banners: [ruling.banner()].compactMap { $0 },
      facts: facts, sections: sections, footer: ["Digest: \(ruling.version.digest)."])
  }

  private var facts: [Fact] {
    var facts = [
      Fact("contract", "Contract", contract.name.text),
      Fact("version", "Version", "\(ruling.version.number), \(ruling.standing.words(of: ruling.version))"),
      Fact("proposed", "Proposed", "\(ruling.version.proposedAt.day) by \(ruling.version.proposedBy)"),
    ]
    if let note = ruling.version.note { facts.append(Fact("note", "Note", note)) }
    facts += [
      Fact("term", "Term", contract.term.description),
      Fact("effective", "Effective from", contract.effective.description),
      Fact("currency", "Currency", contract.currency.code),
      Fact("calendar", "Calendar", contract.calendar.words),
      Fact(
        "tolerance", "Tolerance", "± \(contract.tolerance), sustained after \(contract.sustainedAfter) months"
      ),
    ]
    if !contract.calendar.holidays.isEmpty {
      facts.append(
        Fact("holidays", "Holidays", contract.calendar.holidays.map(\.description).joined(separator: ", ")))
    }
    if let timeZone = contract.timeZone { facts.append(Fact("time-zone", "Time zone", timeZone.text)) }
    if contract.deliverySource == .leads {
      facts.append(Fact("deliveries", "Counts", "derived from the leads themselves"))
    }
    return facts
  }

  private func section(of stream: Stream) -> Section {
    var notes = ["Quota: \(stream.quotas.words)."]
    if stream.retention != .none { notes.append("Existing customers bring \(stream.retention) of it.") }
    if let margin = stream.margin { notes.append("Gross margin: \(margin).") }
    if !stream.crmValues.isEmpty { notes.append("In a CRM: \(stream.crmValues.joined(separator: ", ")).") }
    notes += stream.leadTypes.flatMap(\.leadNotes)
    let rows = stream.leadTypes.flatMap { type in
      type.metricRows.enumerated().map { position, row in
        Table.Row(
          [.text(position == 0 ? "\(type.title), \(type.share) of new business" : "")] + row.map(Cell.text))
      }
    }
    return Section(
      stream.name.text, stream.title,
      [
        .list(notes),
        .table(
          Table(
            "Funnel metrics",
            columns: [
              .init("lead-type", "Lead type"), .init("metric", "Metric"), .init("from", "From"),
              .init("figure", "Agreed", isNumeric: true), .init("source", "Source"),
            ], rows: rows)),
      ])
  }

  private var salesSection: Section {
    var notes: [String] = []
    if let contact = contract.sales.firstContact {
      notes.append("First contact within \(contact.limit) for \(contact.share) of the leads.")
      if case .business(let hours) = contact.clock { notes.append("Business hours: \(hours).") }
    }
    let cadence = contract.sales.cadence
    if !cadence.steps.isEmpty {
      notes.append(
        "Follow-up for \(cadence.share) of the leads due: "
          + cadence.steps.map { "\($0.touches) touches in \($0.days) days" }.joined(separator: ", ") + ".")
    }
    if let capacity = contract.sales.capacity {
      notes.append(
        "Capacity: \(capacity.leadsPerRep.grouped) leads a rep and month; "
          + capacity.staffing.map { "\($0.reps) reps from \($0.from)" }.joined(separator: ", ") + ".")
    }
    if let rejection = contract.sales.rejection { notes.append("\(rejection.sentence).") }
    return Section("sales", "What sales owes for the leads", [.list(notes)])
  }
}

extension Stage {
  var title: String {
    switch self {
    case .mql: "MQL"
    case .sql: "SQL"
    case .opportunity: "Opportunity"
    case .won: "Won"
    }
  }
}

extension ContractCalendar {
  /// The calendar in words: `calendar months; fiscal year from month 7`.
  var words: String {
    let months =
      switch months {
      case .gregorian: "calendar months"
      case .weeks(let pattern): "months of whole weeks, \(pattern.rawValue)"
      }
    return fiscalYearStart == 1 ? months : "\(months); fiscal year from month \(fiscalYearStart)"
  }
}

extension Quotas {
  /// The quotas in words, equal months in a row taken together: `$500,000.00 from 2026-01 to 2026-12`.
  var words: String {
    var runs: [(first: Month, last: Month, amount: Money)] = []
    for (position, amount) in amounts.enumerated() {
      let month = first.advanced(by: position)
      if let run = runs.last, run.amount == amount {
        runs[runs.count - 1].last = month
      } else {
        runs.append((month, month, amount))
      }
    }
    return runs.map { run in
      run.first == run.last
        ? "\(run.amount) in \(run.first)" : "\(run.amount) a month from \(run.first) to \(run.last)"
    }.joined(separator: ", ")
  }
}

extension RejectionWindow {
  /// What sales may do, as a sentence without its full stop.
  var sentence: String {
    "Sales may reject a lead within \(self) of its delivery; after that it counts as accepted"
  }
}

extension LeadType {
  /// What a lead of the type must be, as a sentence without its full stop; nil where nothing is asked.
  var conditionSentence: String? {
    qualifies.isEmpty
      ? nil : "\(title) counts where \(qualifies.map(\.description).joined(separator: "; "))"
  }

  /// What a CRM calls the type, and what a lead of it must be.
  var leadNotes: [String] {
    let values = crmValues.isEmpty ? [] : ["\(title) in a CRM: \(crmValues.joined(separator: ", "))."]
    return values + (conditionSentence.map { ["\($0)."] } ?? [])
  }

  /// A row for each figure of each metric: its name, from when, the figure and its source.
  var metricRows: [[String]] {
    func rows<Agreed>(_ name: String, _ metric: Metric<Agreed>, _ written: (Agreed) -> String) -> [[String]] {
      metric.steps.map { step in
        [name, step.from.map { "\($0)" } ?? "", written(step.figure), "\(step.source)"]
      }
    }
    return rows("MQL→SQL", funnel.mqlToSQL, \.description)
      + rows("SQL→opportunity", funnel.sqlToOpportunity, \.description)
      + rows("Win rate", funnel.winRate, \.description)
      + rows("Average order value", funnel.averageOrderValue, \.description)
      + rows("Time to close", funnel.timeToClose) { "\($0) days" }
  }
}
