import CSQLite
import Foundation
import TestSupport
import Testing

@testable import Storage

/// A way in which a disk fails.
struct Fault: Sendable, CustomTestStringConvertible {
  let kind: DiskCall.Kind
  let code: Int32
  /// Of a write that fails, how much of it reaches the file, in hundredths.
  var written = 0
  /// Whether every later call of the kind fails too.
  var isLasting = false

  var testDescription: String {
    let name = ResultCode(rawValue: code).name
    let part = written > 0 ? ", cut short" : ""
    return "\(name) from each \(kind)\(part)\(isLasting ? " and all after it" : "")"
  }

  /// At writes, syncs and truncations: these are met at every point of the session.
  static let whileWriting: [Fault] = [
    Fault(kind: .write, code: extended(3)),
    Fault(kind: .write, code: extended(3), written: 50),
    Fault(kind: .write, code: SQLITE_IOERR, isLasting: true),
    Fault(kind: .write, code: SQLITE_FULL),
    Fault(kind: .write, code: SQLITE_FULL, written: 99, isLasting: true),
    Fault(kind: .sync, code: extended(4)),
    Fault(kind: .sync, code: extended(4), isLasting: true),
    Fault(kind: .sync, code: SQLITE_FULL),
    Fault(kind: .truncate, code: extended(6)),
    Fault(kind: .truncate, code: SQLITE_FULL, isLasting: true),
  ]

  /// At all other calls.
  static let elsewhere: [Fault] = [
    Fault(kind: .read, code: extended(1)),
    Fault(kind: .read, code: extended(1), isLasting: true),
    Fault(kind: .open, code: SQLITE_CANTOPEN),
    Fault(kind: .delete, code: extended(10)),
    Fault(kind: .access, code: extended(13)),
    Fault(kind: .size, code: extended(7)),
    Fault(kind: .lock, code: extended(15)),
    Fault(kind: .shmMap, code: extended(21)),
    Fault(kind: .shmLock, code: extended(20)),
  ]

  /// `SQLITE_IOERR_…` by its number.
  private static func extended(_ number: Int32) -> Int32 { SQLITE_IOERR | number << 8 }
}

/// A disk that fails at the n-th call loses nothing that was on record, and keeps no half of what was not.
@Suite struct FaultTorture {
  private static let reference = ReferenceRun.shared

  @Test(arguments: Fault.whileWriting)
  func `a session survives each failing write, sync and truncation`(fault: Fault) throws {
    let points = Array(1...(Self.reference.calls[fault.kind] ?? 1))
    try run(fault, at: Torture.isLong ? points : Torture.sample(Torture.few, of: points))
  }

  @Test(arguments: Fault.elsewhere)
  func `a session survives each other failing call`(fault: Fault) throws {
    let points = Array(1...(Self.reference.calls[fault.kind] ?? 1))
    try run(fault, at: Torture.sample(Torture.isLong ? Torture.rounds : Torture.few, of: points))
  }

  private func run(_ fault: Fault, at points: [Int]) throws {
    for point in points { try run(fault, at: point) }
    Torture.tell(
      "faults: \(fault.testDescription): \(points.count) of \(Self.reference.calls[fault.kind] ?? 0) points")
  }

  private func run(_ fault: Fault, at point: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.leadpact")
    try RecordingSession.start.write(to: URL(fileURLWithPath: path))
    var calls = 0
    let disk = WatchedDisk { call in
      if call.kind == fault.kind { calls += 1 }
      guard call.kind == fault.kind, fault.isLasting ? calls >= point : calls == point else {
        return call.kind == .sync ? .skip : .goOn
      }
      return .fail(fault.code, written: call.bytes.count * fault.written / 100)
    }
    let comment: Comment = "\(fault.testDescription), call \(point)"
    let outcome = RecordingSession.run(at: path, through: disk)
    for error in outcome.errors { expectClear(error, of: fault, at: path, comment) }
    if !fault.isLasting {
      // The connection that met the fault, or where it could not be opened the next one, works on.
      #expect(outcome.done.count == RecordingSession.steps.count, comment)
      #expect(outcome.errors.count <= 1, "\(comment): \(outcome.errors)")
    }
    try Self.reference.check(path, holds: outcome.done, comment)
    // A copy is whole or not there.
    let copy = path + ".copy"
    if FileManager.default.fileExists(atPath: copy) {
      try Self.reference.check(copy, holds: [], comment)
    }
    #expect(try !folder.contents.contains { $0.hasSuffix(".partial") }, comment)
  }

  /// Says what failed, and where.
  private func expectClear(_ error: any Error, of fault: Fault, at path: String, _ comment: Comment) {
    guard let error = error as? StorageError else {
      Issue.record("\(comment): \(error)")
      return
    }
    #expect("\(error)".contains(path), "\(comment): \(error)")
    switch (error, fault.code & 0xFF) {
    case (.diskFull, SQLITE_FULL), (.diskFailed, SQLITE_IOERR), (.cannotOpen, SQLITE_CANTOPEN),
      (.readOnly, SQLITE_CANTOPEN):
      break
    default: Issue.record("\(comment): \(error)")
    }
  }
}
