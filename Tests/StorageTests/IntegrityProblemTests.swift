import Testing

@testable import Storage

@Suite struct IntegrityProblemTests {
  @Test func `are none in a sound database`() throws {
    #expect(try Connection.inMemory().integrityProblems() == [])
  }

  @Test func `name the rows whose reference leads nowhere, and the constraints that do not hold`() throws {
    let connection = try Connection.inMemory()
    try connection.execute(
      """
      CREATE TABLE lead (id INTEGER PRIMARY KEY, value INTEGER CHECK (value > 0)) STRICT;
      CREATE TABLE touch (lead_id INTEGER REFERENCES lead) STRICT;
      PRAGMA foreign_keys = OFF;
      PRAGMA ignore_check_constraints = ON;
      INSERT INTO touch VALUES (9);
      INSERT INTO lead VALUES (1, -1);
      PRAGMA ignore_check_constraints = OFF;
      """
    )
    #expect(
      try connection.integrityProblems().map(\.description) == [
        "CHECK constraint failed in lead",
        "row 1 of touch refers to a missing row of lead",
      ]
    )
  }
}
