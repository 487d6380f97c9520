import CSQLite
import Testing

@testable import Storage

@Suite struct ResultCodeTests {
  @Test(arguments: [
    (SQLITE_OK, "SQLITE_OK"),
    (SQLITE_CONSTRAINT | 1 << 8, "SQLITE_CONSTRAINT_CHECK"),
    (SQLITE_BUSY | 2 << 8, "SQLITE_BUSY_SNAPSHOT"),
    (SQLITE_IOERR | 10 << 8, "SQLITE_IOERR_DELETE"),
    (SQLITE_IOERR | 99 << 8, "SQLITE_IOERR (25354)"),
    (Int32(99), "SQLITE_UNKNOWN"),
  ])
  func `has the name that SQLite's documentation uses`(code: Int32, name: String) {
    #expect(ResultCode(rawValue: code).name == name)
  }

  @Test func `knows the primary code behind an extended one`() {
    #expect(ResultCode.constraintUnique.primary == .constraint)
    #expect(ResultCode.constraint.primary == .constraint)
  }

  @Test func `speaks SQLite's English`() {
    #expect(ResultCode.constraintCheck.message == "constraint failed")
  }
}
