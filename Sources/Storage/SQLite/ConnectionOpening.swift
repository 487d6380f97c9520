import CSQLite

extension Connection {
  enum Mode: Hashable {
    /// Reads and writes, and makes the file where there is none: for commands that record.
    case creatingIfMissing
    /// Reads and writes a file that is there.
    case existing
    /// Reads a file that is there, even where neither it nor its folder can be written: for reports.
    case readOnly
  }

  /// What marks a file as ours: the letters LPPT.
  ///
  /// See <https://www.sqlite.org/pragma.html#pragma_application_id>.
  static let applicationID = 0x4C50_5054

  /// Opens the database file at `path`.
  ///
  /// - Parameters:
  ///   - busyTimeout: how long to wait for another process's lock, in milliseconds.
  ///   - vfs: the way to the disk, see `DatabaseHandle`.
  static func open(
    _ path: String,
    mode: Mode,
    busyTimeout: Int = 5_000,
    vfs: String? = nil,
  ) throws(StorageError) -> Connection {
    let file = DatabaseFile(path: path)
    switch try file.state() {
    case .missing where mode == .creatingIfMissing:
      try make(file, vfs: vfs)
    case .missing:
      throw .databaseMissing(path: path)
    case .empty where mode != .creatingIfMissing:
      throw .notADatabase(path: path)
    case .folder:
      throw .cannotOpen(path: path, reason: "it is a folder")
    case .special:
      throw .cannotOpen(path: path, reason: "it is not a regular file")
    case .empty, .filled:
      break
    }
    return mode == .readOnly
      ? try openForReading(file, busyTimeout: busyTimeout, vfs: vfs)
      : try openForWriting(
        file, creating: mode == .creatingIfMissing, busyTimeout: busyTimeout, vfs: vfs)
  }

  /// Makes an empty database that lives in memory, for a demonstration or a test.
  static func inMemory() throws(StorageError) -> Connection {
    let handle = try DatabaseHandle(
      opening: ":memory:",
      path: "the database in memory",
      flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY,
      busyTimeout: 0,
    )
    let connection = Connection(handle: handle, path: nil, isWritable: true)
    try connection.configure()
    try connection.execute("PRAGMA application_id = \(applicationID)")
    return connection
  }

  /// Makes a file that is ours and in WAL mode from the first moment that anyone sees it.
  private static func make(_ file: DatabaseFile, vfs: String?) throws(StorageError) {
    do throws(StorageError) {
      try file.create { partial throws(StorageError) in
        let handle = try DatabaseHandle(
          opening: partial.literalName,
          path: file.path,
          flags: SQLITE_OPEN_READWRITE,
          busyTimeout: 0,
          vfs: vfs,
        )
        try handle.execute("PRAGMA application_id = \(applicationID); PRAGMA journal_mode = WAL")
      }
    } catch .fileExists {
      // Another process was quicker, unless there is still nothing: at the end of a symbolic link that leads nowhere.
      if try file.state() == .missing { throw .fileExists(path: file.path) }
    }
  }

  private static func openForWriting(
    _ file: DatabaseFile,
    creating: Bool,
    busyTimeout: Int,
    vfs: String?,
  ) throws(StorageError) -> Connection {
    let handle = try DatabaseHandle(
      opening: file.literalName,
      path: file.path,
      flags: SQLITE_OPEN_READWRITE,
      busyTimeout: busyTimeout,
      vfs: vfs,
    )
    // SQLite falls back to reading a file that it may not write.
    guard !handle.isReadOnly else { throw .readOnly(path: file.path) }
    let connection = Connection(handle: handle, path: file.path, isWritable: true)
    try connection.configure()
    let identity: Identity
    do {
      identity = try connection.identity()
    } catch .cannotOpen {
      // The file is open, so it is the write-ahead log beside it that cannot be made.
      throw .readOnly(path: file.path)
    }
    switch identity {
    case .leadpact: break
    case .blank where creating: try connection.claim()
    case .blank: throw .notADatabase(path: file.path)
    case .foreign(let applicationID): throw .foreignApplication(path: file.path, applicationID: applicationID)
    }
    // Only now, since it changes the file. See <https://www.sqlite.org/wal.html>.
    try connection.execute("PRAGMA journal_mode = WAL")
    return connection
  }

