import Dispatch
import Synchronization

/// Reads something on another thread, by a connection of its own, while the connection that it goes beside reads on.
///
/// Both must see one state of the database. SQLite hands a snapshot on from one connection to another only where it was
/// built for that, so the journal is asked: each change adds an entry, and where both journals end alike, nothing has
/// changed between the two snapshots.
/// ```swift
/// let touches = SecondReader(beside: connection, at: head) { other throws(StorageError) in try touches(on: other) }
/// let leads = try leads(on: connection)
/// let both = (leads, try touches?.value() ?? touches(on: connection))
/// ```
final class SecondReader<Value: Sendable>: Sendable {
  private let outcome = Mutex<Value?>(nil)
  private let end = DispatchSemaphore(value: 0)

  /// Begins to read; nil where there is no file that another connection could open, or where the transaction may have
  /// changed what the other would read.
  ///
  /// - Parameter head: where the journal ends by what `connection` sees.
  init?(
    beside connection: Connection, at head: JournalHead,
    _ read: @escaping @Sendable (Connection) throws(StorageError) -> Value
  ) {
    guard let path = connection.path, connection.transactionPurpose == .reading else { return nil }
    let (busyTimeout, vfs) = (connection.handle.busyTimeout, connection.handle.vfs)
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      defer { end.signal() }
      let value = try? Self.value(of: path, busyTimeout: busyTimeout, vfs: vfs, at: head, read)
      outcome.withLock { $0 = value }
    }
  }

  /// What was read; nil where the database has changed meanwhile, or reading failed: then it is to be read again beside
  /// the rest, which tells what is wrong.
  ///
  /// Waits until it is read, and is asked for once.
  func value() -> Value? {
    end.wait()
    return outcome.withLock { $0 }
  }

  private static func value(
    of path: String, busyTimeout: Int, vfs: String?, at head: JournalHead,
    _ read: (Connection) throws(StorageError) -> Value
  ) throws(StorageError) -> Value? {
    let connection = try Connection.open(path, mode: .readOnly, busyTimeout: busyTimeout, vfs: vfs)
    return try connection.read { () throws(StorageError) in
      try JournalStore(connection: connection).head() == head ? try read(connection) : nil
    }
  }
}
