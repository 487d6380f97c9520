import Agreement
import ArgumentParser
import Exchange
import Reporting
import Storage

/// Where the records are, what day it is, and who is at work.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The SQLite file. Default: $LEADPACT_DB, else as set ('leadpact config'), else the XDG data folder.",
      valueName: "file"),
    completion: .databases
  )
  var database: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day to take for today, so that an output can be reproduced. Default: $LEADPACT_TODAY.",
      valueName: "date"), completion: .days)
  var today: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Who records. Default: $LEADPACT_USER, else as set ('leadpact config'), else $USER or the account.",
      valueName: "name"),
    completion: .signatories)
  var user: String?

  /// The time now: the start of the day that stands in for today, else the clock's.
  func now() throws -> Moment { try standInForNow() ?? Clock.now() }

  /// The start of the day that stands in for today; nil where the clock says what time it is.
  func standInForNow() throws -> Moment? {
    try (today ?? Terminal.environment("LEADPACT_TODAY")).map { Moment(day: try Day($0)) }
  }

  /// From when leads are looked at: the end of the day that stands in for today, else now.
  func standpoint() throws -> Standpoint {
    try standInForNow().map { .end(of: $0.day) } ?? .moment(Clock.now())
  }

  /// The day that a report is made on: `--today`, else the day `asOf` that it is to show, else today.
  func reportDay(asOf: Day?) throws -> Day {
    let today = try now().day
    guard self.today == nil, let asOf else { return today }
    return min(asOf, today)
  }

  /// Who records.
  var person: String {
    get throws { try found(.user)?.value ?? "someone" }
  }

  /// The database's path.
  var path: String {
    get throws { try found(.database)?.value ?? Settings.usualDatabase }
  }

  /// What a setting comes to, the options of the command before all else.
  func found(_ setting: Setting, in settings: Settings? = nil) throws -> FoundSetting? {
    let flag: (String, String?)? =
      switch setting {
      case .database: ("--database", database)
      case .user: ("--user", user)
      case .contract, .editor: nil
      }
    return try (settings ?? Settings.current()).found(setting, flag: flag)
  }

  /// Opens the database.
  func open(for use: Database.Use) throws -> Database {
    let path = try path
    if case .recording(create: true) = use, path == Settings.usualDatabase {
      Files.makeFolder(Files.folder(of: path))
    }
    let timeout = Terminal.environment("LEADPACT_BUSY_TIMEOUT").flatMap { Int($0) } ?? 5_000
    let database = try Database.open(at: path, for: use, at: now(), busyTimeout: timeout)
    if let backup = database.backupBeforeUpgrade {
      Terminal.note("The database was brought up to date; as it was before, it is in \(backup).")
    }
    for exposure in database.exposures { Terminal.complain("warning: \(exposure)") }
    return database
  }
}

extension Database {
  /// The contract of that name, else the only one there is, else the one that is set.
  ///
  /// - Throws: `UnknownContract`, `Failure.usage` where a name is needed.
  func contractName(_ text: String?) throws -> Name {
    let known = try contractNames()
    if let text {
      let name = try Name(text)
      guard let found = known.first(where: { $0 == name }) else {
        throw UnknownContract(name: name, known: known)
      }
      return found
    }
    guard let only = known.first else {
      throw Failure.couldNot("there is no contract yet; propose one with: leadpact contract propose FILE")
    }
    guard known.count > 1 else { return only }
    guard let set = try Settings.current().found(.contract) else {
      throw Failure.usage(
        "there are several contracts, so name one: \(known.map(\.text).joined(separator: ", ")); "
          + "or set the one you mean: leadpact config set contract \(only.text.asShellWord)")
    }
    guard let found = known.first(where: { $0.text == set.value }) else {
      throw Failure.couldNot(
        "\(set.origin) sets the contract '\(set.value)', and there is none of that name here; "
          + "there are \(known.map(\.text).joined(separator: ", "))")
    }
    return found
  }

  /// Parts words into the contract's name, if it stands first or last, and the others.
  func parted(_ words: [String]) throws -> (contract: Name?, others: [String]) {
    let known = try contractNames()
    if let last = words.last, let name = known.first(where: { $0.text == last }) {
      return (name, words.dropLast())
    }
    if let first = words.first, let name = known.first(where: { $0.text == first }) {
      return (name, Array(words.dropFirst()))
    }
    return (nil, words)
  }

  /// The ledger of a contract that exists.
  ///
  /// - Parameter window: the leads that are looked at one by one; nil for all.
  func knownLedger(
    of name: Name, asOf: Day? = nil, days: DayRange? = nil, leadsOf window: LeadWindow? = nil
  ) throws -> Ledger {
    guard let ledger = try ledger(of: name, asOf: asOf, days: days, leadsOf: window) else {
      throw try absence(of: name, asOf: asOf)
    }
    return ledger
  }

  /// The ledger of a contract that exists, with some of its leads and nothing else.
  func knownLedger(of name: Name, asOf: Day?, only choice: LeadChoice) throws -> Ledger {
    guard let ledger = try ledger(of: name, asOf: asOf, only: choice) else {
      throw try absence(of: name, asOf: asOf)
    }
    return ledger
  }

  /// The ledger of a contract that exists, for a report on `today` that asks of leads what each month adds up to, and of
  /// those of the running month on which days they came.
  func summedLedger(of name: Name, asOf: Day? = nil, today: Day) throws -> Ledger {
    let calendar = try knownHistory(of: name, asOf: asOf).newest.contract.calendar
    return try knownLedger(of: name, asOf: asOf, leadsOf: .summed(on: today, by: calendar))
  }

  /// The ledger of a contract that exists, for what is shown of a day: with the leads that are open then.
  func dailyLedger(of name: Name, on day: Day) throws -> Ledger {
    let calendar = try knownHistory(of: name).newest.contract.calendar
    return try knownLedger(of: name, leadsOf: .daily(on: day, by: calendar))
  }

  /// What a report says of what it is made from.
  func provenance(asOf day: Day?) throws -> Provenance {
    Provenance(asOf: day, journalHead: try journalHead(asOf: day).hash.hex)
  }

  /// The history of a contract that exists.
  func knownHistory(of name: Name, asOf: Day? = nil) throws -> ContractHistory {
    guard let history = try history(of: name, asOf: asOf) else { throw try absence(of: name, asOf: asOf) }
    return history
  }

  private func absence(of name: Name, asOf: Day?) throws -> any Error {
    guard let asOf else { return UnknownContract(name: name, known: try contractNames()) }
    return Failure.couldNot("there was no contract '\(name)' yet on \(asOf)")
  }
}
