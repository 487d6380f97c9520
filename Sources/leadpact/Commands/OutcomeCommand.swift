import Agreement
import ArgumentParser
import Storage

struct OutcomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome", abstract: "Record what has come so far of the leads delivered in a month.",
    discussion: """
      leadpact outcome 2026-02 outbound:sqls=131,opportunities=88,won=24,revenue=96,000
      leadpact outcome 2026-02 smb/website-form:won=31

      Give totals as they stand now, for the leads that were delivered in that month. A later entry replaces the
      figures that it names; all entries stay on record.
      """)

  @Argument(
    help: ArgumentHelp(
      "The month in which the leads were delivered, then TYPE:sqls=…,opportunities=…,won=…,revenue=….",
      valueName: "month type:figures"), completion: .outcomes)
  var words: [String] = []
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let (period, texts) = words.parted()
    guard !texts.isEmpty else {
      throw Failure.usage("nothing to record; write TYPE:won=24,revenue=96000 after the month")
    }
    let entries = try entry.open()
    guard case .month(let month) = try entries.period(period) else {
      throw Failure.usage(
        "'\(period.joined(separator: " "))' is no month such as 2026-02: outcomes belong to the month in which the leads were delivered"
      )
    }
    let contract = entries.contract(on: entries.calendar.days(of: month))
    let outcomes = try texts.map { text in
      guard let colon = text.firstIndex(of: ":") else {
        throw Failure.usage("'\(text)' is not TYPE:won=24,revenue=96000")
      }
      return NewOutcome(
        key: try entries.key(String(text[..<colon]), in: contract), month: month,
        figures: try Self.figures(String(text[text.index(after: colon)...]), contract.currency))
    }
    for outcome in try entries.database.record(
      outcomes, for: entries.name, by: entries.person, at: entries.now)
    {
      Terminal.tell("\(outcome.month)  \(outcome.key)  \(outcome.figures)")
    }
  }

  /// Reads `sqls=131,won=24,revenue=96,000`: a comma before digits and no `=` belongs to the amount.
  private static func figures(_ text: String, _ currency: Currency) throws -> OutcomeFigures {
    var pairs: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      if piece.contains("=") || pairs.isEmpty {
        pairs.append(String(piece))
      } else {
        pairs[pairs.count - 1] += "," + piece
      }
    }
    var figures = OutcomeFigures()
    for pair in pairs {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2 else { throw Failure.usage("'\(pair)' is not FIGURE=NUMBER, such as won=24") }
      switch halves[0] {
      case "sqls": figures.sqls = try count(halves[1], pair)
      case "opportunities": figures.opportunities = try count(halves[1], pair)
      case "won": figures.won = try count(halves[1], pair)
      case "revenue":
        let revenue = try Money(halves[1], currency)
        guard revenue.minorUnits >= 0 else { throw Failure.usage("'\(pair)': revenue cannot be negative") }
        figures.revenue = revenue
      default:
        throw Failure.usage(
          "\(UnknownName("figure", halves[0], among: ["sqls", "opportunities", "won", "revenue"]))")
      }
    }
    return figures
  }

  private static func count(_ text: String, _ pair: String) throws -> Int {
    guard let count = Int(text), count >= 0 else {
      throw Failure.usage("'\(pair)' is not a whole number from 0 on")
    }
    return count
  }
}