  /// Opens a file for reading, without leaving anything beside one that we may not write.
  ///
  /// In WAL mode even a reader needs the `-wal` and `-shm` files. Where they cannot be made, or would be made with
  /// an owner and a mode that keep the file's owner out, and no changes wait in a log, the file is read as immutable:
  /// <https://www.sqlite.org/uri.html#uriimmutable>. A writer that starts during that moment goes unseen.
  private static func openForReading(
    _ file: DatabaseFile,
    busyTimeout: Int,
    vfs: String?,
  ) throws(StorageError) -> Connection {
    var handle = try DatabaseHandle(
      opening: file.literalName,
      path: file.path,
      flags: SQLITE_OPEN_READWRITE,
      busyTimeout: busyTimeout,
      vfs: vfs,
    )
    if handle.isReadOnly, !file.hasPendingLog {
      handle = try immutableHandle(file, vfs: vfs)
    }
    do {
      return try reader(of: file, through: handle)
    } catch .cannotOpen where !file.hasPendingLog, .readOnly where !file.hasPendingLog {
      return try reader(of: file, through: try immutableHandle(file, vfs: vfs))
    } catch .cannotOpen, .readOnly {
      throw .cannotOpen(
        path: file.path,
        reason: "its latest changes wait in \(file.path)-wal, in a folder that cannot be written",
      )
    }
  }

  private static func immutableHandle(_ file: DatabaseFile, vfs: String?) throws(StorageError)
    -> DatabaseHandle
  {
    try DatabaseHandle(
      opening: file.immutableURI,
      path: file.path,
      flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
      busyTimeout: 0,
      vfs: vfs,
    )
  }

  private static func reader(
    of file: DatabaseFile,
    through handle: DatabaseHandle,
  ) throws(StorageError) -> Connection {
    let connection = Connection(handle: handle, path: file.path, isWritable: false)
    try connection.configure()
    try connection.execute("PRAGMA query_only = ON")
    switch try connection.identity() {
    case .leadpact: return connection
    case .blank: throw .notADatabase(path: file.path)
    case .foreign(let applicationID): throw .foreignApplication(path: file.path, applicationID: applicationID)
    }
  }

  /// Sets what holds for this connection alone and leaves the file untouched.
  private func configure() throws(StorageError) {
    // Not even SQL of our own may write to the schema tables or the file's pages past SQLite.
    try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    // A misspelt "column" is an error instead of a string.
    try configure(SQLITE_DBCONFIG_DQS_DML, false)
    try configure(SQLITE_DBCONFIG_DQS_DDL, false)
    // Recursive triggers let the triggers that refuse a DELETE see the one inside INSERT OR REPLACE.
    try execute(
      """
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA recursive_triggers = ON;
      PRAGMA synchronous = FULL;
      """
    )
    // Who reads looks at most pages once, and SQLite's own 2 MB of them are used again sooner than memory is taken anew.
    // Who writes gets 24 MiB, taken as they are needed: with the program itself an import of a million leads, in any
    // order, stays below 64 MiB, and takes no longer than with 32.
    if isWritable { try execute("PRAGMA cache_size = -24576") }
  }

  private func configure(_ option: Int32, _ isOn: Bool) throws(StorageError) {
    try handle.check(csqlite_configure(handle.pointer, option, isOn ? 1 : 0))
  }

  private enum Identity {
    case leadpact
    /// Neither marked nor filled.
    case blank
    case foreign(applicationID: Int)
  }

  /// What the file is, seen at one moment: another process may be marking and filling it.
  private func identity() throws(StorageError) -> Identity {
    let transaction = try begin(.reading)
    let identity = try currentIdentity()
    try transaction.commit()
    return identity
  }

  private func currentIdentity() throws(StorageError) -> Identity {
    let applicationID = try first("PRAGMA application_id") { try $0.int(0) }
    if applicationID == Self.applicationID { return .leadpact }
    let hasContent = try first("SELECT 1 FROM sqlite_schema LIMIT 1") { _ in true } ?? false
    return applicationID == 0 && !hasContent ? .blank : .foreign(applicationID: applicationID ?? 0)
  }

  /// Marks a blank file as ours, unless another process has filled it since.
  private func claim() throws(StorageError) {
    let transaction = try begin(.writing)
    switch try currentIdentity() {
    case .blank:
      try execute("PRAGMA application_id = \(Self.applicationID)")
    case .leadpact:
      break
    case .foreign(let applicationID):
      throw .foreignApplication(path: handle.path, applicationID: applicationID)
    }
    try transaction.commit()
  }
}
