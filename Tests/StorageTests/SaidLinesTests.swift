import TestSupport
import Testing

@testable import Storage

@Suite struct SaidLinesTests {
  @Test func `remembers the first line that says a row, in whatever order they come`() throws {
    try forRandomCases(60) { random, comment in
      var lines = try SaidLines(on: Connection.inMemory())
      var expected: [Int: Int] = [:]
      var (row, line) = (random.int(1...40), 2)
      for _ in 0..<random.int(1...120) {
        try lines.note(line, saysRow: row)
        if expected[row] == nil { expected[row] = line }
        line += random.int(0...5) == 0 ? 2 : 1
        row = random.int(0...3) == 0 ? random.int(1...40) : row + 1
        let asked = random.int(1...60)
        #expect(try lines.line(of: asked) == expected[asked], comment)
      }
      for row in 0...200 { #expect(try lines.line(of: row) == expected[row], comment) }
    }
  }
}
