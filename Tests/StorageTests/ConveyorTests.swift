import Glibc
import TestSupport
import Testing

@testable import Storage

/// What is filled on one thread is emptied on another, in order, with and without a thread to do it.
@Suite struct ConveyorTests {
  private final class Box {
    var number = 0
  }

  private struct Broken: Error, Equatable {
    let number: Int
  }

  private static let starts: [@Sendable (Errand) -> pthread_t?] = [{ $0.start() }, { _ in nil }]

  /// Sends boxes of the numbers 1 to `count` and returns those that were emptied by the time of the end.
  private func send(
    _ count: Int, start: (Errand) -> pthread_t?, failing number: Int? = nil, then failure: Broken? = nil
  ) throws -> (emptied: [Int], threads: Set<pthread_t>) {
    var emptied: [Int] = []
    var threads: Set<pthread_t> = []
    do {
      try Conveyor.run([Box(), Box(), Box()], start: start) { box in
        threads.insert(pthread_self())
        if box.number == number { throw Broken(number: box.number) }
        emptied.append(box.number)
      } filling: { conveyor in
        for number in 1...count {
          let box = try conveyor.next()
          box.number = number
          try conveyor.send(box)
        }
        if let failure { throw failure }
      }
    } catch let broken as Broken {
      if let number { #expect(emptied == Array(1..<number)) }
      throw broken
    }
    return (emptied, threads)
  }

  @Test(arguments: starts.indices)
  func `empties all batches in the order in which they were filled`(_ start: Int) throws {
    let (emptied, threads) = try send(1_000, start: Self.starts[start])
    #expect(emptied == Array(1...1_000))
    #expect(threads.count == 1)
    #expect(threads.contains(pthread_self()) == (start == 1))
  }

  @Test(arguments: starts.indices)
  func `throws what emptying threw, and empties nothing after it`(_ start: Int) {
    #expect(throws: Broken(number: 7)) { try send(1_000, start: Self.starts[start], failing: 7) }
    #expect(throws: Broken(number: 1_000)) { try send(1_000, start: Self.starts[start], failing: 1_000) }
  }

  @Test(arguments: starts.indices)
  func `throws what filling threw where emptying went well to the last batch that was sent`(_ start: Int) {
    #expect(throws: Broken(number: -1)) {
      try send(3, start: Self.starts[start], then: Broken(number: -1))
    }
    #expect(throws: Broken(number: 3)) {
      try send(3, start: Self.starts[start], failing: 3, then: Broken(number: -1))
    }
  }

  @Test func `returns what filling returns, and runs with nothing sent`() throws {
    let answer = try Conveyor.run([Box()]) { _ in
      Issue.record("Nothing was sent")
    } filling: { _ in
      42
    }
    #expect(answer == 42)
  }
}
