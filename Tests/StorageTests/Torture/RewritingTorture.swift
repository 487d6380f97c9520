import Agreement
import Foundation
import TestSupport
import Testing

@testable import Storage

/// Somebody changes a row and then writes the journal to match, as far as they can reach.
@Suite struct RewritingTorture {
  private let folder: TemporaryFolder
  private let path: String
  /// The head as a report before the deed has it.
  private let anchor: HashPrefix

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a.leadpact")
    let database = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    try Example.fill(database)
    anchor = try HashPrefix(database.journalHead().hash.hex)
  }

  /// How far the deed is covered up.
  enum Reach: CaseIterable {
    case row, line, contentHash, entry, chain
  }

  @Test(arguments: Reach.allCases)
  func `is convicted, of a whole chain by a head that was kept elsewhere`(reach: Reach) throws {
    try rewrite(reach)
    let database = try Database.open(at: path, for: .reading, at: Example.later)
    let places = try database.verify().problems.map { "\($0.place): \($0.message)" }
    switch reach {
    case .row:
      #expect(
        places == ["delivery row 2, count: it was altered: journal entry 4 recorded 80, and now it is 8080"])
    case .line:
      // The journal and the table tell the same tale, which is not the one that was hashed.
      #expect(
        places == [
          "journal entry 4: the rows that it recorded were altered: their hash is not its content hash"
        ])
    case .contentHash:
      #expect(places.count == 1)
      #expect(places.first?.hasPrefix("journal entry 4: it was altered in") == true, "\(places)")
    case .entry:
      #expect(places == ["journal entry 5: it does not follow entry 4, whose hash is another"])
    case .chain:
      #expect(places == [])
    }
    let anchored = try database.verify(since: anchor)
    #expect(anchored.problems != [])
    if reach == .chain {
      #expect(anchored.since == nil)
      #expect(anchored.problems.map(\.place) == ["the journal"])
    }
  }

  private func rewrite(_ reach: Reach) throws {
    let connection = try Connection.open(path, mode: .existing)
    let steps = Reach.allCases.prefix { $0 != reach } + [reach]
    try connection.tamper { for step in steps { try take(step, on: connection) } }
  }

  private func take(_ step: Reach, on connection: Connection) throws {
    switch step {
    case .row: try connection.execute("UPDATE delivery SET count = 8080 WHERE delivery_id = 2")
    case .line:
      try connection.execute(
        #"UPDATE journal_part SET body = replace(body, '"count":80,', '"count":8080,') WHERE seq = 4"#)
    case .contentHash:
      let body = try connection.texts("SELECT body FROM journal_part WHERE seq = 4")[0]
      try connection.execute(
        "UPDATE journal SET content_hash = '\(Digest(hashing: body + "\n").hex)' WHERE seq = 4")
    case .entry: try rehash(4, on: connection)
    case .chain:
      let last = try #require(try connection.count("SELECT max(seq) FROM journal"))
      for number in 5...last {
        try connection.execute(
          """
          UPDATE journal
          SET previous_hash = (SELECT hash FROM journal WHERE seq = \(number - 1))
          WHERE seq = \(number)
          """)
        try rehash(number, on: connection)
      }
    }
  }

  /// Computes the hash of an entry anew, as docs/database.md says.
  private func rehash(_ number: Int, on connection: Connection) throws {
    let entry = try connection.first(
      """
      SELECT recorded_at, recorded_by, action, subject, contract_id, rows, content_hash, previous_hash
      FROM journal
      WHERE seq = ?
      """,
      number
    ) { row in
      HashedEntry(
        number: number, at: try row.text(0), by: try row.text(1), action: try row.text(2),
        subject: try row.text(3), contract: try row.optionalInt(4), rows: try row.int(5),
        contentHash: try row.text(6), previousHash: try row.text(7))
    }
    let hash = try #require(entry).hash
    try connection.execute("UPDATE journal SET hash = '\(hash)' WHERE seq = \(number)")
  }
}
