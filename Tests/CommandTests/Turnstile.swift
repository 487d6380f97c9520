/// Lets so many through at a time, and the others wait for their turn.
///
/// All tests of the suite begin at once. Each program that runs holds half a dozen file descriptors of the test process,
/// and Foundation's `Process` reads beyond its buffer where more than 1,365 are open: 24 bytes each in a page of 32 KiB
/// that lists them.
actor Turnstile {
  /// For programs that tests start.
  ///
  /// More would only make each of them slower, until one does not end in time; there must be places for 16 writers
  /// beside those that read meanwhile.
  static let programs = Turnstile(places: 24)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) {
    free = places
  }

  /// Runs `body` as soon as there is a place for it.
  ///
  /// It must not pass here once more: with every place taken by such, none would ever get free.
  nonisolated func pass<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    await enter()
    do {
      let result = try await body()
      await leave()
      return result
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
