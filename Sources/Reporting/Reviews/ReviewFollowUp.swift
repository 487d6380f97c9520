import Agreement

extension PeriodReview {
  /// What each rep did about the leads delivered in the period, and what the team did; nil where no lead tells.
  func followUpSection() -> Section? {
    let tells = followUp.team.neverContacted != nil || followUp.reps.contains { $0.rep != nil }
    guard followUp.team.leads > 0, tells else { return nil }
    let clock = ResponseUnit(contract)
    let tallies =
      (followUp.reps.map { ($0.tally, $0.rep ?? .nobody) } + [(followUp.team, String?.none)]).map {
        FollowUpFigures(tally: $0, period: scope.label, rep: $1, unit: clock, language: language)
      }
    let months = months.count > 1 ? months.map(\.month) : []
    var blocks: [Block] = [
      .table(
        Table(
          language(.leadsDeliveredByRep, ["period": scope.label]),
          columns: [.init("rep", language(.rep)), .init("leads", language(.leads), isNumeric: true)]
            + months.map { .init("load-\($0)", "\($0)", isNumeric: true) } + [
              .init("contacted", language(.contactedInTime), isNumeric: true),
              .init("median", language(clock.median), isNumeric: true),
              .init("ninetieth", language(.nineOfTenWithin), isNumeric: true),
            ],
          rows: tallies.map { $0.row(months: months) }))
    ]
    let steps = followUp.team.steps?.map(\.step) ?? []
    if !steps.isEmpty {
      blocks.append(
        .table(
          Table(
            language(.touchesByRep),
            columns: [.init("rep", language(.rep))]
              + steps.map { step in
                .init(
                  step.name, language(.touchesInDays, ["touches": step.touches, "days": step.days]),
                  isNumeric: true)
              },
            rows: tallies.map(\.stepRow))))
    }
    return Section("follow-up", language(.followUpByRep), blocks + [.list(followUpNotes(followUp))])
  }

  private func followUpNotes(_ followUp: FollowUp) -> [String] {
    var notes: [String] = []
    if let never = followUp.team.neverContacted, never > 0 {
      notes.append(language(.neverContacted, ["count": never, "day": today]))
    }
    if followUp.team.unmeasured > 0 {
      notes.append(language(.contactUnmeasured, ["count": followUp.team.unmeasured]))
    }
    if !accounts.ledger.leads.hasTouches { notes.append(language(.noTouches)) }
    if let capacity = contract.sales.capacity { notes.append(overloadNote(followUp, capacity)) }
    if notes.isEmpty { notes.append(language(.onlyDueLeads)) }
    return notes
  }

  /// Who was given more leads than a rep can serve.
  private func overloadNote(_ followUp: FollowUp, _ capacity: Capacity) -> String {
    let overloads = followUp.overloads(by: capacity)
    let named = overloads.prefix(5).map {
      language(.overload, ["rep": $0.rep, "leads": $0.leads, "month": $0.month])
    }
    let limit = capacity.leadsPerRep
    let left = overloads.count - named.count
    guard !overloads.isEmpty else { return language(.nobodyOverloaded, ["limit": limit]) }
    return left == 0
      ? language(.overloaded, ["limit": limit, "loads": named])
      : language(
        .overloadedAndMore, ["limit": limit, "loads": language.enumerated(named), "more": left])
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

  /// `hours` or `minutes`, as the keys of figures name them.
  var name: String { isHours ? "hours" : "minutes" }

  /// The heading of the middle one of the response times.
  var median: Phrase { phrase(.medianHours, .medianMinutes, .medianBusinessHours, .medianBusinessMinutes) }

  /// What the middle one of the response times is.
  fileprivate var middle: Phrase {
    phrase(.middleHours, .middleMinutes, .middleBusinessHours, .middleBusinessMinutes)
  }

  /// What the response time is that nine of ten do not pass.
  fileprivate var ninetieth: Phrase {
    phrase(.ninetiethHours, .ninetiethMinutes, .ninetiethBusinessHours, .ninetiethBusinessMinutes)
  }

  private func phrase(
    _ hours: Phrase, _ minutes: Phrase, _ businessHours: Phrase, _ businessMinutes: Phrase
  ) -> Phrase {
    switch (isHours, isBusiness) {
    case (true, false): hours
    case (false, false): minutes
    case (true, true): businessHours
    case (false, true): businessMinutes
    }
  }

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
  let language: Language

  private var title: String {
    guard let rep else { return language(.theTeam) }
    return rep == .nobody ? language(.noRep) : rep
  }

  func row(months: [Month]) -> Table.Row {
    let loads = months.map {
      figure("leads-\($0)", .count(tally.loads[$0] ?? 0), .leadsDeliveredInMonth)
    }
    return Table.Row(
      [.text(title), figure("leads", .count(tally.leads), .leadsThatCount)] + loads + [
        tally.contact.map { kept("contacted", $0, .firstContactClause) } ?? .text("—"),
        time("median", tally.median, unit.middle), time("ninetieth", tally.ninetieth, unit.ninetieth),
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

  private func figure(_ name: String, _ quantity: Quantity, _ formula: Phrase) -> Cell {
    .figure(
      Figure(
        key(name), quantity,
        Derivation(
          formula: language(formula), computation: QuantityFormat.people(quantity),
          clause: .firstContactClause,
          inputs: [
            Derivation.Input(
              language(.leadsInput), tally.leads.grouped, source: language(.theLeadsOnRecord))
          ])))
  }

  private func kept(_ name: String, _ kept: FollowUp.Kept, _ clause: String) -> Cell {
    func part(_ name: String, _ quantity: Quantity, _ formula: Phrase, _ computation: String) -> Figure {
      Figure(
        key(name), quantity,
        Derivation(formula: language(formula), computation: computation, clause: clause))
    }
    guard kept.due > 0 else { return .text("—") }
    return .attained(
      delivered: part("\(name)-met", .count(kept.met), .leadsKept, kept.met.grouped),
      ratio: part(
        "\(name)-ratio", .ratio(Ratio(kept.met, of: kept.due)), .metByDue,
        "\(kept.met.grouped) / \(kept.due.grouped)"),
      due: part("\(name)-due", .count(kept.due), .leadsThatWereDue, kept.due.grouped))
  }

  private func time(_ name: String, _ microseconds: Int?, _ formula: Phrase) -> Cell {
    guard let microseconds else { return .text("—") }
    return figure("response-\(name)-\(unit.name)", .score(unit.score(microseconds)), formula)
  }
}
