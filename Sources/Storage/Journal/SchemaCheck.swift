import Agreement

/// Compares the tables, triggers, indexes and views with those that the program's own steps make.
struct SchemaCheck {
  private(set) var problems: [VerificationReport.Problem] = []

  init(of connection: Connection) throws(StorageError) {
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
