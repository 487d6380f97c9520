import CSQLite
import Foundation
import Migrations
import TestSupport
import Testing

@testable import Storage

/// An upgrade that is interrupted leaves the file to the release that made it.
@Suite struct UpgradeTorture {
  private static let faults = [
    Fault(kind: .write, code: SQLITE_IOERR | 3 << 8, written: 50),
    Fault(kind: .write, code: SQLITE_FULL, isLasting: true),
    Fault(kind: .sync, code: SQLITE_IOERR | 4 << 8),
    Fault(kind: .truncate, code: SQLITE_IOERR | 6 << 8),
  ]

  @Test(arguments: ReleasedDatabase.older, faults)
  func `at each failing write, sync and truncation`(released: ReleasedDatabase, fault: Fault) throws {
    let start = try TemporaryFolder()
    let original = try released.make(in: start)
    var calls = 0
    let rehearsal = start.file("rehearsal.leadpact")
    try FileManager.default.copyItem(atPath: original, toPath: rehearsal)
    try upgrade(rehearsal) { call in
      if call.kind == fault.kind { calls += 1 }
      return call.kind == .sync ? .skip : .goOn
    }
    let points = Torture.sample(Torture.isLong ? calls : Torture.few, of: Array(0..<calls))
    for point in points {
      var call = -1
      let comment: Comment = "\(released), \(fault.testDescription), call \(point)"
      let folder = try TemporaryFolder()
      let path = folder.file("a.leadpact")
      try FileManager.default.copyItem(atPath: original, toPath: path)
      do {
        try upgrade(path) { asked in
          if asked.kind == fault.kind { call += 1 }
          guard asked.kind == fault.kind, fault.isLasting ? call >= point : call == point else {
            return asked.kind == .sync ? .skip : .goOn
          }
          return .fail(fault.code, written: asked.bytes.count * fault.written / 100)
        }
      } catch {
        switch error as? StorageError {
        case .diskFull, .diskFailed: break
        default: Issue.record("\(comment): \(error)")
        }
      }
      try released.expectOldOrNew(path, comment)
      for name in try folder.contents where name.hasSuffix(".backup") {
        let copy = try Connection.open(folder.file(name), mode: .existing)
        #expect(try copy.count("PRAGMA user_version") == released.version, comment)
        #expect(try copy.integrityProblems() == [], comment)
      }
    }
    Torture.tell("upgrades: \(released), \(fault.testDescription): \(points.count) of \(calls) points")
  }

  private func upgrade(_ path: String, judge: @escaping (DiskCall) -> WatchedDisk.Answer) throws {
    let disk = WatchedDisk(judge: judge)
    try disk.lend { vfs in
      _ = try Database(Connection.open(path, mode: .existing, vfs: vfs), at: Example.later)
    }
  }

  @Test(arguments: ReleasedDatabase.older)
  func `the copy that an upgrade makes is the file as it was, and can take its place`(
    released: ReleasedDatabase
  ) throws {
    let folder = try TemporaryFolder()
    let path = try released.make(in: folder)
    let before = try Connection.open(path, mode: .existing).everyRow()
    let upgraded = try Database.open(at: path, for: .recording(create: false), at: Example.later)
    let copy = try #require(upgraded.backupBeforeUpgrade)
    #expect(copy == "\(path).before-V\(released.version + 1).backup")
    #expect(try mode(of: copy) == 0o600)
    #expect(try Connection.open(copy, mode: .existing).everyRow() == before)
    #expect(try upgraded.verify().problems == [])
    try released.expectOldOrNew(copy, "\(released), restored")
  }
}
