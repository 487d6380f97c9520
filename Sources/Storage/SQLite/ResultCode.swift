import CSQLite

/// What an SQLite call came back with, such as `SQLITE_CONSTRAINT_CHECK`.
///
/// The low byte is the primary code; the bytes above refine it to the extended code.
/// See <https://www.sqlite.org/rescode.html>.
public struct ResultCode: RawRepresentable, Hashable, Sendable {
  /// The number that SQLite gave, extended where it has an extended form.
  public let rawValue: Int32

  /// Makes a code of the number that SQLite gave.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The code without its refinement: `SQLITE_CONSTRAINT` for `SQLITE_CONSTRAINT_CHECK`.
  public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

  /// SQLite's own short English for the code, such as "constraint failed".
  public var message: String { String(cString: sqlite3_errstr(rawValue)) }

  /// The C name, such as `SQLITE_CONSTRAINT_CHECK`; an extended code without a name here shows its number.
  public var name: String {
    if let name = Self.names[self] { return name }
    let number = rawValue == primary.rawValue ? "" : " (\(rawValue))"
    return (Self.names[primary] ?? "SQLITE_UNKNOWN") + number
  }
}

extension ResultCode {
  static let ok = ResultCode(rawValue: SQLITE_OK)
  static let error = ResultCode(rawValue: SQLITE_ERROR)
  static let permission = ResultCode(rawValue: SQLITE_PERM)
  static let busy = ResultCode(rawValue: SQLITE_BUSY)
  static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  static let inputOutput = ResultCode(rawValue: SQLITE_IOERR)
  static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  static let full = ResultCode(rawValue: SQLITE_FULL)
  static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
  static let row = ResultCode(rawValue: SQLITE_ROW)
  static let done = ResultCode(rawValue: SQLITE_DONE)

  static let inputOutputShortRead = inputOutput.extended(2)
  static let constraintCheck = constraint.extended(1)
  static let constraintForeignKey = constraint.extended(3)
  static let constraintNotNull = constraint.extended(5)
  static let constraintPrimaryKey = constraint.extended(6)
  static let constraintTrigger = constraint.extended(7)
  static let constraintUnique = constraint.extended(8)
  static let constraintDataType = constraint.extended(12)

  private func extended(_ refinement: Int32) -> ResultCode {
    ResultCode(rawValue: rawValue | refinement << 8)
  }

  private static let names: [ResultCode: String] = [
    ok: "SQLITE_OK",
    error: "SQLITE_ERROR",
    permission: "SQLITE_PERM",
    busy: "SQLITE_BUSY",
    readOnly: "SQLITE_READONLY",
    inputOutput: "SQLITE_IOERR",
    corrupt: "SQLITE_CORRUPT",
    full: "SQLITE_FULL",
    cannotOpen: "SQLITE_CANTOPEN",
    constraint: "SQLITE_CONSTRAINT",
    notADatabase: "SQLITE_NOTADB",
    row: "SQLITE_ROW",
    done: "SQLITE_DONE",
    inputOutput.extended(1): "SQLITE_IOERR_READ",
    inputOutputShortRead: "SQLITE_IOERR_SHORT_READ",
    inputOutput.extended(3): "SQLITE_IOERR_WRITE",
    inputOutput.extended(4): "SQLITE_IOERR_FSYNC",
    inputOutput.extended(6): "SQLITE_IOERR_TRUNCATE",
    inputOutput.extended(7): "SQLITE_IOERR_FSTAT",
    inputOutput.extended(10): "SQLITE_IOERR_DELETE",
    inputOutput.extended(13): "SQLITE_IOERR_ACCESS",
    inputOutput.extended(15): "SQLITE_IOERR_LOCK",
    inputOutput.extended(16): "SQLITE_IOERR_CLOSE",
    inputOutput.extended(20): "SQLITE_IOERR_SHMLOCK",
    inputOutput.extended(21): "SQLITE_IOERR_SHMMAP",
    constraintCheck: "SQLITE_CONSTRAINT_CHECK",
    constraint.extended(2): "SQLITE_CONSTRAINT_COMMITHOOK",
    constraintForeignKey: "SQLITE_CONSTRAINT_FOREIGNKEY",
    constraintNotNull: "SQLITE_CONSTRAINT_NOTNULL",
    constraintPrimaryKey: "SQLITE_CONSTRAINT_PRIMARYKEY",
    constraintTrigger: "SQLITE_CONSTRAINT_TRIGGER",
    constraintUnique: "SQLITE_CONSTRAINT_UNIQUE",
    constraint.extended(10): "SQLITE_CONSTRAINT_ROWID",
    constraintDataType: "SQLITE_CONSTRAINT_DATATYPE",
    busy.extended(1): "SQLITE_BUSY_RECOVERY",
    busy.extended(2): "SQLITE_BUSY_SNAPSHOT",
    ResultCode(rawValue: SQLITE_INTERNAL): "SQLITE_INTERNAL",
    ResultCode(rawValue: SQLITE_ABORT): "SQLITE_ABORT",
    ResultCode(rawValue: SQLITE_LOCKED): "SQLITE_LOCKED",
    ResultCode(rawValue: SQLITE_NOMEM): "SQLITE_NOMEM",
    ResultCode(rawValue: SQLITE_INTERRUPT): "SQLITE_INTERRUPT",
    ResultCode(rawValue: SQLITE_NOTFOUND): "SQLITE_NOTFOUND",
    ResultCode(rawValue: SQLITE_PROTOCOL): "SQLITE_PROTOCOL",
    ResultCode(rawValue: SQLITE_SCHEMA): "SQLITE_SCHEMA",
    ResultCode(rawValue: SQLITE_TOOBIG): "SQLITE_TOOBIG",
    ResultCode(rawValue: SQLITE_MISMATCH): "SQLITE_MISMATCH",
    ResultCode(rawValue: SQLITE_MISUSE): "SQLITE_MISUSE",
    ResultCode(rawValue: SQLITE_NOLFS): "SQLITE_NOLFS",
    ResultCode(rawValue: SQLITE_AUTH): "SQLITE_AUTH",
    ResultCode(rawValue: SQLITE_RANGE): "SQLITE_RANGE",
  ]
}
