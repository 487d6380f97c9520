import Agreement

extension CommitmentRecord.Promise {
  /// What was promised, as a heading: `First contact within 4 business hours`.
  func title(in language: Language) -> String {
    switch self {
    case .firstContact(let promise): language(.firstContactWithin, ["limit": promise.limit(in: language)])
    case .cadence(let step, _): language(.touchesWithin, ["touches": step.touches, "days": step.days])
    case .measure(let measure): measure.title
    }
  }

  /// How much of it was promised: `90%`, `at least 4.5 points`.
  func agreed(in language: Language) -> String {
    switch self {
    case .firstContact(let promise): "\(promise.share)"
    case .cadence(_, let share): "\(share)"
    case .measure(let measure):
      language(
        measure.direction == .atLeast ? .agreedAtLeast : .agreedAtMost,
        ["target": measure.target, "unit": measure.unit])
    }
  }
}

extension FirstContact {
  /// The time within which first contact is to be made: `4 business hours`.
  fileprivate func limit(in language: Language) -> String {
    let isWhole = minutes.isMultiple(of: 60)
    let phrase: Phrase =
      switch (isWhole, clock) {
      case (true, .elapsed): .hours
      case (true, .business): .businessHours
      case (false, .elapsed): .minutes
      case (false, .business): .businessMinutes
      }
    return language(phrase, ["count": isWhole ? minutes / 60 : minutes])
  }
}

extension CommitmentRecord {
  /// What was found, in short: `85 %`, `4.6`.
  func foundInShort(in language: Language) -> String {
    switch finding {
    case .none: language(.nothingOnRecord)
    case .kept(let met, let due): QuantityFormat.people(.ratio(Ratio(met, of: due)))
    case .mean(let score, _): QuantityFormat.people(.score(score))
    }
  }

  /// Whether it was kept, in a word.
  fileprivate func judgement(in language: Language) -> String {
    switch isKept {
    case true?: language(.kept)
    case false?: language(.missed)
    case nil: "—"
    }
  }

  /// The same as a cell.
  fileprivate func judgementCell(in language: Language) -> Cell {
    let word = judgement(in: language)
    return isKept.map { .judged(word, $0 ? .good : .bad) } ?? .text(word)
  }

  /// Where it is laid down how the commitment is counted.
  private var clause: String {
    switch promise {
    case .firstContact where leads != nil: .firstContactClause
    case .cadence where leads != nil: .cadenceClause
    default: .salesSide
    }
  }

  /// What was found, as a cell of figures under keys of `period`; `missed` looks for the leads for which it was not kept.
  func cell(
    period: String, in language: Language, missed: (@Sendable () -> [String])? = nil
  ) -> Cell {
    func figure(_ part: String, _ quantity: Quantity, _ formula: Phrase, _ computation: String) -> Figure {
      Figure(
        FigureKey(period: period, "\(promise.subject)-\(part)"), quantity,
        Derivation(
          formula: language(formula), computation: computation, clause: clause,
          inputs: inputs(in: language), entries: observations.map { $0.line(in: language) }),
        evidence: missed)
    }
    switch finding {
    case .none: return .text("—")
    case .kept(let met, let due):
      return .attained(
        delivered: figure("met", .count(met), leads != nil ? .leadsKept : .sumOfMet, met.grouped),
        ratio: figure("ratio", .ratio(Ratio(met, of: due)), .metByDue, "\(met.grouped) / \(due.grouped)"),
        due: figure("due", .count(due), leads != nil ? .leadsThatWereDue : .sumOfDue, due.grouped))
    case .mean(let score, let count):
      return .noted(
        figure("mean", .score(score), .meanOfValues, language(.values, ["count": count])),
        language(count == 1 ? .values : .meanOf, ["count": count]))
    }
  }

  /// What was agreed, and the leads that tell how it was kept; none of those where someone recorded it.
  private func inputs(in language: Language) -> [Derivation.Input] {
    let agreed = Derivation.Input(
      promise.title(in: language), promise.agreed(in: language), source: language(.theContract))
    let told = leads.map {
      Derivation.Input(language(.leadsDelivered), $0.grouped, source: language(.theLeadsOnRecord))
    }
    return [agreed] + [told].compactMap(\.self)
  }
}

extension Observation {
  /// The entry in one line: `#3 2026-W07 smb contacted 180/212, on 2026-02-16 by ben`.
  fileprivate func line(in language: Language) -> String {
    let place = [stream?.text, rep].compactMap { $0 }.map { "\($0) " }.joined()
    let value =
      switch finding {
      case .kept(let met, let due): "\(met.grouped)/\(due.grouped)"
      case .measured(let score): "\(score)"
      }
    return language(
      .entryRecorded,
      [
        "entry": "#\(mark.number) \(days) \(place)\(subject) \(value)", "day": mark.at.day,
        "person": mark.by,
      ])
  }
}

extension Ledger {
  /// Looks for the leads delivered in `days` for which a commitment was missed.
  func evidence(
    in days: DayRange, under contract: Contract, on today: Day, _ language: Language
  ) -> @Sendable (CommitmentRecord) -> [String] {
    { LeadEvidence(language).missed(missedLeads(of: $0, in: days, under: contract, on: today)) }
  }
}

/// How each commitment was kept: met against due.
///
/// - Parameter evidence: looks for the leads for which one was missed.
func commitmentTable(
  _ commitments: [CommitmentRecord], period: String, in language: Language,
  evidence: @escaping @Sendable (CommitmentRecord) -> [String] = { _ in [] }
) -> Table {
  Table(
    language(.metAgainstDue),
    columns: [
      .init("commitment", language(.commitment)), .init("owner", language(.owedBy)),
      .init("agreed", language(.agreed)), .init("found", language(.found), isNumeric: true),
      .init("kept", ""),
    ],
    rows: commitments.map { record in
      Table.Row([
        .text(record.promise.title(in: language)), .text(record.promise.owner.words(in: language)),
        .text(record.promise.agreed(in: language)),
        record.cell(period: period, in: language, missed: { evidence(record) }),
        record.judgementCell(in: language),
      ])
    }, headedBy: 1)
}
