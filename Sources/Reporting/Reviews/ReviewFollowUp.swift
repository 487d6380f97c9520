import Agreement

extension PeriodReview {
  /// What each rep did about the leads delivered in the period, and what the team did; nil where no lead tells.
  func followUpSection() -> Section? {
    let followUp = accounts.ledger.followUp(in: days, under: contract, from: .end(of: today))
    let tells = followUp.team.neverContacted != nil || followUp.reps.contains { $0.rep != nil }
    guard followUp.team.leads > 0, tells else { return nil }
    let clock = ResponseUnit(contract)
    let tallies =
      followUp.reps.map { entry in
        FollowUpFigures(tally: entry.tally, period: scope.label, rep: entry.rep ?? .nobody, unit: clock)
      } + [FollowUpFigures(tally: followUp.team, period: scope.label, rep: nil, unit: clock)]
    let months = months.count > 1 ? months.map(\.month) : []
    var blocks: [Block] = [
      .table(
        Table(
          "Leads delivered in \(scope.label), by rep",
          columns: [.init("rep", "Rep"), .init("leads", "Leads", isNumeric: true)]
            + months.map { .init("load-\($0)", "\($0)", isNumeric: true) } + [
              .init("contacted", "Contacted in time", isNumeric: true),
              .init("median", "Median \(clock.words)", isNumeric: true),
              .init("ninetieth", "9 of 10 within", isNumeric: true),
            ],
          rows: tallies.map { $0.row(months: months) }))
    ]
    let steps = followUp.team.steps?.map(\.step) ?? []
    if !steps.isEmpty {
      blocks.append(
        .table(
          Table(
            "Touches within some days of delivery, by rep",
            columns: [.init("rep", "Rep")]
              + steps.map { .init($0.name, "\($0.touches) in \($0.days) days", isNumeric: true) },
            rows: tallies.map(\.stepRow))))
    }
    return Section("follow-up", "Follow-up by rep", blocks + [.list(followUpNotes(followUp))])
  }

  private func followUpNotes(_ followUp: FollowUp) -> [String] {
    var notes: [String] = []
    if let never = followUp.team.neverContacted, never > 0 {
      notes.append("\(never.leads) \(never == 1 ? "was" : "were") not contacted by \(today).")
    }
    if followUp.team.unmeasured > 0 {
      notes.append(
        "Of \(followUp.team.unmeasured.leads) the hour of delivery or of the first contact is not known, or the day on which it ended, so whether first contact was in time cannot be told."
      )
    }
    if !accounts.ledger.leads.hasTouches {
      notes.append("No touches are on record, so the cadence is not judged (leadpact import touches).")
    }
    if let capacity = contract.sales.capacity {
      let overloads = followUp.overloads(by: capacity)
      let named = overloads.prefix(5).map { "\($0.rep) \($0.leads.grouped) in \($0.month)" }
      let left = overloads.count - named.count
      notes.append(
        overloads.isEmpty
          ? "Nobody was given more than the \(capacity.leadsPerRep.leads) a month that a rep can serve."
          : "More than the \(capacity.leadsPerRep.leads) a month that a rep can serve had "
            + (left == 0 ? named.joinedByAnd : "\(named.joined(separator: ", ")) and \(left.grouped) more")
            + "."
      )
    }
    if notes.isEmpty { notes.append("Only leads whose time has passed count as due.") }
    return notes
  }
}

/// In what response times are told: minutes where the promise is short, hours where it is long.
struct ResponseUnit: Sendable {
  private let isHours: Bool
  private let isBusiness: Bool

  init(_ contract: Contract) {
    let limit = contract.sales.firstContact
    self.isHours = limit.map { $0.minutes >= 120 } ?? true
    self.isBusiness = limit.map { $0.clock != .elapsed } ?? false
  }

  /// `hours`, `business minutes`.
  var words: String { (isBusiness ? "business " : "") + name }
  /// `hours` or `minutes`.
  var name: String { isHours ? "hours" : "minutes" }

  /// A time in microseconds as a figure of the unit, rounded half up to a hundredth.
  func score(_ microseconds: Int) -> Score {
    let hundredths = Score(parts: microseconds, of: isHours ? 36_000_000 : 600_000).rounded
    return Score(millionths: hundredths * 10_000)
  }
}

/// The figures of what one rep did, or the team.
private struct FollowUpFigures: Sendable {
  let tally: FollowUp.Tally
  let period: String
  let rep: String?
  let unit: ResponseUnit

  private var title: String { rep ?? "The team" }

  func row(months: [Month]) -> Table.Row {
    let loads = months.map {
      figure("leads-\($0)", .count(tally.loads[$0] ?? 0), "leads delivered in the month")
    }
    return Table.Row(
      [.text(title), figure("leads", .count(tally.leads), "leads delivered that count")] + loads + [
        tally.contact.map { kept("contacted", $0, .firstContactClause) } ?? .text("—"),
        time("median", tally.median, "the middle one of the response times"),
        time("ninetieth", tally.ninetieth, "nine of ten response times are no longer"),
      ], isTotal: rep == nil)
  }

  /// How the cadence was kept.
  var stepRow: Table.Row {
    Table.Row(
      [.text(title)] + (tally.steps ?? []).map { kept($0.step.name, $0.kept, .cadenceClause) },
      isTotal: rep == nil)
  }

  private func key(_ name: String) -> FigureKey {
    FigureKey(period: period, rep: rep, rep == nil ? "follow-up-\(name)" : name)
  }

  private func figure(
    _ name: String, _ quantity: Quantity, _ formula: String, _ clause: String = .firstContactClause
  )
    -> Cell
  {
    .figure(
      Figure(
        key(name), quantity,
        Derivation(
          formula: formula, computation: QuantityFormat.people(quantity), clause: clause,
          inputs: [Derivation.Input("leads", tally.leads.grouped, source: "the leads on record")])))
  }

  private func kept(_ name: String, _ kept: FollowUp.Kept, _ clause: String) -> Cell {
    func part(_ name: String, _ quantity: Quantity, _ formula: String, _ computation: String) -> Figure {
      Figure(key(name), quantity, Derivation(formula: formula, computation: computation, clause: clause))
    }
    guard kept.due > 0 else { return .text("—") }
    return .attained(
      delivered: part("\(name)-met", .count(kept.met), "the leads for which it was kept", kept.met.grouped),
      ratio: part(
        "\(name)-ratio", .ratio(Ratio(kept.met, of: kept.due)), "met / due",
        "\(kept.met.grouped) / \(kept.due.grouped)"),
      due: part("\(name)-due", .count(kept.due), "the leads that were due", kept.due.grouped))
  }

  private func time(_ name: String, _ microseconds: Int?, _ formula: String) -> Cell {
    guard let microseconds else { return .text("—") }
    return figure(
      "response-\(name)-\(unit.name)", .score(unit.score(microseconds)), "\(formula), in \(unit.words)")
  }
}
