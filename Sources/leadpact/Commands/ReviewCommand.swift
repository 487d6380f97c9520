import Agreement
import ArgumentParser
import Storage

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Record that a quarter's metrics were looked at and kept on purpose.",
    discussion: """
      leadpact review acme-2026 2026-Q1 --keep --reason 'all rates lie within what we measured'

      To change them instead: leadpact revise.
      """)

  @Argument(
    help: ArgumentHelp(
      "The contract, which may be left out where there is only one, and the quarter.",
      valueName: "name quarter"), completion: .contractAndQuarter)
  var words: [String]
  @Flag(help: "Keep the metrics as they are.") var keep = false
  @Option(help: "Why they are kept.") var reason: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard keep else {
      throw Failure.usage("say --keep to keep the metrics, or change them with leadpact revise")
    }
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      throw Failure.usage("say why the metrics are kept: --reason '…'")
    }
    let database = try common.open(for: .recording(create: false))
    let (named, others) = try database.parted(words)
    guard let last = others.last, others.count <= 2 else {
      throw Failure.usage("name the contract and the quarter")
    }
    let (name, calendar) = try database.reading {
      let name = try named ?? database.contractName(others.count == 2 ? others[0] : nil)
      return (name, try database.knownHistory(of: name).newest.contract.calendar)
    }
    let now = try common.now()
    guard case .quarter(let quarter) = try Period(last, in: calendar, today: now.day) else {
      throw Failure.usage(
        "'\(last)' is no quarter such as \(calendar.quarter(containing: calendar.month(containing: now.day)))"
      )
    }
    let days = calendar.days(of: quarter)
    guard days.first <= now.day else {
      throw Failure.usage(
        "\(quarter) begins on \(days.first), after today, \(now.day); there is nothing to review yet")
    }
    let review = try database.keepMetrics(
      of: quarter, reason: reason, for: name, by: common.person, at: common.now())
    Terminal.tell("\(review.quarter) of \(name): metrics kept, \(review.reason)")
  }
}
