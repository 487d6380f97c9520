public import Agreement

extension Database {
  /// Records leads handed over, all of them or none.
  ///
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `RecordingRefusal`, `StorageError`.
  public func record(
    _ deliveries: [NewDelivery],
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> [Delivery] {
    try record(deliveries, as: .logged, action: .log, for: name, by: person, at: moment)
  }

  /// Adjusts counts on record by signed differences, all of them or none.
  ///
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `RecordingRefusal`, `StorageError`.
  public func correct(
    _ differences: [NewDelivery],
    reason: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> [Delivery] {
    let kind = Delivery.Kind.correction(reason: reason)
    return try record(differences, as: kind, action: .correct, for: name, by: person, at: moment)
  }

  private func record(
    _ deliveries: [NewDelivery],
    as kind: Delivery.Kind,
    action: JournalEntry.Action,
    for name: Name,
    by person: String,
    at moment: () throws -> Moment
  ) throws -> [Delivery] {
    try recording(action, by: person, at: moment) { stamp in
      let (entry, history) = try agreed(name)
      let store = DeliveryStore(connection: connection)
      var recorded: [Delivery] = []
      for delivery in deliveries {
        // Read anew each time, so that two counts of one command are checked against each other too.
        let touching = try store.deliveries(of: entry, touching: delivery.days, under: stamp)
        try Ledger(history: history, deliveries: touching)
          .check(delivery.count, of: delivery.key, in: delivery.days, isCorrection: action == .correct)
        let spelled = delivery.spelled(as: history)
        recorded.append(try store.insert(spelled, as: kind, of: entry, under: stamp))
      }
      let counts = recorded.map { "\($0.key) \($0.days): \($0.count)" }
      let subject = ([entry.name.text] + counts).joined(separator: ", ")
      if case .correction(let reason) = kind { return (recorded, entry.id, "\(subject) (\(reason))") }
      return (recorded, entry.id, subject)
    }
  }

  /// Records what came of leads, all of it or nothing.
  ///
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `RecordingRefusal`, `StorageError`.
  public func record(
    _ outcomes: [NewOutcome],
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> [Outcome] {
    try recording(.outcome, by: person, at: moment) { stamp in
      let (entry, history) = try agreed(name)
      let store = OutcomeStore(connection: connection)
      var known = try store.outcomes(of: entry, in: history.newest.contract.currency)
      var leads: Ledger?
      var recorded: [Outcome] = []
      for outcome in outcomes {
        try ledger(around: outcome, for: entry, history, known: known, leads: &leads)
          .check(outcome.figures, of: outcome.key, in: outcome.month)
        let stored = try store.insert(outcome.spelled(as: history), of: entry, under: stamp)
        known.append(stored)
        recorded.append(stored)
      }
      let cohorts = recorded.map { "\($0.key) \($0.month): \($0.figures)" }
      return (recorded, entry.id, "\(entry.name), \(cohorts.joined(separator: "; "))")
    }
  }

  /// What an outcome is checked against: the leads of its month, and the outcomes `known` by now.
  ///
  /// - Parameter leads: the leads of the contract, once they were read.
  func ledger(
    around outcome: NewOutcome,
    for contract: ContractStore.Entry,
    _ history: ContractHistory,
    known: [Outcome],
    leads: inout Ledger?
  ) throws(StorageError) -> Ledger {
    let agreed = history.newest.contract
    precondition(
      outcome.figures.revenue.map { $0.currency == agreed.currency } ?? true,
      "Revenue is in the contract's currency"
    )
    let days = agreed.calendar.days(of: outcome.month)
    let deliveries = try DeliveryStore(connection: connection).deliveries(of: contract, touching: days)
    guard history.deliverySource(in: outcome.month) == .leads else {
      return Ledger(history: history, deliveries: deliveries, outcomes: known)
    }
    // Where counts come from leads, so does the number that something can have come of.
    let told: Ledger
    if let leads {
      told = leads
    } else {
      told = Ledger(history: history, leads: try leadBook(of: contract, through: .max))
    }
    leads = told
    return told.replacing(outcomes: known)
  }

  /// Records what sales did, or the values of measures, all of them or none.
  ///
  /// - Returns: each as it was recorded, and the one in whose place it counts.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `ObservationRefusal`, `StorageError`.
  public func record(
    _ observations: [NewObservation],
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> [(recorded: Observation, replaced: Observation?)] {
    try recording(.followUp, by: person, at: moment) { stamp in
      let (entry, history) = try agreed(name)
      let store = ObservationStore(connection: connection)
      var recorded: [(recorded: Observation, replaced: Observation?)] = []
      for observation in observations {
        let touching = try store.observations(of: entry, touching: observation.days, under: stamp)
        try Ledger(history: history, observations: touching).check(
          observation.finding,
          of: observation.subject,
          on: observation.stream,
          in: observation.days
        )
        let spelled = NewObservation(
          subject: observation.subject,
          stream: observation.stream.map(history.spelling),
          rep: observation.rep,
          days: observation.days,
          finding: observation.finding
        )
        let replaced = touching.last { $0.isOf(spelled) }
        recorded.append((try store.insert(spelled, of: entry, under: stamp), replaced))
      }
      let findings = recorded.map(\.recorded.words)
      return (recorded, entry.id, ([entry.name.text] + findings).joined(separator: ", "))
    }
  }

  /// Records that a quarter's metrics were looked at and kept on purpose.
  ///
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `RecordingRefusal.outsideTerm`, `StorageError`.
  public func keepMetrics(
    of quarter: Quarter,
    reason: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws -> Review {
    try recording(.review, by: person, at: moment) { stamp in
      let (entry, history) = try agreed(name)
      let calendar = history.newest.contract.calendar
      guard quarter.months.contains(where: history.months.contains) else {
        throw RecordingRefusal.outsideTerm(calendar.days(of: quarter), covered: history.span)
      }
      let review = try ReviewStore(connection: connection)
        .insert(quarter, reason: reason, of: entry, under: stamp)
      return (review, entry.id, "\(entry.name) \(quarter) (\(reason))")
    }
  }
}

extension Observation {
  /// Whether it says the same thing, of the same stream, rep and days.
  func isOf(_ other: NewObservation) -> Bool {
    subject == other.subject && stream == other.stream && rep == other.rep && days == other.days
  }

  /// What was found and of what: `smb Eve Wu contacted 2026-W07: 41/48`.
  fileprivate var words: String {
    let scope = [stream?.text, rep].compactMap(\.self).map { "\($0) " }.joined()
    return "\(scope)\(subject) \(days): \(finding)"
  }
}

extension NewDelivery {
  func spelled(as history: ContractHistory) -> NewDelivery {
    NewDelivery(key: history.spelling(of: key), days: days, count: count)
  }
}

extension NewOutcome {
  func spelled(as history: ContractHistory) -> NewOutcome {
    NewOutcome(key: history.spelling(of: key), month: month, figures: figures)
  }
}

extension ContractHistory {
  /// The stream's name in the form of Unicode in which the first version that has it writes it.
  fileprivate func spelling(of stream: Name) -> Name {
    versions.lazy.compactMap { $0.contract.stream(stream)?.name }.first ?? stream
  }

  /// The key in the form of Unicode in which the first version that has it writes it, so that SQL can compare it.
  fileprivate func spelling(of key: LeadTypeKey) -> LeadTypeKey {
    for version in versions {
      if let stream = version.contract.stream(key.stream), let type = stream.leadType(key.leadType) {
        return LeadTypeKey(stream: stream.name, leadType: type.name)
      }
    }
    return key
  }
}
