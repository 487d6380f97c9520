/// Where in the file those rows stood that say what is on record already, by the row on record that says the same.
///
/// They are kept as runs: rows on record that follow each other, said by lines that do. A file that is imported again is
/// one run. All runs but the last are in a temporary table, so that a file of a million leads of which one is new needs no
/// more memory than a file of one.
struct SaidLines {
  private struct Run {
    /// The first row on record.
    let row: Int
    /// The line that says it.
    let line: Int
    var count: Int

    /// The line that says a row; nil where it is none of these.
    func line(of row: Int) -> Int? {
      let place = row - self.row
      return (0..<count).contains(place) ? line + place : nil
    }
  }

  private let connection: Connection
  /// The run that the next line may belong to.
  private var last: Run?
  /// The first row after the start of the last run that another run has.
  private var limit = Int.max

  init(on connection: Connection) throws(StorageError) {
    self.connection = connection
    try connection.execute(
      """
      DROP TABLE IF EXISTS temp.said_lines;
      CREATE TEMP TABLE said_lines (row INTEGER PRIMARY KEY, line INTEGER NOT NULL, count INTEGER NOT NULL) STRICT;
      """
    )
  }

  /// Remembers the first line that says what the row on record says.
  mutating func note(_ line: Int, saysRow row: Int) throws(StorageError) {
    if let last, row == last.row + last.count, line == last.line + last.count, row < limit {
      self.last?.count += 1
      return
    }
    guard try self.line(of: row) == nil else { return }
    if let last {
      try connection.run(
        "INSERT INTO temp.said_lines (row, line, count) VALUES (?, ?, ?)", last.row, last.line, last.count)
    }
    last = Run(row: row, line: line, count: 1)
    limit =
      try connection.first("SELECT row FROM temp.said_lines WHERE row > ? ORDER BY row LIMIT 1", row) {
        found in
        try found.int(0)
      } ?? .max
  }

  /// The line that says what the row on record says; nil where none did.
  func line(of row: Int) throws(StorageError) -> Int? {
    if let line = last?.line(of: row) { return line }
    let run = try connection.first(
      "SELECT row, line, count FROM temp.said_lines WHERE row <= ? ORDER BY row DESC LIMIT 1", row
    ) { found in
      Run(row: try found.int(0), line: try found.int(1), count: try found.int(2))
    }
    return run?.line(of: row)
  }
}
