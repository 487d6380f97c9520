import Agreement
import ArgumentParser
import Reporting
import Storage

struct Revise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Propose a new version with other funnel metrics from a quarter on.",
    discussion: """
      leadpact revise acme-2026 --from 2026-Q3 --set outbound.win-rate=25%
      leadpact revise acme-2026 --from 2026-Q3 --set smb/website-form.mql-to-sql=36% \\
        --source 'measured 412/1,144, HubSpot, 2026-Q1' --note 'the new form asks for a phone number'

      Shows what changes and who must sign again, then records the proposal. The metrics are mql-to-sql,
      sql-to-opportunity, win-rate, average-order-value and time-to-close.
      """)

  @Argument(help: "The contract's name; may be left out where there is only one.") var name: String?
  @Option(
    help: ArgumentHelp("The quarter from whose first month on the new figures hold.", valueName: "quarter"))
  var from: String
  @Option(help: ArgumentHelp("A new figure.", valueName: "type.metric=figure")) var set: [String] = []
  @Option(help: "Where the new figures come from: 'assumed', or 'measured …'.") var source = "assumed"
  @Option(help: "Why, for those who read the history.") var note: String?
  @Flag(help: "Show what would change; record nothing.") var dryRun = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard !set.isEmpty else {
      throw Failure.usage("nothing to revise; say what: --set outbound.win-rate=25%")
    }
    let entries = try Entries(contract: name, common, for: dryRun ? .reading : .recording(create: false))
    let newest = entries.history.newest
    let quarter = try Quarter(from, fiscalYearStart: entries.calendar.fiscalYearStart)
    let source = try MetricSource(source)
    let changes = try set.map { try change($0, source: source, entries: entries, contract: newest.contract) }
    let revised: Contract
    do { revised = try newest.contract.revised(from: quarter, by: changes) } catch {
      throw Failure.couldNot(
        error.problems.map { "\($0.path.joined(separator: ".")): \($0.message)" }.joined(separator: "\n"))
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
