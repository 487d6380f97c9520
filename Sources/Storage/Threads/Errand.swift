import Glibc

/// Work for another thread.
final class Errand: Sendable {
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  /// Begins the work on a new thread, which the caller joins; nil where the system has none to give.
  ///
  /// Dispatch would wait there until it has.
  func start() -> pthread_t? {
    let errand = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { errand in
        guard let errand else { return nil }
        Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().work()
        return nil
      }, errand.toOpaque())
    guard code == 0 else {
      errand.release()
      return nil
    }
    return thread
  }
}
