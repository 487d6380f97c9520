import Agreement
import ArgumentParser
import Storage

/// What an entry is recorded for.
struct EntryOptions: ParsableArguments {
  @Option(
    help: "The contract; may be left out where there is only one, or one is set.", completion: .contracts)
  var contract: String?
  @Option(
    help: "The stream; may be left out where there is only one, or only one has the lead type.",
    completion: .streams)
  var stream: String?
  @OptionGroup var common: CommonOptions

  /// Opens the database and finds what is meant.
  func open(for use: Database.Use = .recording(create: false)) throws -> Entries {
    try Entries(contract: contract, stream: stream, common, for: use)
  }
}

/// The records of a contract, opened for entries.
struct Entries {
  let database: Database
  let name: Name
  let history: ContractHistory
  private let stream: String?
  private let standIn: Moment?
  let person: String

  /// Opens the database and finds the contract.
  init(contract: String?, stream: String? = nil, _ common: CommonOptions, for use: Database.Use) throws {
    let database = try common.open(for: use)
    (self.name, self.history) = try database.reading {
      let name = try database.contractName(contract)
      return (name, try database.knownHistory(of: name))
    }
    self.database = database
    self.stream = stream
    self.standIn = try common.standInForNow()
    self.person = try common.person
  }

  /// The time now, which goes on unless `--today` stands in for it.
  var now: Moment { standIn ?? Clock.now() }

  var calendar: ContractCalendar { history.newest.contract.calendar }

  /// The period that leading words name, such as `2026-W07` or `last week`.
  func period(_ words: [String]) throws -> Period {
    guard !words.isEmpty else { throw Failure.usage("name the period first, such as 2026-W07") }
    return try Period(words.joined(separator: " "), in: calendar, today: now.day)
  }

  /// The contract that rules on `days`, or the newest text.
  func contract(on days: DayRange) -> Contract { history.contract(on: days) }

  /// The lead type that `text` names, `TYPE` or `STREAM/TYPE`, on the stream of the options.
  func key(_ text: String, in contract: Contract) throws -> LeadTypeKey {
    try contract.leadType(named: text, on: stream)
  }

  /// The stream of the options; nil where none was named.
  func streamName(in contract: Contract) throws -> Name? { try stream.map(contract.stream(named:))?.name }
}

extension [String] {
  /// The words that name a period, and the entries behind them, which hold a sign such as `=`.
  func parted() -> (period: [String], entries: [String]) {
    let first = firstIndex { $0.contains("=") } ?? endIndex
    return (Array(self[..<first]), Array(self[first...]))
  }
}
