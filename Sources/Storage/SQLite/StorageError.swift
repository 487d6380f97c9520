/// Why a database could not be opened, read or written, with the facts of it.
///
/// `description` turns the facts into a sentence; see `StorageErrorDescription.swift`.
public enum StorageError: Error, Hashable, Sendable {
  /// SQLite refused for a reason that no other case covers; `sql` is the statement, never the values bound to it.
  case sqlite(code: ResultCode, message: String, sql: String?)

  /// There is no file at `path`.
  case databaseMissing(path: String)

  /// The system does not let the file be opened or made; `reason` says why, in its words or ours.
  case cannotOpen(path: String, reason: String)

  /// The file, its folder or its medium cannot be written.
  case readOnly(path: String)

  /// Another process held the file for longer than we waited: `by`, as far as the system tells.
  case locked(path: String, waitedMilliseconds: Int, by: LockHolder?)

  /// Something stands where a new file was to be written, and it is never overwritten.
  case fileExists(path: String)

  /// There was no room left; the running transaction was undone.
  case diskFull(path: String)

  /// The disk did not read, write or keep what it was told to; the running transaction was undone.
  case diskFailed(path: String, code: ResultCode)

  /// The file is empty, or not an SQLite database.
  case notADatabase(path: String)

  /// The file is an SQLite database of another program; `applicationID` is 0 where that program set none.
  case foreignApplication(path: String, applicationID: Int)

  /// The file is an SQLite database whose content is broken; `detail` is what SQLite saw.
  case damaged(path: String, detail: String)

  /// A newer program made the file: it has schema version `found`, and this one knows up to `known`.
  case newerSchema(path: String, found: Int, known: Int)

  /// The file has schema version `found` and would have to be migrated to `known`, but was opened only to be read.
  case olderSchema(path: String, found: Int, known: Int)

  /// The migration `name` that the file records is not the one that this program carries.
  case migrationAltered(path: String, name: String)

  /// The migration `name` does not fit the data in the file, which was left as it was.
  case migrationFailed(path: String, name: String, detail: String)

  /// A stored value is not what the model promises; `table` is nil where the column is computed.
  case unexpectedValue(table: String?, column: String, found: String)

  /// Whether the fault lies in the content of a file rather than in reaching it.
  public var isDataFault: Bool {
    switch self {
    case .notADatabase, .foreignApplication, .damaged, .newerSchema, .migrationAltered, .unexpectedValue: true
    case .sqlite, .databaseMissing, .cannotOpen, .readOnly, .locked, .fileExists, .diskFull, .diskFailed,
      .olderSchema,
      .migrationFailed:
      false
    }
  }
}
