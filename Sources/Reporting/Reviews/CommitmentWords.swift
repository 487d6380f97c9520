import Agreement

extension CommitmentRecord.Promise {
  /// What was promised, as a heading: `First contact within 4 business hours`.
  var title: String {
    switch self {
    case .firstContact(let promise): "First contact within \(promise.limit)"
    case .cadence(let step, _): step.words(joinedBy: "within")
    case .measure(let measure): measure.title
    }
  }

  /// How much of it was promised: `90%`, `at least 4.5 points`.
  var agreed: String {
    switch self {
    case .firstContact(let promise): "\(promise.share)"
    case .cadence(_, let share): "\(share)"
    case .measure(let measure): "\(measure.direction.rawValue) \(measure.target) \(measure.unit)"
    }
  }
}

extension Cadence.Step {
  /// The step in words: `3 touches within 14 days`.
  func words(joinedBy word: String) -> String {
    "\(touches) touch\(touches == 1 ? "" : "es") \(word) \(days) day\(days == 1 ? "" : "s")"
  }
}

extension CommitmentRecord {
  /// What was found, in short: `85 %`, `4.6`.
  var foundInShort: String {
    switch finding {
    case .none: "nothing on record"
    case .kept(let met, let due): QuantityFormat.people(.ratio(Ratio(met, of: due)))
    case .mean(let score, _): QuantityFormat.people(.score(score))
    }
  }

  /// Whether it was kept, in a word.
  var judgement: String {
    switch isKept {
    case true?: "kept"
    case false?: "missed"
    case nil: "—"
    }
  }

  /// The leads that tell how it was kept; none where someone recorded it.
  private var leadInputs: [Derivation.Input] {
    leads.map { [Derivation.Input("leads delivered", $0.grouped, source: "the leads on record")] } ?? []
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
  func cell(period: String, missed: (@Sendable () -> [String])? = nil) -> Cell {
    let entries = observations.map(\.line)
    let isTold = !leadInputs.isEmpty
    func figure(_ part: String, _ quantity: Quantity, _ formula: String, _ computation: String) -> Figure {
      Figure(
        FigureKey(period: period, "\(promise.subject)-\(part)"),
        quantity,
        Derivation(
          formula: formula,
          computation: computation,
          clause: clause,
          inputs: [Derivation.Input(promise.title, promise.agreed, source: "the contract")] + leadInputs,
          entries: entries
        ),
        evidence: missed
      )
    }
    switch finding {
    case .none: return .text("—")
    case .kept(let met, let due):
      return .attained(
        delivered: figure(
          "met", .count(met), isTold ? "the leads for which it was kept" : "the sum of what was met",
          met.grouped),
        ratio: figure("ratio", .ratio(Ratio(met, of: due)), "met / due", "\(met.grouped) / \(due.grouped)"),
        due: figure(
          "due", .count(due), isTold ? "the leads that were due" : "the sum of what was due", due.grouped)
      )
    case .mean(let score, let count):
      return .noted(
        figure("mean", .score(score), "the mean of the values on record", "\(count) values"),
        count == 1 ? "1 value" : "mean of \(count)"
      )
    }
  }
}

extension Observation {
  /// The entry in one line: `#3 2026-W07 smb contacted 180/212, on 2026-02-16 by ben`.
  var line: String {
    let place = [stream?.text, rep].compactMap { $0 }.map { "\($0) " }.joined()
    let value =
      switch finding {
      case .kept(let met, let due): "\(met.grouped)/\(due.grouped)"
      case .measured(let score): "\(score)"
      }
    return "#\(mark.number) \(days) \(place)\(subject) \(value), recorded on \(mark.at.day) by \(mark.by)"
  }
}
