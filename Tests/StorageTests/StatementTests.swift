import Testing

@testable import Storage

@Suite struct StatementTests {
  let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
    try connection.execute(
      """
      CREATE TABLE sample (id INTEGER PRIMARY KEY, number INTEGER, word TEXT, truth INTEGER) STRICT;
      CREATE TABLE rate (ppm INTEGER NOT NULL CHECK (ppm > 0)) STRICT;
      """
    )
  }

  @Test(
    arguments: [
      (Int.max, "Zürich 🤝", true),
      (Int.min, "", false),
      (0, "a\0b", true),
    ]
  )
  func `reads back exactly what was bound`(number: Int, word: String, truth: Bool) throws {
    try connection.run(
      "INSERT INTO sample (number, word, truth) VALUES (?, ?, ?)",
      number,
      word,
      truth,
    )
    let row = try connection.first("SELECT number, word, truth FROM sample") { row in
      try (row.int(0), row.text(1), row.bool(2))
    }
    #expect(try #require(row) == (number, word, truth))
  }

  @Test func `reads NULL only as an optional`() throws {
    try connection.run("INSERT INTO sample (number, word) VALUES (?, ?)", nil as Int?, nil as String?)
    let row = try connection.first("SELECT number, word FROM sample") { row in
      try (row.optionalInt(0), row.optionalText(1))
    }
    #expect(try #require(row) == (nil, nil))
    #expect(throws: StorageError.unexpectedValue(table: "sample", column: "number", found: "NULL")) {
      try connection.rows("SELECT number FROM sample") { row in try row.int(0) }
    }
  }

  @Test func `converts nothing on the way`() throws {
    try connection.run("INSERT INTO sample (word) VALUES ('12')")
    #expect(throws: StorageError.unexpectedValue(table: "sample", column: "word", found: "text")) {
      try connection.first("SELECT word FROM sample") { try $0.int(0) }
    }
    #expect(
      throws: StorageError.unexpectedValue(table: nil, column: "half", found: "a floating-point number")
    ) {
      try connection.first("SELECT 0.5 AS half") { try $0.int(0) }
    }
    #expect(throws: StorageError.unexpectedValue(table: nil, column: "t", found: "text that is not UTF-8")) {
      try connection.first("SELECT CAST(x'ff' AS TEXT) AS t") { try $0.text(0) }
    }
  }

  @Test func `builds a domain value, and names the column that holds none`() throws {
    enum Team: String {
      case marketing, sales
    }
    try connection.run("INSERT INTO sample (word, truth) VALUES (?, ?), (?, ?)", "sales", 1, "finance", 2)
    let team = try connection.first("SELECT word FROM sample WHERE id = 1") { row in
      try row.text(0, as: Team.init(rawValue:))
    }
    #expect(team == .sales)
    #expect(throws: StorageError.unexpectedValue(table: "sample", column: "word", found: "'finance'")) {
      try connection.first("SELECT word FROM sample WHERE id = 2") { row in
        try row.text(0, as: Team.init(rawValue:))
      }
    }
    #expect(throws: StorageError.unexpectedValue(table: "sample", column: "truth", found: "2")) {
      try connection.first("SELECT truth FROM sample WHERE id = 2") { row in try row.bool(0) }
    }
  }

  @Test func `takes a row that the domain refuses for an altered one`() throws {
    struct InvalidRate: Error {}
    try connection.run("INSERT INTO rate (ppm) VALUES (2000000)")
    #expect(throws: StorageError.unexpectedValue(table: "rate", column: "*", found: "InvalidRate()")) {
      try connection.rows("SELECT ppm FROM rate") { row in
        guard try row.int(0) <= 1_000_000 else { throw InvalidRate() }
      }
    }
  }

  @Test func `carries on after a refusal, which names code and SQL but no values`() throws {
    let insert = try connection.statement("INSERT INTO rate (ppm) VALUES (?)")
    let refusal = StorageError.sqlite(
      code: .constraintCheck,
      message: "CHECK constraint failed: ppm > 0",
      sql: "INSERT INTO rate (ppm) VALUES (?)",
    )
    #expect(throws: refusal) { try insert.run(-31_337) }
    #expect(!refusal.description.contains("31"))
    try insert.run(340_000)
    #expect(try connection.count("SELECT ppm FROM rate") == 340_000)
  }

  @Test func `is prepared once for each place in the source`() throws {
    func select() throws -> Statement { try connection.statement("SELECT count(*) FROM rate") }
    #expect(try select() === select())
  }

  @Test func `can be asked again from within its own rows`() throws {
    try connection.run("INSERT INTO rate (ppm) VALUES (1), (2), (3)")
    func rates(_ depth: Int) throws -> Int {
      try connection.rows("SELECT ppm FROM rate") { row in
        try depth == 0 ? row.int(0) : rates(depth - 1)
      }.reduce(0, +)
    }
    #expect(try rates(2) == 9 * 6)
  }

  @Test func `stops at the first row and can be run again`() throws {
    try connection.run("INSERT INTO rate (ppm) VALUES (5), (6)")
    for _ in 1...2 {
      #expect(try connection.count("SELECT ppm FROM rate ORDER BY ppm") == 5)
    }
    #expect(try connection.count("SELECT ppm FROM rate WHERE ppm > 6") == nil)
  }

  @Test func `tells the new rowid`() throws {
    try connection.run("INSERT INTO rate (ppm) VALUES (1), (2), (3)")
    #expect(connection.lastInsertedRowID == 3)
    #expect(try connection.count("INSERT INTO rate (ppm) VALUES (9) RETURNING rowid") == 4)
  }

  @Test func `takes a misspelt column in double quotes for an error, not for a string`() throws {
    #expect(throws: StorageError.self) {
      try connection.count(#"SELECT "pmm" FROM rate"#)
    }
  }

  @Test func `sees the delete inside a replace, so that append-only triggers hold`() throws {
    try connection.execute(
      """
      CREATE TRIGGER sample_is_kept BEFORE DELETE ON sample
      BEGIN SELECT RAISE(ABORT, 'samples are never deleted'); END
      """
    )
    try connection.run("INSERT INTO sample (id, number) VALUES (1, 10)")
    #expect(throws: StorageError.self) {
      try connection.run("REPLACE INTO sample (id, number) VALUES (1, 11)")
    }
    #expect(try connection.count("SELECT number FROM sample") == 10)
  }
}
