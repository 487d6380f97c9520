import Agreement
import Migrations

/// Compares the tables, triggers, indexes and views with those that the program's own steps make, and the steps that
/// the file has gone through with them.
struct SchemaCheck {
  private(set) var problems: [VerificationReport.Problem] = []

  init(of connection: Connection) throws(StorageError) {
    try checkSteps(of: connection)
    let fresh = try Database.inMemory(at: Moment(day: Day(number: 0))).connection
    let intended = try Self.objects(in: fresh)
    let found = try Self.objects(in: connection)
    for (name, sql) in intended.sorted(by: { $0.key < $1.key }) {
      switch found[name] {
      case nil: report(name, "it was removed from the schema")
      case sql: break
      default: report(name, "its definition in the schema was altered")
      }
    }
    for name in found.keys.sorted() where intended[name] == nil {
      report(name, "it was added to the schema; leadpact does not know it")
    }
  }

  private mutating func checkSteps(of connection: Connection) throws(StorageError) {
    do throws(StorageError) {
      let found = try Migrator().version(of: connection)
      let stated = try connection.statedSchemaVersion()
      try checkNames(of: connection)
      if found != stated {
        report("user_version", "it is \(stated), but the file has gone through \(found) schema steps")
      }
    } catch .migrationAltered(_, let name) {
      report("schema step \(name)", "its checksum is not that of the step in this program")
    } catch .newerSchema(_, let found, let known) {
      report("schema_migration", "it lists \(found) schema steps, and this program has \(known)")
    } catch .sqlite(_, let message, _) {
      report("schema_migration", "it cannot be read: \(message)")
    }
  }

  private mutating func checkNames(of connection: Connection) throws(StorageError) {
    let names = try connection.rows("SELECT version, name FROM schema_migration") { row in
      (version: try row.int(0), name: try row.text(1))
    }
    for (step, migration) in zip(names, Migration.all) where step.name != migration.name {
      report(
        "schema_migration row \(step.version), name", "it is \(step.name), and the step is \(migration.name)")
    }
  }

  /// The definitions by kind and name; SQLite's own objects have none.
  private static func objects(in connection: Connection) throws(StorageError) -> [String: String] {
    let objects = try connection.rows(
      """
      SELECT type || ' ' || name, sql
      FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      """
    ) { row in (try row.text(0), try row.text(1)) }
    return Dictionary(objects) { _, last in last }
  }

  private mutating func report(_ place: String, _ message: String) {
    problems.append(VerificationReport.Problem(place: place, message: message))
  }
}
