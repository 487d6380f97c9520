import Agreement
import ArgumentParser
import Reporting
import Storage

struct Revise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise", abstract: "Propose a new version with other funnel metrics from a quarter on.",
    discussion: """
      leadpact revise acme-2026 --from 2026-Q3 --set outbound.win-rate=25%
      leadpact revise acme-2026 --observed
      leadpact revise acme-2026 --from 2026-Q3 --set smb/website-form.mql-to-sql=36% \\
        --source 'measured 412/1,144, HubSpot, 2026-Q1' --note 'the new form asks for a phone number'

      Shows what changes and who must sign again, then records the proposal. The metrics are mql-to-sql,
      sql-to-opportunity, win-rate, average-order-value and time-to-close.
      --observed changes just those rates whose agreed value lies outside the 95 % interval of what the leads have
      shown ('leadpact rates'), with the counts as their source; --over says which months are looked at.
      """)

  @Argument(
    help: "The contract's name; may be left out where there is only one, or one is set.",
    completion: .contracts)
  var name: String?
  @Option(
    help: ArgumentHelp(
      "The quarter from whose first month on the new figures hold. Default with --observed: the next.",
      valueName: "quarter"), completion: .quarters)
  var from: String?
  @Flag(help: "Take the rates that the leads have shown, where the agreed ones lie outside their intervals.")
  var observed = false
  @Option(
    help: ArgumentHelp(
      "With --observed: the months of the leads looked at, such as 2026-Q1. Default: all so far.",
      valueName: "period"), completion: .periods)
  var over: String?
  @Option(help: ArgumentHelp("A new figure.", valueName: "type.metric=figure"), completion: .metricChanges)
  var set: [String] = []
  @Option(help: "Where the new figures come from: 'assumed', or 'measured …'.") var source = "assumed"
  @Option(help: "Why, for those who read the history.") var note: String?
  @Flag(help: "Show what would change; record nothing.") var dryRun = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard observed || !set.isEmpty else {
      throw Failure.usage("nothing to revise; say what: --set outbound.win-rate=25%, or --observed")
    }
    guard observed || over == nil else { throw Failure.usage("--over goes with --observed") }
    let entries = try Entries(contract: name, common, for: dryRun ? .reading : .recording(create: false))
    let newest = entries.history.newest
    let quarter = try quarter(entries)
    let source = try MetricSource(source)
    let said = try set.map { try change($0, source: source, entries: entries, contract: newest.contract) }
    // What is said by hand comes last, and so takes the place of what was observed.
    let changes = try (observed ? observedChanges(from: quarter, entries) : []) + said
    guard !changes.isEmpty else {
      return Terminal.note(
        "Every agreed rate lies within what was observed, or cannot be judged yet; nothing to revise.")
    }
    let revised: Contract
    do { revised = try newest.contract.revised(from: quarter, by: changes) } catch {
      throw Failure.couldNot(
        Message(lines: error.problems.map { "\($0.path.joined(separator: ".")): \($0.message)" }))
    }
    try entries.history.check(proposal: revised, digest: Digest(hashing: revised.canonicalText))
    try output.write(DiffSheet(from: newest, to: revised, called: "version \(newest.number + 1)").document)
    noteRetroaction(of: revised, to: entries.history, on: entries.now.day)
    if dryRun { return Terminal.note("Nothing was recorded.") }
    let version = try entries.database.propose(revised, by: entries.person, at: entries.now, note: note)
    Terminal.note(
      "Proposed version \(version.number) of \(revised.name), digest \(version.digest). Everyone must sign it."
    )
    warn(of: revised)
  }

  /// The quarter from which on the new figures hold.
  private func quarter(_ entries: Entries) throws -> Quarter {
    if let from {
      guard case .quarter(let quarter) = try Period(from, in: entries.calendar, today: entries.now.day) else {
        throw Failure.usage("--from \(from) is no quarter; name one such as 2026-Q3")
      }
      return quarter
    }
    guard observed else { throw Failure.usage("say from which quarter on: --from 2026-Q3") }
    let current = entries.calendar.quarter(containing: entries.calendar.month(containing: entries.now.day))
    return current.advanced(by: 1)
  }

  /// The rates that lie outside what was observed, as changes to the newest text.
  private func observedChanges(from quarter: Quarter, _ entries: Entries) throws -> [MetricChange] {
    let today = entries.now.day
    let ledger = try entries.database.summedLedger(of: entries.name, today: today)
    let span = try ledger.span(over.map { [$0] } ?? [], today: today)
    let funnels = try Accounts(ledger).observedFunnels(in: span.months, on: today)
    for (key, rate) in funnels.ratesOfNothing {
      Terminal.note(
        "note: of \(rate.whole.grouped) \(rate.step.noun) of \(key) nothing came; no rate of 0 can be agreed on, so \(rate.step.rawValue) stays"
      )
    }
    for (key, rate) in funnels.ratesOfUnknownSteps {
      Terminal.note(
        "note: of \(rate.whole.grouped) leads of \(key) \(rate.part.grouped) were won, which is not what is agreed, but nothing is on record of the steps between; agree on one by hand: --set \(key).win-rate=RATE"
      )
    }
    return try funnels.changes(to: entries.history.newest.contract, from: quarter)
  }

  /// Reads `TYPE.METRIC=FIGURE`, or `STREAM/TYPE.METRIC=FIGURE`.
  private func change(_ text: String, source: MetricSource, entries: Entries, contract: Contract) throws
    -> MetricChange
  {
    guard
      let equals = text.firstIndex(of: "="), let dot = text[..<equals].lastIndex(of: ".")
    else { throw Failure.usage("--set '\(text)' is not TYPE.METRIC=FIGURE, such as outbound.win-rate=25%") }
    let metricName = String(text[text.index(after: dot)..<equals])
    guard let metric = FunnelMetric(rawValue: metricName) else {
      throw Failure.usage(
        "\(UnknownName("metric", metricName, among: FunnelMetric.allCases.map(\.rawValue)))")
    }
    return try MetricChange(
      of: metric, for: entries.key(String(text[..<dot]), in: contract),
      to: String(text[text.index(after: equals)...]),
      source: source, currency: contract.currency)
  }
}

/// Says what a proposal supersedes, and which months stay with an older version where it begins in a month that is over.
func noteRetroaction(of contract: Contract, to history: ContractHistory, on today: Day) {
  if case .awaiting = history.standing(of: history.newest) {
    Terminal.note(
      "note: version \(history.newest.number), which not everyone has signed, is superseded by this proposal")
  }
  guard let retained = history.retained(from: contract, proposedOn: today) else { return }
  Terminal.note(
    "note: months up to \(retained.last) stay measured by version \(retained.version.number); "
      + "\(contract.effective) is past, so the new version binds from the month in which the last one signs")
}

/// Prints what is allowed but unwise about a contract.
func warn(of contract: Contract) {
  for warning in contract.warnings { Terminal.note("warning: \(warning)") }
}
