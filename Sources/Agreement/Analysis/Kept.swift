import Synchronization

/// Values that are worked out when they are first asked for, and kept from then on.
///
/// A class, so that the copies of the value that holds it share them. Nothing is locked while one is worked out: it may
/// ask for another, and two threads at most do the same work twice.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  /// The value for a key, which `make` works out where it is not known yet.
  func value(_ key: Key, _ make: () -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let value = make()
    values.withLock { $0[key] = value }
    return value
  }
}

extension Kept {
  /// The outcome for a key, be it a failure.
  func outcome<Success, Failure: Error>(
    _ key: Key, _ make: () throws(Failure) -> Success
  ) throws(Failure) -> Success where Value == Result<Success, Failure> {
    try value(key) {
      do throws(Failure) { return .success(try make()) } catch { return .failure(error) }
    }.get()
  }
}
