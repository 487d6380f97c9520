import Agreement
import Foundation
import Migrations
import TestSupport
import Testing

@testable import Storage

/// Whatever single field is changed past leadpact, `verify` names its table, its row and the field.
@Suite struct TamperingTorture {
  /// A field of a row that somebody changes.
  private struct Field {
    let table: String
    let column: String
    let row: Int

    /// Whether `places` name it.
    func isNamed(by places: Set<String>, now: Int) -> Bool {
      // What is computed is named by its table, or by the row that refers to a contract that is not there.
      guard !DerivedTable.names.contains(table) else {
        return places.contains { $0.hasPrefix(table) || $0 == "the file" }
      }
      return !places.isDisjoint(with: self.places(now: now))
    }

    /// The places that name it in what `verify` finds.
    func places(now: Int) -> Set<String> {
      switch (table, column) {
      case ("journal", "seq"):
        // An entry that takes another number leaves its own, and its rows, behind.
        ["journal entry \(now)", "journal entry \(now), seq"]
      case ("journal", "recorded_at"), ("journal", "subject"), ("journal", "recorded_by"),
        ("journal", "hash"):
        // No other part of the file says them again, so that they are named together.
        ["journal entry \(row)", "journal entry \(row), \(column)"]
      case ("journal", _): ["journal entry \(row), \(column)"]
      case ("journal_part", "seq"): ["the file"]
      case ("journal_part", "body"): ["journal_part row \(row), body", "journal entry \(row)"]
      case ("journal_part", "journal_part_id"): ["journal_part row \(now), journal_part_id"]
      case ("schema_migration", "version"): ["schema_migration"]
      case ("schema_migration", "checksum"): ["schema step \(Migration.all[row - 1].name)"]
      case (_, "\(table)_id"): ["\(table) row \(row)"]
      default: ["\(table) row \(row), \(column)"]
      }
    }
  }

  /// No part of the file tells when a step of the schema was made, and nothing hangs on it; nor on the numbers of rows that
  /// are computed, and that nothing refers to.
  private static let unproven = [
    "schema_migration.applied_at", "lead_month.lead_month_id", "stray_lead.stray_lead_id",
  ]

  private let folder: TemporaryFolder
  private let original: String

  init() throws {
    folder = try TemporaryFolder()
    original = folder.file("original.leadpact")
    let database = try Database.open(at: original, for: .recording(create: true), at: Example.moment)
    try Example.fill(database)
    _ = try database.propose(try Example.rich(), by: "li", at: Example.later)
    try Example.fillLeads(database)
    try Example.changeLeads(database)
  }

  @Test func `is named`() throws {
    let connection = try Connection.open(original, mode: .existing)
    var fields: [Field] = []
    for table in try connection.tables() {
      let rows = try connection.texts("SELECT rowid FROM \(table.name)").compactMap { Int($0) }
      #expect(!rows.isEmpty, "\(table.name) has no row to tamper with")
      for column in table.columns where !Self.unproven.contains("\(table.name).\(column)") {
        var random = SplitMix64(seed: Torture.seed &+ UInt64(fields.count))
        let chosen = rows.shuffled(using: &random).prefix(Torture.isLong ? 6 : 1)
        fields += chosen.map { Field(table: table.name, column: column, row: $0) }
      }
    }
    let image = try Data(contentsOf: URL(fileURLWithPath: original))
    let tampered = Torture.isLong ? fields : Torture.sample(Torture.rounds * 6, of: fields)
    for (number, field) in tampered.enumerated() {
      try tamper(field, with: image, seed: Torture.seed &+ UInt64(number))
    }
    Torture.tell("tampering: \(tampered.count) fields changed, one at a time")
  }

  private func tamper(_ field: Field, with image: Data, seed: UInt64) throws {
    let comment: Comment = "\(field.table).\(field.column) of row \(field.row), seed \(seed)"
    let path = folder.file("tampered.leadpact")
    try image.write(to: URL(fileURLWithPath: path))
    let now = try change(field, in: path, seed: seed, comment)
    guard let problems = try problems(in: path) else {
      // A step that the program does not know is refused before anything is read.
      #expect(field.table == "schema_migration", comment)
      return
    }
    let isNamed = field.isNamed(by: Set(problems.map(\.place)), now: now)
    #expect(isNamed, "\(comment): \(problems.map { "\($0.place): \($0.message)" })")
    if ["recorded_at", "recorded_by", "subject", "hash"].contains(field.column), field.table == "journal" {
      #expect(
        problems.contains { $0.place.hasSuffix(field.column) || $0.message.contains(field.column) }, comment)
    }
    // Nobody else is accused: of other tables no row, and of this one no other field.
    let accused = problems.map(\.place).filter {
      $0.contains(" row ") && !$0.hasPrefix("\(field.table) row ") && !$0.contains("schema_migration")
    }
    let touchesWholeEntry = field.table == "journal" || field.table == "journal_part"
    #expect(
      touchesWholeEntry
        || accused.allSatisfy { $0.hasPrefix("signature row") || $0.hasPrefix("signature_key row") },
      "\(comment): \(accused)")
  }

  /// What `verify` finds; nil where the file says that a newer program made it.
  private func problems(in path: String) throws -> [VerificationReport.Problem]? {
    do {
      return try Database.open(at: path, for: .reading, at: Example.later).verify().problems
    } catch StorageError.newerSchema {
      return nil
    }
  }

  /// Changes the field, past the triggers and checks, and returns the row's number then.
  private func change(_ field: Field, in path: String, seed: UInt64, _ comment: Comment) throws -> Int {
    var random = SplitMix64(seed: seed)
    let connection = try Connection.open(path, mode: .existing)
    try connection.execute(
      "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    let declared = try connection.texts(
      "SELECT type FROM pragma_table_info('\(field.table)') WHERE name = '\(field.column)'")
    let isKey =
      try connection.texts(
        "SELECT pk FROM pragma_table_info('\(field.table)') WHERE name = '\(field.column)'") == ["1"]
    // A row's number becomes one that no other row has.
    let step = random.int(1...999) + (isKey ? 10_000 : 0)
    let value =
      switch (declared.first, field.column) {
      case ("INTEGER", _): "ifnull(\(field.column), 0) + \(step)"
      // The number of days is computed from these, so that nothing but days can be put in.
      case (_, "first_day"), (_, "last_day"): "date(\(field.column), '\(step) days')"
      default:
        random.pick([
          "ifnull(\(field.column), '') || '\(step)'", "'\(step)'",
          "replace(ifnull(\(field.column), 'a'), 'a', 'b') || 'x'",
        ])
      }
    try connection.tamper {
      try connection.execute(
        "UPDATE \(field.table) SET \(field.column) = \(value) WHERE rowid = \(field.row)")
      #expect(try connection.texts("SELECT changes()") == ["1"], comment)
    }
    return isKey ? field.row + step : field.row
  }
}
