import Agreement
import ArgumentParser
import Exchange
import Reporting
import Storage

/// The names in the database of a command line that is being written, so far as that line leaves them open.
struct RecordedNames {
  /// A span of time by its kind.
  enum Span: String { case day, week, month, quarter }

  private let line: CommandWords
  private let settings: Settings
  private let database: Database
  private let today: Day

  /// Opens the database that the line names, else the usual one.
  init(on line: CommandWords) throws {
    self.line = line
    let now = Clock.now()
    let day = line.value(of: "--today") ?? Terminal.environment("LEADPACT_TODAY")
    self.today = try day.map { try Day($0) } ?? now.day
    self.settings = try Settings.current()
    let path = settings.found(.database, flag: ("--database", line.value(of: "--database")))?.value
    self.database = try Database.open(
      at: path ?? Settings.usualDatabase, for: .reading, at: now, busyTimeout: 200)
  }

  // MARK: Contracts and what is in them

  func contracts() throws -> [String] { try database.contractNames().map(\.text) }

  /// The contracts, unless the line names one already.
  func unnamedContracts() throws -> [String] {
    let known = try contracts()
    return line.others.contains { known.contains($0) } ? [] : known
  }

  func versions() throws -> [String] { try histories().flatMap(\.versions).map { "\($0.number)" } }

  func streams() throws -> [String] { try distinct(newest().flatMap(\.streams).map(\.name.text)) }

  func signatories() throws -> [String] {
    try distinct(histories().flatMap(\.versions).flatMap(\.contract.signatories).map(\.email.text))
  }

  func promises() throws -> [String] { try distinct(newest().flatMap(\.promises).map { $0.subject + "=" }) }

  /// The lead types, each as short as it is clear, and none that the line has already.
  func leadTypes(followedBy sign: String) throws -> [String] {
    let stream = line.value(of: "--stream")
    let streams = try newest().flatMap(\.streams).filter { stream == nil || $0.name.text == stream }
    let types = streams.flatMap { stream in stream.leadTypes.map { (stream.name.text, $0.name.text) } }
    let counts = Dictionary(types.map { ($0.1, 1) }, uniquingKeysWith: +)
    let words = types.map { stream, type in
      counts[type] == 1 && !line.prefix.contains("/") ? type : "\(stream)/\(type)"
    }
    return distinct(words.map { $0 + sign }.filter { word in !line.before.contains { $0.hasPrefix(word) } })
  }

  /// `TYPE:`, then the figures of an outcome that are not given yet.
  func outcomes() throws -> [String] {
    guard let colon = line.prefix.firstIndex(of: ":") else { return try leadTypes(followedBy: ":") }
    let said = line.prefix[line.prefix.index(after: colon)...]
    let start = line.prefix[...colon] + (said.lastIndex(of: ",").map { said[...$0] } ?? "")
    return ["sqls", "opportunities", "won", "revenue"].map { $0 + "=" }
      .filter { !said.contains($0) || said.hasSuffix($0) }.map { start + $0 }
  }

  // MARK: Records

  func reps() throws -> [String] {
    try distinct(chosen().flatMap { try database.reps(of: $0) })
  }

  func leads() throws -> [String] {
    try distinct(chosen().flatMap { try database.leadIDs(of: $0, beginningWith: line.prefix, limit: 50) })
  }

  func mappings() throws -> [String] {
    guard let kind = line.before.lazy.compactMap(ImportKind.init(rawValue:)).first else { return [] }
    return try distinct(chosen().flatMap { try database.mappings(kind: kind, for: $0).keys.map(\.text) })
  }

  func journalHashes() throws -> [String] {
    try database.journal(asOf: nil, limit: 10).map { "\($0.hash.short)" }
  }

  /// The periods of reports with a slash, then the steps of the keys behind it.
  func figures() throws -> [String] {
    guard let slash = line.prefix.firstIndex(of: "/") else {
      return try periods([.week, .month, .quarter]).map { $0 + "/" }
    }
    // Whoever waits for a key to be completed does not wait until a hundred thousand leads are counted.
    guard try !chosen().contains(where: { try database.hasMoreLeads(than: 20_000, of: $0) }) else {
      return []
    }
    var words = [String(line.prefix[..<slash]), "--list", "--today", "\(today)"]
    for option in ["--database", "--contract"] {
      if let value = line.value(of: option) { words += [option, value] }
    }
    let start = line.prefix
    return distinct(
      try Explain.parse(words).keys().map(\.description).filter { $0.hasPrefix(start) }.map { key in
        let next = key.dropFirst(start.count).firstIndex(of: "/")
        return next.map { String(key[...$0]) } ?? key
      })
  }

  // MARK: Periods

  /// Whether a period stands before what is being written.
  var hasPeriod: Bool {
    let calendars = [ContractCalendar(), ContractCalendar(fiscalYearStart: 2)]
    let words = line.plainWordsBefore(withoutValuesOf: [
      "--today", "--as-of", "--from", "--over", "--for-period", "--quarter", "--start",
    ])
    return words.indices.contains { index in
      if Self.steps.contains(words[index]) { return index + 1 < words.count }
      return calendars.contains { calendar in
        do { _ = try Period(words[index], in: calendar, today: today) } catch { return false }
        return true
      }
    }
  }

  /// A period, or the rest of one that is begun by a word such as `last`; nothing where there is one already.
  func periodPart(_ kinds: Set<Span>) throws -> [String] {
    // 'report' has a command for each kind.
    let kinds = kinds.filter { line.before.first != "report" || line.before.dropFirst().first == $0.rawValue }
    if let last = line.before.last, Self.steps.contains(last) {
      return [(Span.week, "week"), (.month, "month"), (.quarter, "quarter")]
        .filter { kinds.contains($0.0) || kinds.contains(.day) }.map(\.1)
    }
    return try hasPeriod
      ? [] : periods(kinds) + Self.steps + (kinds.contains(.day) ? days() + ["today", "yesterday"] : [])
  }

  func days() -> [String] {
    (0..<10).map { today.advanced(by: -$0).description }
  }

  /// The weeks of late, and the months and quarters that the contract covers.
  func periods(_ kinds: Set<Span>) throws -> [String] {
    var periods: [String] = []
    if kinds.contains(.week) {
      periods += (0..<9).map { Week(containing: today).advanced(by: -$0).description }
    }
    for history in kinds.isDisjoint(with: [.month, .quarter]) ? [] : try histories() {
      let calendar = history.newest.contract.calendar
      if kinds.contains(.month) { periods += history.months.map(\.description) }
      if kinds.contains(.quarter) {
        periods += history.months.map { calendar.quarter(containing: $0).description }
      }
    }
    return distinct(periods)
  }

  private static let steps = ["this", "last", "next"]

  // MARK: Which contract

  /// The contract that the line names, else the one that is set, else all.
  private func chosen() throws -> [Name] {
    let known = try database.contractNames()
    let named = known.filter { name in
      line.value(of: "--contract") == name.text || line.others.contains(name.text)
    }
    if !named.isEmpty { return named }
    let usual = settings.found(.contract)?.value
    return known.contains { $0.text == usual } ? known.filter { $0.text == usual } : known
  }

  private func histories() throws -> [ContractHistory] {
    try chosen().compactMap { try database.history(of: $0) }
  }

  private func newest() throws -> [Contract] { try histories().map(\.newest.contract) }

  /// Each word once, in its first place.
  private func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
