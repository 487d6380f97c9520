import Foundation
import TestSupport
import Testing

@testable import Storage

/// What was on record when a command ended is there after the power was lost at any moment.
@Suite struct PowerLossTorture {
  /// What a run asked of the disk, and when each step of it had ended.
  private struct Trace {
    var operations: [DiskOperation] = []
    var finished: [(step: Int, after: Int)] = []
  }

  private final class Recorder {
    var trace = Trace()

    func judge(_ call: DiskCall) -> WatchedDisk.Answer {
      switch call.kind {
      case .open where call.flag: trace.operations.append(.make(file: call.file))
      case .delete: trace.operations.append(.delete(file: call.file, syncsFolder: call.flag))
      case .write: trace.operations.append(.write(file: call.file, at: call.offset, Array(call.bytes)))
      case .truncate: trace.operations.append(.truncate(file: call.file, to: call.offset))
      case .sync:
        trace.operations.append(.sync(file: call.file))
        return .skip
      default: break
      }
      return .goOn
    }
  }

  @Test func `a session`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.leadpact")
    try RecordingSession.start.write(to: URL(fileURLWithPath: path))
    let recorder = Recorder()
    let outcome = RecordingSession.run(at: path, through: WatchedDisk(judge: recorder.judge)) { step in
      recorder.trace.finished.append((step, recorder.trace.operations.count))
    }
    try #require(outcome.errors.isEmpty)
    let trace = recorder.trace
    let losses = try lose(trace, startingFrom: Array(RecordingSession.start)) { path, moment, comment in
      let done = trace.finished.filter { $0.after <= moment }.map(\.step)
      try ReferenceRun.shared.check(path, holds: Set(done), comment)
    }
    Torture.tell("power: \(losses) losses at \(trace.operations.count + 1) moments of a session")
  }

  @Test(arguments: ReleasedDatabase.older)
  func `an upgrade`(released: ReleasedDatabase) throws {
    let folder = try TemporaryFolder()
    let path = try released.make(in: folder)
    let start = try Data(contentsOf: URL(fileURLWithPath: path))
    let recorder = Recorder()
    let disk = WatchedDisk(judge: recorder.judge)
    try disk.lend { vfs in
      _ = try Database(Connection.open(path, mode: .existing, vfs: vfs), at: Example.later)
    }
    let losses = try lose(recorder.trace, startingFrom: Array(start)) { path, _, comment in
      try released.expectOldOrNew(path, comment)
    }
    Torture.tell("power: \(losses) losses while upgrading from schema \(released.version)")
  }

  /// Loses the power after so many operations, in several ways, and hands over what is left.
  private func lose(
    _ trace: Trace, startingFrom start: [UInt8],
    check: (_ path: String, _ moment: Int, Comment) throws -> Void
  ) throws -> Int {
    let moments = Torture.sample(
      Torture.isLong ? Torture.rounds * 2 : 2 * Torture.few, of: Array(0...trace.operations.count))
    var disk = SimulatedDisk("a.leadpact", start)
    var performed = 0
    for moment in moments {
      for operation in trace.operations[performed..<moment] { disk.perform(operation) }
      performed = moment
      for remainder in SimulatedDisk.Remainder.allCases {
        let seed = Torture.seed &+ UInt64(moment)
        var random = SplitMix64(seed: seed)
        let folder = try TemporaryFolder()
        for (name, bytes) in disk.afterPowerLoss(remainder, random: &random)
        where name.hasPrefix("a.leadpact") {
          guard !name.contains(".partial") else { continue }
          try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
        }
        try check(
          folder.file("a.leadpact"), moment,
          "after \(moment) operations, \(remainder) of the rest, seed \(seed)")
      }
    }
    return moments.count * SimulatedDisk.Remainder.allCases.count
  }
}
