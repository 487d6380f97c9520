/// One thing that a contract says, named for people and for programs.
public struct Clause: Hashable, Sendable {
  /// Where it stands in a contract file: `streams`, `smb`, `lead-types`, `outbound`, `win-rate`.
  ///
  /// It keeps its wording from release to release, and tells clauses of one contract apart.
  public let path: [String]
  /// What it is about, for people: `smb/outbound: win rate`.
  public let subject: String
  /// What it says: `23%`.
  public let statement: String
  /// Where the figure comes from; nil in a clause that is no figure of a funnel.
  public let source: String?

  /// What it says in full: `23%, assumed`.
  public var text: String { source.map { "\(statement), \($0)" } ?? statement }

  init(_ path: [String], _ subject: String, _ statement: String, source: String? = nil) {
    self.path = path
    self.subject = subject
    self.statement = statement
    self.source = source
  }
}

/// A metric of one lead type.
struct MetricKey: Hashable {
  let key: LeadTypeKey
  let metric: FunnelMetric
}

extension Contract {
  /// Everything that the contract says, clause by clause, in the order of a contract file.
  ///
  /// Two contracts whose clauses are the same have the same canonical text but for how shares are written.
  public var clauses: [Clause] { clauses(splitting: schedules) }

  /// The quarters from which on each metric has another figure.
  var schedules: [MetricKey: Set<Quarter>] {
    var schedules: [MetricKey: Set<Quarter>] = [:]
    for stream in streams {
      for type in stream.leadTypes {
        let key = LeadTypeKey(stream: stream.name, leadType: type.name)
        for (metric, quarter) in type.funnel.quarters {
          schedules[MetricKey(key: key, metric: metric), default: []].insert(quarter)
        }
      }
    }
    return schedules
  }

  /// The clauses, with one for each metric and each of the given quarters, whether the figure changes then or not.
  func clauses(splitting schedules: [MetricKey: Set<Quarter>]) -> [Clause] {
    var clauses = [
      Clause(["title"], "title", title),
      Clause(["term"], "term", term.description),
      Clause(["effective"], "effective from", effective.description),
      Clause(["currency"], "currency", currency.code),
      Clause(["calendar"], "calendar", calendar.months.keyword),
      Clause(["fiscal-year-starts"], "fiscal year starts in month", "\(calendar.fiscalYearStart)"),
      Clause(["tolerance"], "tolerance", tolerance.description),
      Clause(["sustained-after"], "sustained after", "\(sustainedAfter) months"),
    ]
    if let timeZone { clauses.append(Clause(["time-zone"], "time zone", timeZone.text)) }
    if deliverySource != .logged {
      clauses.append(Clause(["deliveries"], "where counts come from", deliverySource.rawValue))
    }
    clauses += calendar.holidays.map { Clause(["holidays", "\($0)"], "holiday \($0)", "not worked") }
    clauses += Stage.allCases.compactMap { stage in
      stages[stage].map { Clause(["stages", stage.rawValue], "meaning of \(stage.rawValue)", $0) }
    }
    clauses += streams.flatMap { $0.clauses(splitting: schedules) }
    clauses += sales.clauses
    clauses += measures.map { measure in
      Clause(
        ["measures", measure.name.text],
        "measure \(measure.name)",
        "\(measure.title), owed by \(measure.owner.rawValue): "
          + "\(measure.direction.rawValue) \(measure.target) \(measure.unit)"
      )
    }
    for person in signatories {
      let path = ["signatories", person.email.text.lowercased()]
      clauses.append(
        Clause(
          path,
          "signatory \(person.email)",
          "\(person.name), \(person.role), for \(person.team.rawValue): \(person.owes)"
        )
      )
      if let key = person.key {
        clauses.append(Clause(path + ["key"], "signatory \(person.email): key", key.text))
      }
    }
    return clauses
  }
}

