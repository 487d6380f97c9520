import Agreement
import ArgumentParser
import Storage

struct FollowUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up", abstract: "Record what sales did with the leads, or the value of a measure.",
    discussion: """
      leadpact follow-up 2026-W07 contacted=180/212 csat=4.6
      leadpact follow-up 2026-W07 --stream smb --rep 'Eve Wu' contacted=41/48 3-in-14=35/40

      'contacted' is the first contact in time, '3-in-14' a step of the cadence, both as met/due; the names of the
      measures are the contract's. Recorded again for the same days, the newer word counts; both stay on record.
      """)

  @Argument(
    help: ArgumentHelp("The period, then NAME=MET/DUE or MEASURE=VALUE.", valueName: "period name=value"),
    completion: .findings)
  var words: [String] = []
  @Option(help: "The rep, by name; default: the whole team.", completion: .reps) var rep: String?
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let (period, findings) = words.parted()
    guard !findings.isEmpty else {
      throw Failure.usage("nothing to record; write NAME=MET/DUE or MEASURE=VALUE after the period")
    }
    let entries = try entry.open()
    let days = try entries.period(period).days(in: entries.calendar)
    guard days.first <= entries.now.day else {
      throw Failure.usage("\(days) lies ahead of today, \(entries.now.day)")
    }
    let contract = entries.contract(on: days)
    let stream = try entries.streamName(in: contract)
    let rep = try rep.map { try spelling(of: $0, in: entries) }
    let observations = try findings.map { text in
      try observation(text, days: days, stream: stream, rep: rep, contract: contract)
    }
    let recorded = try entries.database.record(
      observations, for: entries.name, by: entries.person, at: entries.now)
    for (observation, replaced) in recorded {
      let place = [observation.stream?.text, observation.rep].compactMap { $0 }.map { "  \($0)" }.joined()
      let before = replaced.map { ", in place of \($0.finding)" } ?? ""
      Terminal.tell("\(observation.days)\(place)  \(observation.subject)  \(observation.finding)\(before)")
    }
  }

  /// The rep's name as it is on record, in whichever case it was typed; a new one as it was typed.
  private func spelling(of rep: String, in entries: Entries) throws -> String {
    let known = try entries.database.reps(of: entries.name)
    do { return try known.rep(named: rep) } catch { return rep }
  }

  private func observation(
    _ text: String, days: DayRange, stream: Name?, rep: String?, contract: Contract
  ) throws -> NewObservation {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2 else {
      throw Failure.usage("'\(text)' is not NAME=VALUE, such as contacted=180/212")
    }
    let subject = try Name(halves[0])
    guard let promise = contract.promises.first(where: { Name.matches($0.subject, subject) }) else {
      let known = contract.promises.map(\.subject)
      throw UnknownName("commitment or measure", subject.text, place: " in the contract", among: known)
    }
    return NewObservation(
      subject: try Name(promise.subject), stream: stream, rep: rep, days: days,
      finding: try finding(halves[1], for: promise))
  }

  private func finding(_ text: String, for promise: CommitmentRecord.Promise) throws -> Observation.Finding {
    if case .measure = promise { return .measured(try Score(text)) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let met = parts[0], let due = parts[1], met >= 0, due >= met else {
      throw Failure.usage("'\(text)' is not MET/DUE, such as 180/212, with no more met than due")
    }
    return .kept(met: met, due: due)
  }
}

extension Name {
  fileprivate static func matches(_ text: String, _ name: Name) -> Bool { text == name.text }
}
