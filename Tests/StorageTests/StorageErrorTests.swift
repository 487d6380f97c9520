import Testing

@testable import Storage

@Suite struct StorageErrorTests {
  private static let sentences: [(StorageError, String)] = [
    (
      .databaseMissing(path: "/q/a.leadpact"),
      """
      There is no database at /q/a.leadpact. \
      Check the path in --database or LEADPACT_DB, or propose a first contract to make one.
      """
    ),
    (
      .locked(path: "a.leadpact", waitedMilliseconds: 5_000, by: nil),
      """
      a.leadpact is locked by another process (waited 5 s). Let the other command finish, then try again.
      """
    ),
    (
      .locked(path: "a.leadpact", waitedMilliseconds: 50, by: LockHolder(process: 4711, program: "leadpact")),
      """
      a.leadpact is being written by another program, leadpact (process 4711), which did not finish within 50 ms. \
      Let it finish, then try again.
      """
    ),
    (
      .diskFailed(path: "a.leadpact", code: ResultCode(rawValue: 10 | 4 << 8)),
      """
      The disk failed under a.leadpact: disk I/O error (SQLITE_IOERR_FSYNC). \
      What was to be recorded is not on record. \
      Check the disk, then run `leadpact verify`; if it finds something, go back to the latest backup.
      """
    ),
    (
      .newerSchema(path: "a.leadpact", found: 7, known: 3),
      """
      a.leadpact was written by a newer leadpact: it has schema version 7, and this program knows up to 3. \
      It was left as it was. Upgrade leadpact, then try again.
      """
    ),
    (
      .foreignApplication(path: "music.db", applicationID: 0),
      """
      music.db is an SQLite database of another program, not of leadpact. It was left as it was. \
      Check the path in --database or LEADPACT_DB.
      """
    ),
    (
      .unexpectedValue(table: "lead", column: "stage", found: "'lost'"),
      """
      The database holds a value that leadpact never writes: lead.stage is 'lost'. \
      Run `leadpact verify` to see what was altered, or go back to the latest backup.
      """
    ),
    (
      .sqlite(code: .constraintUnique, message: "UNIQUE constraint failed: contract.name", sql: "INSERT …"),
      """
      The database refused the operation: UNIQUE constraint failed: contract.name (SQLITE_CONSTRAINT_UNIQUE). \
      Nothing was changed.
      in: INSERT …
      """
    ),
  ]

  @Test(arguments: sentences)
  func `says what was wrong, where, and what to do next`(error: StorageError, sentence: String) {
    #expect(error.description == sentence)
  }

  @Test func `tells bad data from what could not be done`() {
    let data: [StorageError] = [
      .notADatabase(path: ""),
      .foreignApplication(path: "", applicationID: 1),
      .damaged(path: "", detail: ""),
      .newerSchema(path: "", found: 2, known: 1),
      .migrationAltered(path: "", name: ""),
      .unexpectedValue(table: nil, column: "", found: ""),
    ]
    let circumstances: [StorageError] = [
      .databaseMissing(path: ""),
      .cannotOpen(path: "", reason: ""),
      .readOnly(path: ""),
      .locked(path: "", waitedMilliseconds: 0, by: nil),
      .fileExists(path: ""),
      .diskFull(path: ""),
      .diskFailed(path: "", code: .inputOutput),
      .olderSchema(path: "", found: 1, known: 2),
      .migrationFailed(path: "", name: "", detail: ""),
      .sqlite(code: .error, message: "", sql: nil),
    ]
    #expect(data.filter { !$0.isDataFault } == [])
    #expect(circumstances.filter { $0.isDataFault } == [])
  }
}
