import Foundation
import Testing

@testable import Storage

/// The session of recording commands on a disk that does as it is told.
struct ReferenceRun {
  /// How many calls of each kind it makes.
  let calls: [DiskCall.Kind: Int]
  /// What each step adds to the journal; the last adds nothing.
  let changes: [RecordedChange]
  /// What was on record before.
  let before: [RecordedChange]

  static let shared: ReferenceRun = given(try ReferenceRun())

  private init() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.leadpact")
    try RecordingSession.start.write(to: URL(fileURLWithPath: path))
    let before = try RecordedChange.all(in: path, "before")
    final class Count { var calls: [DiskCall.Kind: Int] = [:] }
    let count = Count()
    let disk = WatchedDisk { call in
      count.calls[call.kind, default: 0] += 1
      return call.kind == .sync ? .skip : .goOn
    }
    let outcome = RecordingSession.run(at: path, through: disk)
    precondition(outcome.errors.isEmpty, "\(outcome.errors)")
    self.before = before
    calls = count.calls
    changes = Array(try RecordedChange.all(in: path, "the whole session").dropFirst(before.count))
    precondition(changes.count == RecordingSession.steps.count - 1)
  }

  /// Checks that a file holds every change that is done, and of the others each whole or not at all.
  func check(_ path: String, holds done: Set<Int>, _ comment: Comment) throws {
    let found = try RecordedChange.all(in: path, comment)
    #expect(found.starts(with: before), comment)
    let added = found.dropFirst(before.count)
    #expect(added.elementsEqual(changes.filter(Set(added).contains)), comment)
    let missing = done.filter { $0 < changes.count && !added.contains(changes[$0]) }
    #expect(missing.isEmpty, comment)
  }
}
