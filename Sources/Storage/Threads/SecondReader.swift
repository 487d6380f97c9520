import CSQLite
import Glibc
import Synchronization

/// Reads something on another thread, by a connection of its own, while the connection that it goes beside reads on.
///
/// Both must see one state of the database. SQLite hands a snapshot on from one connection to another only where it was
/// built for that, so the journal is asked: each change to what is on record adds an entry, and where both journals end
/// alike and the schema is one, nothing was recorded between the two snapshots.
/// ```swift
/// let touches = SecondReader(beside: connection, at: head) { other throws(StorageError) in try touches(on: other) }
/// let leads = try leads(on: connection)
/// let both = (leads, try touches?.value() ?? touches(on: connection))
/// ```
final class SecondReader<Value: Sendable> {
  private final class Outcome: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let outcome = Outcome()
  /// The thread that reads; nil once it has ended.
  private var thread: pthread_t?

  /// Begins to read; nil where there is no file that another connection could open, where the transaction may have
  /// changed what the other would read, and where the system has no thread to give.
  ///
  /// - Parameter head: where the journal ends by what `connection` sees.
  init?(
    beside connection: Connection, at head: JournalHead,
    _ read: @escaping @Sendable (Connection) throws(StorageError) -> Value
  ) {
    guard let path = connection.path, connection.transactionPurpose == .reading, sqlite3_threadsafe() != 0,
      let version = try? connection.statedSchemaVersion()
    else { return nil }
    let (outcome, vfs) = (outcome, connection.handle.vfs)
    let errand = Errand {
      let value = try? Self.value(of: path, vfs: vfs, at: head, schemaVersion: version, read)
      outcome.value.withLock { $0 = value }
    }
    guard let thread = errand.start() else { return nil }
    self.thread = thread
  }

  deinit { join() }

  /// What was read; nil where the database has changed meanwhile, or reading failed: then it is to be read again beside
  /// the rest, which tells what is wrong.
  ///
  /// Waits until it is read.
  func value() -> Value? {
    join()
    return outcome.value.withLock { $0 }
  }

  private func join() {
    guard let thread else { return }
    pthread_join(thread, nil)
    self.thread = nil
  }

  private static func value(
    of path: String, vfs: String?, at head: JournalHead, schemaVersion: Int,
    _ read: (Connection) throws(StorageError) -> Value
  ) throws(StorageError) -> Value? {
    // Who would have to wait is not asked.
    let connection = try Connection.open(path, mode: .readOnly, busyTimeout: 0, vfs: vfs)
    return try connection.read { () throws(StorageError) in
      let (version, end) = (
        try connection.statedSchemaVersion(), try JournalStore(connection: connection).head()
      )
      return version == schemaVersion && end == head ? try read(connection) : nil
    }
  }
}
