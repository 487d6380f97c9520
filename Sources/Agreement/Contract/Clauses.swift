/// One thing that a contract says, named for people.
public struct Clause: Hashable, Sendable {
  /// What it is about: `smb/outbound: win rate`.
  public let subject: String
  /// What it says: `23%, assumed`.
  public let text: String
  /// What the clauses of one schedule have in common: `smb/outbound: win rate`, whichever quarter they hold from.
  let schedule: String

  init(subject: String, text: String, schedule: String? = nil) {
    self.subject = subject
    self.text = text
    self.schedule = schedule ?? subject
  }
}

extension Contract {
  /// Everything that the contract says, clause by clause, in the order of a contract file.
  ///
  /// Two contracts whose clauses are the same have the same canonical text but for how shares are written.
  public var clauses: [Clause] {
    var clauses = [
      Clause(subject: "title", text: title),
      Clause(subject: "term", text: term.description),
      Clause(subject: "effective from", text: effective.description),
      Clause(subject: "currency", text: currency.code),
      Clause(subject: "calendar", text: calendar.months.keyword),
      Clause(subject: "fiscal year starts in month", text: "\(calendar.fiscalYearStart)"),
      Clause(subject: "tolerance", text: tolerance.description),
      Clause(subject: "sustained after", text: "\(sustainedAfter) months"),
    ]
    clauses += calendar.holidays.map { Clause(subject: "holiday \($0)", text: "not worked") }
    clauses += Stage.allCases.compactMap { stage in
      stages[stage].map { Clause(subject: "meaning of \(stage.rawValue)", text: $0) }
    }
    clauses += streams.flatMap(\.clauses)
    clauses += sales.clauses
    clauses += measures.map { measure in
      Clause(
        subject: "measure \(measure.name)",
        text:
          "\(measure.title), owed by \(measure.owner.rawValue): \(measure.direction.rawValue) \(measure.target) \(measure.unit)"
      )
    }
    clauses += signatories.map { person in
      Clause(
        subject: "signatory \(person.email)",
        text: "\(person.name), \(person.role), for \(person.team.rawValue): \(person.owes)")
    }
    return clauses
  }
}

extension Stream {
  fileprivate var clauses: [Clause] {
    var clauses = [
      Clause(subject: "\(name): title", text: title),
      Clause(subject: "\(name): retention", text: retention.description),
      Clause(subject: "\(name): gross margin", text: margin?.description ?? "not agreed"),
    ]
    for (position, amount) in quotas.amounts.enumerated() {
      clauses.append(
        Clause(subject: "\(name): quota of \(quotas.first.advanced(by: position))", text: amount.description))
    }
    for type in leadTypes {
      let subject = "\(name)/\(type.name)"
      clauses.append(Clause(subject: "\(subject): title", text: type.title))
      clauses.append(Clause(subject: "\(subject): share", text: type.share.description))
      clauses += type.funnel.mqlToSQL.clauses("\(subject): MQL→SQL", \.description)
      clauses += type.funnel.sqlToOpportunity.clauses("\(subject): SQL→opportunity", \.description)
      clauses += type.funnel.winRate.clauses("\(subject): win rate", \.description)
      clauses += type.funnel.averageOrderValue.clauses("\(subject): average order value", \.description)
      clauses += type.funnel.timeToClose.clauses("\(subject): time to close") { "\($0) days" }
    }
    return clauses
  }
}

extension Metric {
  fileprivate func clauses(_ subject: String, _ written: (Figure) -> String) -> [Clause] {
    steps.map { step in
      Clause(
        subject: subject + (step.from.map { " from \($0)" } ?? ""),
        text: "\(written(step.figure)), \(step.source)",
        schedule: subject)
    }
  }
}

extension SalesCommitments {
  fileprivate var clauses: [Clause] {
    var clauses: [Clause] = []
    if let firstContact {
      clauses.append(
        Clause(
          subject: "first contact",
          text: "within \(firstContact.limit) for \(firstContact.share) of the leads"))
      if case .business(let hours) = firstContact.clock {
        clauses.append(Clause(subject: "business hours", text: hours.description))
      }
    }
    clauses += cadence.steps.map { step in
      Clause(subject: "cadence \(step.name)", text: "\(step.touches) touches within \(step.days) days")
    }
    clauses.append(Clause(subject: "cadence kept for", text: cadence.share.description))
    if let capacity {
      clauses.append(
        Clause(subject: "capacity", text: "\(capacity.leadsPerRep.grouped) leads a rep and month"))
      clauses += capacity.staffing.map { Clause(subject: "reps from \($0.from)", text: "\($0.reps)") }
    }
    return clauses
  }
}
