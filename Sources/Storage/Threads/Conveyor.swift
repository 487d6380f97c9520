import Glibc

/// Batches that go round between two threads: the one that fills them, and another that empties them in the order in
/// which they were filled.
///
/// A batch is in the hands of one of the two at a time, and what emptying uses is lent to the other thread until `run`
/// returns: a connection to the database for one, which nobody else may use meanwhile. Where the system has no thread to
/// give, the one that fills a batch empties it too.
/// ```swift
/// let digest = try Conveyor.run([Batch(), Batch()]) { batch in
///   try record(batch)
/// } filling: { conveyor in
///   let batch = try conveyor.next()
///   let digest = try fill(batch)
///   try conveyor.send(batch)
///   return digest
/// }
/// ```
final class Conveyor<Batch> {
  private let belt: Belt<Batch>
  private let emptying: (Batch) throws -> Void
  /// Whether another thread empties.
  private let hasThread: Bool

  private init(_ belt: Belt<Batch>, hasThread: Bool, emptying: @escaping (Batch) throws -> Void) {
    self.belt = belt
    self.hasThread = hasThread
    self.emptying = emptying
  }

  /// Runs `filling` here and `emptying` on another thread, and returns when both are done.
  ///
  /// - Parameters:
  ///   - batches: those that go round, empty.
  ///   - start: begins an errand on another thread; nil where there is none.
  ///   - emptying: takes one filled batch after the other. What it and `filling` look at besides must not be the same.
  ///   - filling: takes batches from the conveyor and sends them back filled.
  /// - Returns: what `filling` returns.
  /// - Throws: what `emptying` throws first, after which no batch is emptied any more; else what `filling` throws.
  static func run<Result>(
    _ batches: [Batch],
    start: (Errand) -> pthread_t? = { $0.start() },
    emptying: (Batch) throws -> Void,
    filling: (Conveyor) throws -> Result
  ) throws -> Result {
    try withoutActuallyEscaping(emptying) { emptying in
      let belt = Belt(batches)
      // The errand is over before this returns.
      nonisolated(unsafe) let work = emptying
      let thread = start(Errand { belt.emptyAll(by: work) })
      let conveyor = Conveyor(belt, hasThread: thread != nil, emptying: emptying)
      let result = Swift.Result { try filling(conveyor) }
      belt.close()
      if let thread { pthread_join(thread, nil) }
      if let failure = belt.failure { throw failure }
      return try result.get()
    }
  }

  /// A batch to fill; waits until one is empty.
  ///
  /// - Throws: what emptying another one threw, which is not heard of sooner.
  func next() throws -> Batch { try belt.takeEmpty() }

  /// Sends a batch to be emptied.
  func send(_ batch: Batch) throws {
    belt.putFull(batch)
    guard !hasThread else { return }
    belt.emptyNext(by: emptying)
  }
}

/// What two threads share of a conveyor.
private final class Belt<Batch>: @unchecked Sendable {
  private struct State {
    var empty: [Batch]
    /// Those to be emptied, the next one first.
    var full: [Batch] = []
    /// Whether no more will be filled.
    var isClosed = false
    /// The first that went wrong.
    var failure: (any Error)?
  }

  private var state: State
  // Swift's own Mutex has no condition to wait for.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ batches: [Batch]) {
    state = State(empty: batches)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  var failure: (any Error)? { locked { $0.failure } }

  func takeEmpty() throws -> Batch {
    try locked(when: { !$0.empty.isEmpty || $0.failure != nil }) { state in
      if let failure = state.failure { throw failure }
      return state.empty.removeLast()
    }
  }

  func putFull(_ batch: Batch) { locked { $0.full.append(batch) } }

  /// Lets `emptyAll` return when all that is full is empty.
  func close() { locked { $0.isClosed = true } }

  func emptyAll(by work: (Batch) throws -> Void) {
    while emptyNext(by: work) {}
  }

  /// Empties the next batch; false where none will come.
  @discardableResult
  func emptyNext(by work: (Batch) throws -> Void) -> Bool {
    let (next, failure) = locked(when: { !$0.full.isEmpty || $0.isClosed }) { state in
      (state.full.isEmpty ? nil : state.full.removeFirst(), state.failure)
    }
    guard let next else { return false }
    if failure == nil {
      do { try work(next) } catch { locked { $0.failure = error } }
    }
    locked { $0.empty.append(next) }
    return true
  }

  /// Looks at the state, or changes it, alone and once `isReady`.
  private func locked<Result>(
    when isReady: (State) -> Bool = { _ in true }, _ body: (inout State) throws -> Result
  ) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(change)
      pthread_mutex_unlock(mutex)
    }
    while !isReady(state) { pthread_cond_wait(change, mutex) }
    return try body(&state)
  }
}
