import Foundation
import Glibc

/// A program to run to its end, with its streams redirected to and from files.
///
/// Files rather than pipes: neither side ever waits for the other, however much is written.
struct ChildProcess {
  let executable: URL
  let arguments: [String]
  let environment: [String: String]
  let folder: URL

  /// The program did not end in time and was killed together with the programs that it had started.
  struct TimedOut: Error, CustomStringConvertible {
    let limit: Duration
    var description: String { "still running after \(limit.components.seconds) s, so it was killed" }
  }

  /// Runs the program.
  ///
  /// - Returns: its exit status, or 128 plus the signal that ended it, as a shell has it.
  func run(
    input: FileHandle = .nullDevice,
    output: FileHandle,
    errors: FileHandle,
    limit: Duration = .patience
  ) async throws -> Int32 {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors

    let ranOutOfTime = try await runToEnd(process, limit: limit)
    guard process.terminationReason == .uncaughtSignal else { return process.terminationStatus }
    if process.terminationStatus == SIGKILL, ranOutOfTime { throw TimedOut(limit: limit) }
    return 128 + process.terminationStatus
  }

  /// Runs the program to its end, or for as long as it may run, and says whether its time ran out.
  private func runToEnd(_ process: Process, limit: Duration) async throws -> Bool {
    // Counted from when it runs: where all tests begin at once, starting one may take longer than it may run.
    let (started, start) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
    let killing = Task {
      for await instant in started {
        try await Task.sleep(until: instant + limit)
        // Foundation makes the child the leader of a process group of its own.
        if process.isRunning { kill(-process.processIdentifier, SIGKILL) }
        return true
      }
      return false
    }
    do {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        process.terminationHandler = { _ in continuation.resume() }
        do {
          try withNoSignalBlocked { try process.run() }
          start.yield(.now)
        } catch {
          continuation.resume(throwing: error)
        }
      }
    } catch {
      killing.cancel()
      throw error
    }
    killing.cancel()
    start.finish()
    return (try? await killing.value) ?? false
  }

  /// A child inherits the blocked signals of the thread that starts it, and Dispatch's threads block them all.
  private func withNoSignalBlocked<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) {
    var (none, previous) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    try body()
  }
}

extension Duration {
  /// How long a program may take: three minutes, times `$PATIENCE` where the machine has much else to do, or the program
  /// was built to be watched.
  static let patience: Duration = {
    let factor = ProcessInfo.processInfo.environment["PATIENCE"].flatMap { Int($0) } ?? 1
    return .seconds(180 * factor)
  }()
}
