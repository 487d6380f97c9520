import Agreement
import Reporting

/// What happened in the sample year, told up to a day.
struct SampleStory {
  let year: SampleYear
  let ledger: Ledger

  private static let chapters = [
    (
      "2025-12-15",
      """
      December  All four sign: 陳怡君 for marketing, Marcus Oyelaran for sales, Zoë Müller, Priya Raman.
      """
    ),
    ("2026-02-18", "February  41 leads turn out to be a bot's; a correction takes them back."),
    ("2026-04-09", "April     The review of the first quarter keeps the rates, on purpose."),
    (
      "2026-06-29",
      """
      June      New rates are proposed. Marcus Oyelaran declines a win rate that is a hope;
                the next version has the measured one, and all four sign it.
      """
    ),
    (
      "2026-09-30",
      """
      Summer    A chat button brings small business more leads than sales can call in time.
                Two callers leave, a trade fair is called off: mid-market falls short.
      """
    ),
    ("2026-12-31", "Autumn    Both streams recover. The third quarter's rates were never reviewed."),
  ]

  /// The story in lines: what happened, then how each quarter went.
  func lines() throws -> [String] {
    var lines = [
      "A sample year, invented and kept in memory, as it stands on \(year.today).",
      "Kestrel Software sells to two streams of customers, with three types of leads each.", "",
    ]
    for (day, text) in Self.chapters where try Day(day) <= year.today {
      lines += text.split(separator: "\n").map { "  \($0)" }
    }
    let quarters = try quarters()
    return lines + (quarters.isEmpty ? [] : [""] + quarters) + [""]
  }

  /// The quarters that have ended, a line each.
  private func quarters() throws -> [String] {
    let contract = ledger.history.newest.contract
    let quarters = Set(contract.term.map(contract.calendar.quarter)).sorted()
    return try quarters.filter { contract.calendar.days(of: $0).last < year.today }.map { quarter in
      let review = try ledger.review(.quarter(quarter), today: year.today)
      let ratio = review.whole.ratio?.percent(decimals: 1) ?? "—"
      return "  \(quarter)   \(ratio) of the value owed"
    }
  }
}
