/// Why an observation cannot be recorded.
public enum ObservationRefusal: Error, Hashable, Sendable {
  /// The version in force promises nothing of that name.
  case notPromised(Name, promised: [String])
  /// The promise is kept for a number of leads, so both counts are needed.
  case needsCounts(Name)
  /// The measure has a value, not counts of leads.
  case needsValue(Measure)
  /// A count is negative, or more leads kept the promise than were due.
  case impossible(Name, met: Int, due: Int)
  /// The version in force has no such stream.
  case noSuchStream(Name, streams: [Name])
  /// The days lie outside all that the contract covers.
  case outsideTerm(DayRange, covered: MonthRange)
  /// The contract tells this from the leads themselves.
  case countedFromLeads(Name, Month)
  /// Some of the days, but not just those, are on record already.
  case overlaps(DayRange, Observation)
}

extension ObservationRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    switch self {
    case .notPromised(let subject, let promised):
      "nothing is promised under the name '\(subject)'; "
        + (promised.isEmpty
          ? "the contract has neither commitments nor measures"
          : "what can be recorded is \(promised.joined(separator: ", "))")
    case .needsCounts(let subject):
      "'\(subject)' is kept for some of the leads that were due; give both, such as \(subject)=180/212"
    case .needsValue(let measure):
      "'\(measure.name)' is measured in \(measure.unit); give one value, such as \(measure.name)=\(measure.target)"
    case .impossible(let subject, let met, let due):
      "\(subject)=\(met.grouped)/\(due.grouped): give the leads that kept the promise, from 0 up, out of those due"
    case .noSuchStream(let stream, let streams):
      "there is no stream '\(stream)'; the contract has \(streams.map(\.text).joined(separator: ", "))"
    case .outsideTerm(let days, let covered):
      "\(days) lies outside the months that the contract covers, \(covered)"
    case .countedFromLeads(let subject, let month):
      "the contract tells '\(subject)' of \(month) from the leads themselves, so that nothing is counted twice; "
        + "import what was done: leadpact import leads FILE, leadpact import touches FILE"
    case .overlaps(let days, let known):
      "\(days) overlaps \(known.days), for which \(known.statement) is on record, and would count twice; "
        + "record \(known.days) itself anew, which replaces it, or other days only"
    }
  }
}

extension Observation {
  /// What it says: `contacted=180/212 (smb, Eve Wu)`.
  fileprivate var statement: String {
    let place = [stream?.text, rep].compactMap { $0 }.joined(separator: ", ")
    let value =
      switch finding {
      case .kept(let met, let due): "\(met.grouped)/\(due.grouped)"
      case .measured(let score): "\(score)"
      }
    return "\(subject)=\(value)\(place.isEmpty ? "" : " (\(place))")"
  }
}

extension Ledger {
  /// Checks that `finding` may be recorded for what the version that rules on the last of `days` promises.
  ///
  /// For one subject, spans of days are equal or apart, whatever stream or rep they concern; one that was taken
  /// back with 0/0 stands in nobody's way.
  ///
  /// - Throws: `ObservationRefusal`.
  public func check(
    _ finding: Observation.Finding,
    of subject: Name,
    on stream: Name?,
    in days: DayRange
  ) throws(ObservationRefusal) {
    let month = calendar(on: days.last).month(containing: days.last)
    guard let contract = history.ruling(in: month)?.contract else {
      throw .outsideTerm(days, covered: history.span)
    }
    if let stream, contract.stream(stream) == nil {
      throw .noSuchStream(stream, streams: contract.streams.map(\.name))
    }
    guard let promise = contract.promises.first(where: { $0.subject == subject.text }) else {
      throw .notPromised(subject, promised: contract.promises.map(\.subject))
    }
    if contract.deliverySource == .leads, promise.isToldByLeads { throw .countedFromLeads(subject, month) }
    switch (promise, finding) {
    case (.measure, .measured): break
    case (.measure(let measure), .kept): throw .needsValue(measure)
    case (_, .measured): throw .needsCounts(subject)
    case (_, .kept(let met, let due)):
      guard met >= 0, met <= due else { throw .impossible(subject, met: met, due: due) }
    }
    let overlapping = currentObservations.first { known in
      known.subject == subject && known.days != days && known.days.overlaps(days) && !known.isEmpty
    }
    if let overlapping { throw .overlaps(days, overlapping) }
  }
}
