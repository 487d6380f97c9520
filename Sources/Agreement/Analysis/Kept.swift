import Synchronization

/// Values that are worked out when they are first asked for, and kept from then on, failures too.
///
/// A class, so that the copies of the value that holds it share them. Nothing is locked while one is worked out: it may
/// ask for another, and two threads at most do the same work twice.
package final class Kept<Key: Hashable & Sendable, Value: Sendable, Failure: Error>: Sendable {
  private let outcomes = Mutex<[Key: Result<Value, Failure>]>([:])

  /// Keeps nothing yet.
  package init() {}

  /// The value for a key, which `make` works out where it is not known yet.
  package func value(_ key: Key, _ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    if let known = outcomes.withLock({ $0[key] }) { return try known.get() }
    let outcome = Result(catching: make)
    outcomes.withLock { $0[key] = outcome }
    return try outcome.get()
  }
}