extension Stream {
  fileprivate func clauses(splitting schedules: [MetricKey: Set<Quarter>]) -> [Clause] {
    let path = ["streams", name.text]
    var clauses = [
      Clause(path + ["title"], "\(name): title", title),
      Clause(path + ["retention"], "\(name): retention", retention.description),
      Clause(path + ["margin"], "\(name): gross margin", margin?.description ?? "not agreed"),
    ]
    clauses += crmValues.map { Clause(crmValue: $0, at: path, of: name.text) }
    for (position, amount) in quotas.amounts.enumerated() {
      let month = quotas.first.advanced(by: position)
      clauses.append(
        Clause(path + ["quota", "\(month)"], "\(name): quota of \(month)", amount.description)
      )
    }
    return clauses + leadTypes.flatMap { $0.clauses(of: name, splitting: schedules) }
  }
}

extension Clause {
  /// A word that means a stream or a lead type, named by what tells it apart from others.
  fileprivate init(crmValue value: String, at path: [String], of owner: String) {
    let folded = value.folded
    self.init(
      path + ["crm-values", folded.split(separator: " ").joined(separator: "-")],
      "\(owner): CRM value \(folded)",
      value
    )
  }
}

extension LeadType {
  fileprivate func clauses(of stream: Name, splitting schedules: [MetricKey: Set<Quarter>]) -> [Clause] {
    let key = LeadTypeKey(stream: stream, leadType: name)
    let path = ["streams", stream.text, "lead-types", name.text]

    func figures<Figure>(
      _ metric: FunnelMetric,
      _ agreed: Metric<Figure>,
      _ subject: String,
      _ written: (Figure) -> String
    ) -> [Clause] {
      func clause(_ step: Metric<Figure>.Step, from quarter: Quarter?) -> Clause {
        Clause(
          path + [metric.rawValue] + (quarter.map { ["\($0)"] } ?? []),
          "\(key): \(subject)" + (quarter.map { " from \($0)" } ?? ""),
          written(step.figure),
          source: step.source.description
        )
      }
      let quarters = schedules[MetricKey(key: key, metric: metric)] ?? []
      return [clause(agreed.steps[0], from: nil)]
        + quarters.sorted().map { clause(agreed.step(in: $0.firstMonth), from: $0) }
    }

    var clauses = [
      Clause(path + ["title"], "\(key): title", title),
      Clause(path + ["share"], "\(key): share", share.description),
    ]
    clauses += crmValues.map { Clause(crmValue: $0, at: path, of: key.description) }
    clauses += qualifies.enumerated().map { position, condition in
      Clause(path + ["qualifies", "\(position)"], "\(key): condition \(position + 1)", condition.description)
    }
    return clauses
      + figures(.mqlToSQL, funnel.mqlToSQL, "MQL→SQL", \.description)
      + figures(.sqlToOpportunity, funnel.sqlToOpportunity, "SQL→opportunity", \.description)
      + figures(.winRate, funnel.winRate, "win rate", \.description)
      + figures(.averageOrderValue, funnel.averageOrderValue, "average order value", \.description)
      + figures(.timeToClose, funnel.timeToClose, "time to close") { "\($0) days" }
  }
}

extension SalesCommitments {
  fileprivate var clauses: [Clause] {
    var clauses: [Clause] = []
    if let firstContact {
      clauses.append(
        Clause(
          ["sales", "first-contact"],
          "first contact",
          "within \(firstContact.limit) for \(firstContact.share) of the leads"
        )
      )
      if case .business(let hours) = firstContact.clock {
        clauses.append(Clause(["sales", "business-hours"], "business hours", hours.description))
      }
    }
    clauses += cadence.steps.map { step in
      Clause(
        ["sales", "cadence", "steps", step.name],
        "cadence \(step.name)",
        "\(step.touches) touches within \(step.days) days"
      )
    }
    clauses.append(Clause(["sales", "cadence", "share"], "cadence kept for", cadence.share.description))
    if let capacity {
      clauses.append(
        Clause(
          ["sales", "capacity", "leads-per-rep"],
          "capacity",
          "\(capacity.leadsPerRep.grouped) leads a rep and month"
        )
      )
      clauses += capacity.staffing.map {
        Clause(["sales", "capacity", "reps", "\($0.from)"], "reps from \($0.from)", "\($0.reps)")
      }
    }
    if let rejection {
      clauses.append(
        Clause(
          ["sales", "reject-within"],
          "sales may reject a lead",
          "within \(rejection) of its delivery"
        )
      )
    }
    return clauses
  }
}
