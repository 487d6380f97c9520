import Agreement
import Foundation
import Testing

@testable import Storage

/// A session of recording commands, each of them one change of a database that holds a contract.
enum RecordingSession {
  typealias Step = @Sendable (Database, _ path: String) throws -> Void

  /// Each makes one entry of the journal, but the last, which copies the file; none builds on another.
  static let steps: [Step] = [
    { database, _ in
      _ = try database.sign(
        acme, version: 1, digest: Digest(hashing: Example.plain().canonicalText), by: Example.sam,
        word: .signed, at: at(1), recordedBy: "sam")
    },
    { database, _ in
      let count = NewDelivery(key: Example.outbound, days: Example.week("2026-W07"), count: 80)
      _ = try database.record([count], for: acme, by: "ada", at: at(2))
    },
    { database, _ in
      let difference = NewDelivery(key: Example.web, days: Example.week("2026-W07"), count: -12)
      _ = try database.correct([difference], reason: "spam", for: acme, by: "ada", at: at(3))
    },
    { database, _ in
      let figures = OutcomeFigures(sqls: 60, won: 3, revenue: Money(minorUnits: 600_000, Example.dollar))
      let outcome = NewOutcome(key: Example.web, month: try Month("2026-02"), figures: figures)
      _ = try database.record([outcome], for: acme, by: "sam", at: at(4))
    },
    { database, _ in
      let finding = Observation.Finding.kept(met: 180, due: 212)
      let kept = NewObservation(
        subject: Example.name("contacted"), days: Example.week("2026-W07"), finding: finding)
      _ = try database.record([kept], for: acme, by: "sam", at: at(5))
    },
    { database, _ in
      let quarter = try Quarter("2026-Q1", fiscalYearStart: 1)
      _ = try database.keepMetrics(of: quarter, reason: "too few", for: acme, by: "ada", at: at(6))
    },
    { database, _ in
      let row = NewDelivery(key: Example.web, days: Example.week("2026-W08"), count: 199)
      let file = DeliveryFile(
        name: "leads.csv", digest: Digest(hashing: "a file"), rows: [.init(line: 2, delivery: row)])
      _ = try database.importDeliveries(file, for: acme, by: "ada", at: at(7))
    },
    { database, _ in
      _ = try database.importLeads(
        from: "crm.csv", columns: Example.everyColumn, for: acme, by: "ada", at: at(8)
      ) { record in
        for row in Example.leadRows { try record(row) }
        for number in 1...80 {
          let facts = LeadFacts(leadType: "Website Form", delivered: Example.at("2026-02-10"), rep: "Kim")
          try record(LeadRow(line: 5 + number, key: LeadRecord.Key(lead: "many-\(number)"), facts: facts))
        }
        return Digest(hashing: "leads")
      }
    },
    { database, _ in
      _ = try database.importTouches(from: "calls.csv", for: acme, by: "ada", at: at(9)) { record in
        for row in Example.touchRows { try record(row) }
        return Digest(hashing: "touches")
      }
    },
    { database, _ in try Example.dispute(.rejected, on: "4712", in: database, at: at(10)) },
    { database, _ in
      try database.saveMapping(
        "external-id=mql_id", named: Example.name("crm"), kind: .leads, for: acme, by: "ada", at: at(11))
    },
    { database, _ in _ = try database.propose(try Example.rich(), by: "li", at: at(12)) },
    { database, path in
      let copy = path + ".copy"
      guard !FileManager.default.fileExists(atPath: copy) else { return }
      try database.save(to: copy)
    },
  ]

  private static let acme = Example.name("acme-2026")

  private static func at(_ hour: Int) -> Moment {
    Moment(day: given(try Day(2026, 4, 10)), second: hour * 3_600, offset: 0)
  }

  /// The bytes of the file that a session begins with.
  static let start: Data = given(
    try {
      let folder = try TemporaryFolder()
      let path = folder.file("a.leadpact")
      do {
        let database = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
        let version = try database.propose(Example.plain(), by: "ada", at: Example.moment)
        _ = try database.sign(
          acme, version: 1, digest: version.digest, by: Example.ada, word: .signed, at: Example.moment,
          recordedBy: "ada")
        let count = NewDelivery(key: Example.web, days: Example.week("2026-W07"), count: 212)
        _ = try database.record([count], for: acme, by: "ada", at: Example.moment("2026-02-16"))
      }
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }())

  /// What a session came to.
  struct Outcome {
    /// The steps that did not throw.
    var done: Set<Int> = []
    var errors: [any Error] = []
  }

  /// Runs the steps on the file at `path`, each up to two times, with a new connection after every fourth.
  ///
  /// - Parameter finished: is told of each step that did not throw.
  static func run(
    at path: String, through disk: WatchedDisk, finished: (Int) -> Void = { _ in }
  ) -> Outcome {
    disk.lend { vfs in
      var outcome = Outcome()
      var database: Database?
      for (number, step) in steps.enumerated() {
        if number.isMultiple(of: 4) { database = nil }
        for _ in 1...2 where !outcome.done.contains(number) {
          do {
            let open = try database ?? Self.open(path, through: vfs)
            database = open
            try step(open, path)
            outcome.done.insert(number)
            finished(number)
          } catch {
            outcome.errors.append(error)
          }
        }
      }
      return outcome
    }
  }

  private static func open(_ path: String, through vfs: String) throws -> Database {
    let connection = try Connection.open(path, mode: .existing, busyTimeout: 0, vfs: vfs)
    return try Database(connection, at: Example.later)
  }
}

/// A change as the journal has it.
struct RecordedChange: Hashable, Comparable {
  let at: String
  let action: String
  let subject: String
  let rows: Int

  static func < (one: Self, other: Self) -> Bool { one.at < other.at }

  /// Those of a file that is as leadpact left it, opened as everyone opens it.
  static func all(in path: String, _ comment: Comment) throws -> [RecordedChange] {
    let database = try Database.open(at: path, for: .recording(create: false), at: Example.later)
    #expect(try database.verify().problems == [], comment)
    return try database.journal(asOf: nil, limit: nil).map { entry in
      RecordedChange(
        at: "\(entry.at)", action: entry.action.rawValue, subject: entry.subject, rows: entry.rows)
    }
  }
}
