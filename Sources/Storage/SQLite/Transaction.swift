/// An open transaction, rolled back when it goes out of scope without having been committed.
///
/// `write` and `read` cover most uses; a function with typed throws holds one itself:
/// ```swift
/// let transaction = try connection.begin(.writing)
/// try connection.run("INSERT INTO signature …", …)
/// try transaction.commit()
/// ```
struct Transaction: ~Copyable {
  enum Purpose: Hashable {
    /// BEGIN DEFERRED: what is read stays as it was at the first read.
    case reading
    /// BEGIN IMMEDIATE: no other process can write until the end.
    case writing
  }

  private let connection: Connection

  /// - Throws: `locked` where another process is writing for longer than the busy timeout; `readOnly`.
  fileprivate init(_ purpose: Purpose, on connection: Connection) throws(StorageError) {
    precondition(connection.transactionPurpose == nil, "A transaction is already open")
    if purpose == .writing, !connection.isWritable { throw .readOnly(path: connection.handle.path) }
    try connection.execute(purpose == .writing ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED")
    connection.transactionPurpose = purpose
    connection.handle.changes.clear()
    self.connection = connection
  }

  /// Makes the changes last; where that fails they are undone.
  consuming func commit() throws(StorageError) {
    try connection.execute("COMMIT")
  }

  deinit {
    connection.handle.rollBack()
    connection.transactionPurpose = nil
    connection.handle.changes.clear()
  }
}

extension Connection {
  /// Opens a transaction, which the caller commits.
  ///
  /// - Precondition: None is open.
  func begin(_ purpose: Transaction.Purpose) throws(StorageError) -> Transaction {
    try Transaction(purpose, on: self)
  }

  /// Runs `body` in one write transaction: all of its changes last, or none if it throws or the commit fails.
  ///
  /// - Precondition: No transaction is open: a write within a write would commit half of the outer one.
  /// - Throws: `StorageError`, and whatever `body` throws, unchanged.
  func write<Result>(_ body: () throws -> Result) throws -> Result {
    let transaction = try begin(.writing)
    let result = try body()
    try transaction.commit()
    return result
  }

  /// Runs `body` on one snapshot of the database, whatever other processes write meanwhile.
  ///
  /// Within an open transaction it simply runs, on that transaction's snapshot.
  ///
  /// - Throws: `StorageError`, that of `body` included.
  func read<Result>(_ body: () throws(StorageError) -> Result) throws(StorageError) -> Result {
    guard transactionPurpose == nil else { return try body() }
    let transaction = try begin(.reading)
    let result = try body()
    try transaction.commit()
    return result
  }
}
