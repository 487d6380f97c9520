import Foundation
import Testing

@testable import Storage

@Suite struct DiskFullTests {
  @Test func `says that there is no room, and undoes the transaction`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.database(rows: 1)
    let connection = try Connection.open(path, mode: .existing)
    try connection.execute("PRAGMA max_page_count = 20")
    #expect(throws: StorageError.diskFull(path: path)) {
      try connection.write {
        for _ in 1...2_000 {
          try connection.run("INSERT INTO lead (stage) VALUES (?)", String(repeating: "mql", count: 100))
        }
      }
    }
    #expect(try connection.count("SELECT count(*) FROM lead") == 1)
    #expect(try connection.integrityProblems() == [])
  }

  @Test func `says the same when the system sets the limit`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let path = try folder.database(rows: 1)
      let connection = try Connection.open(path, mode: .existing)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 100_000, rlim_max: rlim_t.max)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #expect(throws: StorageError.diskFull(path: path)) {
        try connection.write {
          for _ in 1...2_000 {
            try connection.run("INSERT INTO lead (stage) VALUES (?)", String(repeating: "mql", count: 100))
          }
        }
      }
      #expect(try connection.count("SELECT count(*) FROM lead") == 1)
      let copy = folder.file("copy")
      limit.rlim_cur = 5_000
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #expect(throws: StorageError.diskFull(path: copy)) { try connection.backup(to: copy) }
      let leftovers = try folder.contents.filter { $0.hasPrefix("copy") }
      #expect(leftovers == [])
    }
  }
}
