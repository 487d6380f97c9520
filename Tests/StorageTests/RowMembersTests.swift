import TestSupport
import Testing

@testable import Storage

/// Rows that are written as JSON objects are compared member by member, and NULL columns may be missing.
@Suite struct RowMembersTests {
  private let connection: Connection

  init() throws { connection = try Connection.inMemory() }

  private func agree(_ recorded: String, _ current: String) -> Bool {
    Array(recorded.utf8).withUnsafeBufferPointer { recorded in
      Array(current.utf8).withUnsafeBufferPointer { RowMembers.agree(recorded, $0) }
    }
  }

  @Test(arguments: [
    (#"{"a":1,"b":"x"}"#, true),
    (#"{"a":1,"b":"x","c":null}"#, true),
    (#"{"a":1,"b":"x","d":null}"#, true),
    (#"{"a":1,"b":"x","c":null,"d":null}"#, true),
    (#"{"a":1,"b":"x","d":null,"c":null}"#, false),
    (#"{"a":1,"c":null}"#, false),
    (#"{"b":"x"}"#, false),
    (#"{"a":12,"b":"x"}"#, false),
    (#"{"a":1,"b":"x","c":"null"}"#, false),
    (#"{"a":1,"b":"x","e":null}"#, false),
    (#"{"a":1,"b":"x","b":"x"}"#, false),
    (#"{"a":1,"b":"x"},"#, false),
    (#"{"a":1,"b":"x","#, false),
    (#"{"a":1,"b":"x""#, false),
    (#"{"a":1}"b":"x"}"#, false),
    ("{}", false),
    ("{", false),
    ("", false),
  ])
  func `are those of the row, in its order`(recorded: String, areTheSame: Bool) {
    #expect(agree(recorded, #"{"a":1,"b":"x","c":null,"d":null}"#) == areTheSame)
  }

  @Test func `may lack what is NULL, and nothing else, whatever texts hold`() throws {
    var random = SplitMix64(seed: 11)
    let texts = ["", "null", ":null", "\",\"b\":null", "}", "{", ",", "\\", "\\\"", "é", "顧客", "\n", "a:b"]
    for round in 0..<600 {
      let values: [StoredValue] = (0..<6).map { _ in
        switch random.int(0...3) {
        case 0: .null
        case 1: .integer(random.pick([0, -1, 12, 123, .max, .min]))
        default: .text(random.pick(texts) + random.pick(texts))
        }
      }
      func object(_ values: [StoredValue]) throws -> String {
        try #require(
          try connection.first(
            "SELECT json_object('a', ?, 'b', ?, 'c', ?, 'd', ?, 'e', ?, 'f', ?)",
            values[0], values[1], values[2], values[3], values[4], values[5]
          ) { try $0.text(0) })
      }
      let row = try object(values)
      let kept = Set(["a", "b", "c", "d", "e", "f"].filter { _ in random.int(0...1) == 0 })
      let recorded = row.leavingOutNull(but: kept.contains)
      #expect(agree(recorded, row), "round \(round): \(recorded) of \(row)")
      #expect(
        row.leavingOutNull { _ in false }
          == (try connection.first("SELECT json_patch('{}', ?)", row) { try $0.text(0) }), "round \(round)")
      #expect(row.columnNames == ["a", "b", "c", "d", "e", "f"], "round \(round)")

      var other = values
      let place = random.int(0...5)
      other[place] = random.pick([.null, .integer(7), .text("z")])
      guard other[place] != values[place] else { continue }
      #expect(!agree(recorded, try object(other)), "round \(round): \(recorded), column \(place) altered")
    }
  }
}
