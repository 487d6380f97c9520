import Foundation
import TestSupport
import Testing

/// A command that is killed has recorded all that it was to record, or nothing.
@Suite struct CrashTorture {
  private static let hasTimeout = FileManager.default.isExecutableFile(atPath: "/usr/bin/timeout")

  /// What became of the commands that were killed.
  private struct Tally {
    var killed = 0
    var ended = 0
    var recordedThoughKilled = 0
  }

  @Test(.enabled(if: hasTimeout, "needs timeout(1) of the core utilities"))
  func `at any moment`() async throws {
    let lanes = 2
    let tallies = try await withThrowingTaskGroup(of: Tally.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          try await kill((Torture.rounds + lane) / lanes, seed: Torture.seed &+ UInt64(lane))
        }
      }
      return try await group.reduce(into: [Tally]()) { $0.append($1) }
    }
    let killed = tallies.map(\.killed).reduce(0, +)
    #expect(killed == Torture.rounds)
    Torture.tell(
      """
      crashes: \(killed) commands killed, \(tallies.map(\.recordedThoughKilled).reduce(0, +)) of them \
      after their change was on record; \(tallies.map(\.ended).reduce(0, +)) ended before
      """)
  }

  /// Kills so many commands over one set of databases.
  private func kill(_ kills: Int, seed: UInt64) async throws -> Tally {
    let books = try await VictimBooks()
    var random = SplitMix64(seed: seed)
    var usual: [Victim: (seconds: Double, change: String?)] = [:]
    var runs: [Victim: Int] = [:]
    var tally = Tally()
    var number = 0
    while tally.killed < kills {
      number += 1
      try #require(number < 20 + kills * 20, "commands end before they can be killed")
      let victim = random.pick(Victim.allCases)
      let run = runs[victim, default: 0] + 1
      runs[victim] = run
      guard let known = usual[victim] else {
        usual[victim] = try await rehearse(victim, run, in: books)
        continue
      }
      let command = try await victim.command(run, in: books)
      let before = try books.journal(of: command.database)
      let seconds = known.seconds * Double(random.int(50...1_200)) / 1_000
      let start = ContinuousClock.now
      let consequence = try await books.run(command.arguments, killedAfter: seconds)
      let duration = start.duration(to: .now) / .seconds(1)
      let comment: Comment = "seed \(seed), number \(number): \(command.arguments), killed after \(seconds) s"
      #expect([0, 137].contains(consequence.exit), "\(comment): \(consequence)")
      let isRecorded = try await check(
        command, victim, run, before: before, change: known.change, exit: consequence.exit, in: books,
        comment)
      if consequence.exit == 137 {
        tally.killed += 1
        if isRecorded { tally.recordedThoughKilled += 1 }
      } else {
        tally.ended += 1
        // How long it takes depends on what else the machine does.
        usual[victim] = (min(duration, known.seconds), known.change)
      }
    }
    return tally
  }

  /// Runs a command to its end, for how long it takes, and for what it adds to the journal.
  private func rehearse(
    _ victim: Victim, _ number: Int, in books: VictimBooks
  ) async throws -> (seconds: Double, change: String?) {
    let command = try await victim.command(number, in: books)
    let before = try books.journal(of: command.database)
    let start = ContinuousClock.now
    try await books.run(command.arguments)
    let duration = start.duration(to: .now)
    let added = try books.journal(of: command.database).dropFirst(before.count)
    #expect(added.count == (victim == .backup ? 0 : 1))
    return (duration / .seconds(1), added.first.map(Self.withoutHash))
  }

  private static func withoutHash(_ entry: String) -> String { String(entry.drop { $0 != " " }) }

  /// Looks at what a command left behind, and says whether its change is on record.
  private func check(
    _ command: Victim.Command, _ victim: Victim, _ number: Int, before: [String], change: String?,
    exit: Int32, in books: VictimBooks, _ comment: Comment
  ) async throws -> Bool {
    if victim == .upgrade {
      let versions = try OutsideConnection(books.file(command.database)).texts("PRAGMA user_version")
      let released = ReleasedDatabase.older[number % ReleasedDatabase.older.count].version
      #expect(["\(released)", "\(Repository.schema)"].contains(versions.first), comment)
    }
    let verdict = try await Leadpact.run("verify", "--database", command.database, in: books.sandbox)
    #expect(verdict.exit == 0, "\(comment): \(verdict.stderr)")
    let after = try books.journal(of: command.database)
    #expect(after.starts(with: before), comment)
    let added = after.dropFirst(before.count).map(Self.withoutHash)
    if victim == .backup {
      #expect(added.isEmpty, comment)
      return try await checkCopy("copy-\(number).leadpact", of: after, exit: exit, in: books, comment)
    }
    #expect(added.isEmpty || added == [change], comment)
    if exit == 0 { #expect(added.count == 1, comment) }
    return !added.isEmpty
  }

  /// A copy is whole or not there.
  private func checkCopy(
    _ copy: String, of journal: [String], exit: Int32, in books: VictimBooks, _ comment: Comment
  ) async throws -> Bool {
    let isThere = FileManager.default.fileExists(atPath: books.file(copy).path)
    if exit == 0 { #expect(isThere, comment) }
    guard isThere else { return false }
    let verdict = try await Leadpact.run("verify", "--database", copy, in: books.sandbox)
    #expect(verdict.exit == 0, "\(comment): \(verdict.stderr)")
    #expect(try books.journal(of: copy) == journal, comment)
    return true
  }
}
