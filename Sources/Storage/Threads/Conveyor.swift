import Glibc
import Synchronization

/// Batches that go round between two threads: the one that fills them, and another that empties them in the order in
/// which they were filled.
///
/// A batch is in the hands of one of the two at a time. Where the system has no thread to give, the one that fills a batch
/// empties it too.
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
  /// - Throws: what `emptying` throws first; else what `filling` throws. After the first no batch is emptied any more.
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
  /// - Throws: what emptying another one threw.
  func next() throws -> Batch { try belt.takeEmpty() }

  /// Sends a batch to be emptied.
  func send(_ batch: Batch) throws {
    belt.putFull(batch)
    guard !hasThread else { return }
    belt.emptyNext(by: emptying)
  }
}

/// What two threads share of a conveyor.
private final class Belt<Batch>: Sendable {
  /// A batch that lies on the belt: whoever takes it off is the only one who has it.
  private struct Handed: @unchecked Sendable {
    let batch: Batch
  }

  private struct State {
    var empty: [Handed]
    /// Those to be emptied, the next one first.
    var full: [Handed] = []
    /// The first that went wrong.
    var failure: (any Error)?
  }

  private let state: Mutex<State>
  /// How many batches there are to be filled, and how many to be emptied; at the end one more, for there are none.
  private let empty: Signals
  private let full: Signals

  init(_ batches: [Batch]) {
    empty = Signals(batches.count)
    full = Signals(0)
    state = Mutex(State(empty: batches.map(Handed.init)))
  }

  var failure: (any Error)? { state.withLock { $0.failure } }

  func takeEmpty() throws -> Batch {
    empty.wait()
    let handed = try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.empty.removeLast()
    }
    return handed.batch
  }

  func putFull(_ batch: Batch) {
    let handed = Handed(batch: batch)
    state.withLock { $0.full.append(handed) }
    full.signal()
  }

  /// Lets `emptyAll` return when all that is full is empty.
  func close() { full.signal() }

  func emptyAll(by work: (Batch) throws -> Void) {
    while emptyNext(by: work) {}
  }

  /// Empties the next batch; false where none will come.
  @discardableResult
  func emptyNext(by work: (Batch) throws -> Void) -> Bool {
    full.wait()
    let (handed, failure) = state.withLock { state in
      (state.full.isEmpty ? nil : state.full.removeFirst(), state.failure)
    }
    guard let handed else { return false }
    if failure == nil {
      do { try work(handed.batch) } catch { state.withLock { $0.failure = error } }
    }
    state.withLock { $0.empty.append(handed) }
    empty.signal()
    return true
  }
}

/// A number of things to wait for, counted by the system.
private final class Signals: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>

  init(_ count: Int) {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, UInt32(count))
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func signal() { sem_post(semaphore) }

  func wait() {
    // A signal of the system's may end the wait too soon.
    while sem_wait(semaphore) != 0 {}
  }
}
