import TestSupport

/// Runs `body` for each number below `count` on two lanes at a time, each in turn taking the next.
func onLanes(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 0..<count {
      if number >= 2 { try await group.next() }
      group.addTask { try await body(number) }
    }
    try await group.waitForAll()
  }
}
