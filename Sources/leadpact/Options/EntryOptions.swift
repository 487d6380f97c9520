import Agreement
import ArgumentParser
import Storage

/// What an entry is recorded for.
struct EntryOptions: ParsableArguments {
  @Option(help: "The contract; may be left out where there is only one.") var contract: String?
  @Option(help: "The stream; may be left out where there is only one, or only one has the lead type.")
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
    self.person = common.person
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
  func contract(on days: DayRange) -> Contract {
    history.ruling(in: calendar.month(containing: days.first))?.contract
      ?? history.ruling(in: calendar.month(containing: days.last))?.contract ?? history.newest.contract
  }

  /// The lead type that `text` names, `TYPE` or `STREAM/TYPE`, on the stream of the options.
  func key(_ text: String, in contract: Contract) throws -> LeadTypeKey {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard let last = parts.last else { throw Failure.usage("name a lead type before the '='") }
    let type = try Name(last)
    let named = try streamName(parts.count == 2 ? parts[0] : stream, in: contract)
    let holders = contract.streams.filter { (named == nil || $0.name == named) && $0.leadType(type) != nil }
    if holders.count == 1 {
      return LeadTypeKey(stream: holders[0].name, leadType: holders[0].leadType(type)?.name ?? type)
    }
    guard holders.isEmpty else {
      let choices = holders.map { "\($0.name)/\(type)" }.joined(separator: " or ")
      throw Failure.usage("several streams have leads of the type '\(type)'; write \(choices), or --stream")
    }
    let streams = contract.streams.filter { named == nil || $0.name == named }
    let known = streams.flatMap { stream in stream.leadTypes.map(\.name.text) }
    throw Failure.couldNot(
      "there is no lead type '\(type)'\(named.map { " on the stream '\($0)'" } ?? "")"
        + Self.suggestion(for: type.text, among: known))
  }

  /// The stream of the options; nil where none was named and there are several.
  func streamName(in contract: Contract) throws -> Name? { try streamName(stream, in: contract) }

  private func streamName(_ text: String?, in contract: Contract) throws -> Name? {
    guard let text else { return nil }
    let name = try Name(text)
    if let found = contract.stream(name) { return found.name }
    throw Failure.couldNot(
      "there is no stream '\(name)'" + Self.suggestion(for: text, among: contract.streams.map(\.name.text)))
  }

  static func suggestion(for word: String, among known: [String]) -> String {
    let near = Spelling.nearest(to: word, among: known)
    return near.isEmpty
      ? "; there are \(known.joined(separator: ", "))" : "; did you mean \(near.joined(separator: " or "))?"
  }
}

extension [String] {
  /// The words that name a period, and the entries behind them, which hold a sign such as `=`.
  func parted() -> (period: [String], entries: [String]) {
    let first = firstIndex { $0.contains("=") } ?? endIndex
    return (Array(self[..<first]), Array(self[first...]))
  }
}
