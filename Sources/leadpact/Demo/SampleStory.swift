import Agreement

/// What happened in the sample year, told up to a day.
struct SampleStory {
  let year: SampleYear

  private static let chapters = [
    ("2025-12-15", "December: the contract is signed by all four, 陳怡君 for marketing and Marcus Oyelaran for sales."),
    ("2026-02-18", "February: 41 leads turn out to be a bot's; a correction takes them back."),
    ("2026-04-09", "April: the first quarter's review keeps the rates, on purpose."),
    (
      "2026-06-29",
      "June: new rates are proposed. Marcus Oyelaran declines them (a win rate was a hope), and signs what was measured."
    ),
    (
      "2026-09-30",
      "Summer: a chat button brings small business more leads than sales can call; callers leave, a fair is called off, and mid-market falls short."
    ),
    ("2026-12-31", "Autumn: both streams find back to what was agreed. Nobody has reviewed the third quarter."),
  ]

  /// The story, in lines.
  func lines() throws -> [String] {
    let ledger = try year.database.knownLedger(of: year.name)
    let contract = ledger.history.newest.contract
    let opening = [
      "A sample year, invented and kept in memory, as it stands on \(year.today):",
      "\(contract.title); \(contract.streams.count) streams of three lead types each.", "",
    ]
    let told = try Self.chapters.filter { try Day($0.0) <= year.today }.map { "  \($0.1)" }
    let counts =
      "\(ledger.deliveries.count.grouped) counts of leads, \(ledger.observations.count.grouped) of follow-up, "
      + "\(ledger.outcomes.count.grouped) of outcomes are on record."
    return opening + told + ["", counts, ""]
  }
}
