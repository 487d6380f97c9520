import Testing

@testable import Storage

@Suite struct TransactionTests {
  private struct Interruption: Error {}

  let folder: TemporaryFolder
  let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection.open(try folder.database(), mode: .existing)
  }

  private func leads() throws -> Int? { try connection.count("SELECT count(*) FROM lead") }

  @Test func `keeps what was written`() throws {
    let id = try connection.write {
      try connection.run("INSERT INTO lead (stage) VALUES ('mql')")
      return connection.lastInsertedRowID
    }
    #expect(id == 1)
    #expect(try leads() == 1)
  }

  @Test func `undoes everything when the body throws`() throws {
    #expect(throws: StorageError.self) {
      try connection.write {
        try connection.run("INSERT INTO lead (stage) VALUES ('mql')")
        try connection.run("INSERT INTO lead (stage) VALUES (?)", nil as String?)
      }
    }
    #expect(try leads() == 0)
  }

  @Test func `undoes everything when the commit itself fails`() throws {
    try connection.execute(
      """
      CREATE TABLE touch (
        lead_id INTEGER NOT NULL REFERENCES lead DEFERRABLE INITIALLY DEFERRED
      ) STRICT
      """
    )
    let error = #expect(throws: StorageError.self) {
      try connection.write { try connection.run("INSERT INTO touch (lead_id) VALUES (99)") }
    }
    guard case .sqlite(.constraintForeignKey, _, "COMMIT") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try connection.count("SELECT count(*) FROM touch") == 0)
    try connection.write { try connection.run("INSERT INTO lead (stage) VALUES ('mql')") }
  }

  /// What a statement needs to be undone alone is kept in memory, and goes to a file where it is more.
  @Test(arguments: [20, 200, 2_000])
  func `undoes a statement alone, however much it changed`(rows: Int) throws {
    try connection.execute(
      """
      CREATE TABLE note (note_id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE CHECK (text <> '')) STRICT;
      INSERT INTO note (text)
      WITH RECURSIVE number (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < \(rows))
      SELECT value || ' ' || hex(zeroblob(500)) FROM number;
      """
    )
    try connection.write {
      try connection.run("UPDATE note SET text = text || 'x'")
      #expect(throws: StorageError.self) {
        try connection.run(
          "UPDATE note SET text = iif(note_id = ?, '', text || 'y')", rows)
      }
      try connection.run("UPDATE note SET text = text || 'z'")
    }
    #expect(try connection.count("SELECT count(*) FROM note WHERE text LIKE '%0xz'") == rows)
    let pages = try #require(try connection.count("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%note%'"))
    #expect((pages > DatabaseHandle.statementJournalSize) == (rows > 100))
    #expect(try connection.integrityProblems() == [])
  }

  @Test func `rolls back when it is left by an error of another kind`() throws {
    #expect(throws: Interruption.self) {
      let transaction = try connection.begin(.writing)
      try connection.run("INSERT INTO lead (stage) VALUES ('mql')")
      if try leads() == 1 { throw Interruption() }
      try transaction.commit()
    }
    #expect(try leads() == 0)
    #expect(connection.transactionPurpose == nil)
  }

  @Test func `reads one snapshot while another connection writes`() throws {
    let other = try Connection.open(folder.file("a.leadpact"), mode: .existing)
    let counts = try connection.read { () throws(StorageError) in
      let before = try connection.count("SELECT count(*) FROM lead")
      try other.run("INSERT INTO lead (stage) VALUES ('mql')")
      return [before, try connection.count("SELECT count(*) FROM lead")]
    }
    #expect(counts == [0, 0])
    #expect(try leads() == 1)
  }

  @Test func `reads within a write what was just written`() throws {
    try connection.write {
      try connection.run("INSERT INTO lead (stage) VALUES ('mql')")
      let seen = try connection.read { () throws(StorageError) in
        try connection.count("SELECT count(*) FROM lead")
      }
      #expect(seen == 1)
    }
  }

  private var changed: [String] {
    connection.takeChangedRows().map { "\($0.operation) \($0.table) \($0.rowIDs)" }
  }

  @Test func `lists the rows it changed, neighbours as one, and forgets them at its end`() throws {
    connection.recordsChanges = true
    try connection.execute("CREATE TABLE touch (id INTEGER PRIMARY KEY) STRICT")
    try connection.write {
      try connection.run("INSERT INTO lead (id, stage) VALUES (7, 'mql'), (8, 'mql')")
      try connection.run("INSERT INTO lead (id, stage) VALUES (9, 'mql')")
      try connection.run("INSERT INTO touch (id) VALUES (10)")
      try connection.run("INSERT INTO lead (id, stage) VALUES (10, 'mql')")
      try connection.run("UPDATE lead SET stage = 'sql' WHERE id = 8")
      try connection.run("DELETE FROM lead WHERE id = 7")
      #expect(
        changed == [
          "insert lead 7..<10", "insert touch 10..<11", "insert lead 10..<11", "update lead 8..<9",
          "delete lead 7..<8",
        ]
      )
    }
    #expect(changed == [])
  }

  @Test func `lists no rows of a statement that failed halfway`() throws {
    connection.recordsChanges = true
    try connection.write {
      try connection.run("INSERT INTO lead (id, stage) VALUES (1, 'mql')")
      #expect(throws: StorageError.self) {
        try connection.run("INSERT INTO lead (id, stage) VALUES (2, 'mql'), (4, 'mql'), (1, 'again')")
      }
      #expect(changed == ["insert lead 1..<2"])
    }
  }

  @Test func `lists nothing unless asked to`() throws {
    try connection.write {
      try connection.run("INSERT INTO lead (stage) VALUES ('mql')")
      #expect(changed == [])
    }
  }

  @Test func `refuses a write within a write as a programming error`() async {
    await #expect(processExitsWith: .failure) {
      let connection = try Connection.inMemory()
      try connection.write { try connection.write {} }
    }
  }
}
