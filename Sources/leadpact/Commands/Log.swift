import Agreement
import ArgumentParser
import Reporting
import Storage

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Log leads delivered in a week, a day or a span of days.",
    discussion: """
      leadpact log 2026-W07 website-form=212 outbound=80
      leadpact log last week --stream smb website-form=212
      leadpact log 2026-02-14 smb/outbound=3
      leadpact log 2026-W07 outbound=-5 --correct --reason '5 were duplicates'
      leadpact log 2026-W07 --list

      What is on record is never changed: a mistake is mended by a correction, a signed difference with a reason.
      """)

  @Argument(
    help: ArgumentHelp("The period, then TYPE=COUNT or STREAM/TYPE=COUNT.", valueName: "period type=count"),
    completion: .counts)
  var words: [String] = []
  @Flag(help: "Adjust what is on record for just these days by signed differences.") var correct = false
  @Option(help: "Why, for a correction.") var reason: String?
  @Flag(help: "List what is on record for the period, or for all time.") var list = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let (period, counts) = words.parted()
    if list { return try listEntries(period) }
    guard !counts.isEmpty else {
      throw Failure.usage("nothing to log; write TYPE=COUNT after the period, or --list")
    }
    if correct, reason?.allSatisfy(\.isWhitespace) ?? true {
      throw Failure.usage("say why: a correction needs --reason '…'")
    }
    guard correct || reason == nil else { throw Failure.usage("--reason goes with --correct") }

    let entries = try entry.open()
    let days = try days(of: entries.period(period), in: entries)
    let contract = entries.contract(on: days)
    let deliveries = try counts.map { try delivery($0, days: days, entries: entries, contract: contract) }
    if let twice = deliveries.map(\.key).first(where: { key in deliveries.count { $0.key == key } > 1 }) {
      throw Failure.usage("\(twice) is there twice; give each lead type one count")
    }
    let recorded =
      if correct, let reason {
        try entries.database.correct(
          deliveries, reason: reason, for: entries.name, by: entries.person, at: entries.now)
      } else {
        try entries.database.record(deliveries, for: entries.name, by: entries.person, at: entries.now)
      }
    try announce(recorded, entries)
    entries.history.noteStanding(on: days)
  }

  private func days(of period: Period, in entries: Entries) throws -> DayRange {
    let days = period.days(in: entries.calendar)
    guard days.first <= entries.now.day else {
      throw Failure.usage(
        "\(days) lies ahead of today, \(entries.now.day); leads are logged once they are delivered")
    }
    return days
  }

  private func delivery(_ text: String, days: DayRange, entries: Entries, contract: Contract) throws
    -> NewDelivery
  {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2 else { throw Failure.usage("'\(text)' is not TYPE=COUNT, such as outbound=80") }
    let key = try entries.key(halves[0], in: contract)
    return try NewDelivery(halves[1], of: key, in: days, isCorrection: correct)
  }

  private func announce(_ recorded: [Delivery], _ entries: Entries) throws {
    guard let first = recorded.first else { return }
    let ledger = try entries.database.knownLedger(of: entries.name, days: first.days)
    let nets = try NetDelivery.all(of: ledger.deliveries)
    for delivery in recorded {
      let total = nets.first { $0.key == delivery.key && $0.days == delivery.days }?.count ?? delivery.count
      let sign = correct && delivery.count > 0 ? "+" : ""
      let now = correct ? "; \(total.grouped) on record now" : ""
      Terminal.tell("\(delivery.days)  \(delivery.key)  \(sign)\(delivery.count.grouped)\(now)")
      let calendar = ledger.calendar(on: delivery.days.first)
      let parts = calendar.apportion(total, of: delivery.days)
      if parts.count(where: { $0.count != 0 }) > 1 {
        let measure =
          calendar.businessDays(in: delivery.days) > 0 ? "business days" : "days, as none is worked"
        Terminal.note(
          "  over months, by \(measure): "
            + "\(parts.map { "\($0.month) \($0.count.grouped)" }.joined(separator: ", "))")
      }
      for part in parts where ledger.history.ruling(in: part.month) == nil && part.count != 0 {
        Terminal.note(
          "  note: \(part.month) lies outside the term, so \(part.count.grouped) of them count for nothing")
      }
    }
  }

  private func listEntries(_ period: [String]) throws {
    let entries = try entry.open(for: .reading)
    let days = try period.isEmpty ? nil : entries.period(period).days(in: entries.calendar)
    let ledger = try entries.database.knownLedger(of: entries.name, asOf: asOf.day(), days: days)
    let stream = try entries.streamName(in: entries.history.newest.contract)
    let deliveries = ledger.deliveries.filter { stream == nil || $0.key.stream == stream }
    try output.write(DeliveryList(deliveries, of: entries.history.newest.contract, in: days).document)
  }
}
