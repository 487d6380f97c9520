import Agreement
import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite struct ArchiveRoundTripTests {
  @Test(arguments: ArchiveFormat.allCases, [true, false])
  func `what is written is read back, whatever it says`(format: ArchiveFormat, isRaw: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "leadpact-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try forRandomCases(60) { random, seed in
      let table = random.pick(ArchiveTable.allCases)
      let rows = (0...random.int(0...12)).map { _ in
        table.columns.map { column in value(of: column.kind, using: &random) }
      }
      var bytes: [UInt8] = []
      let encoder = ArchiveEncoder(table, as: format, isRaw: isRaw)
      encoder.heading(into: &bytes)
      for row in rows { encoder.row(row, into: &bytes) }
      let file = folder.appending(path: "rows")
      try Data(bytes).write(to: file)
      let reader = try ArchiveReader(file.path, of: table, as: format, isRaw: isRaw)
      var found: [[ArchiveValue]] = []
      while let row = try reader.next() { found.append(row.values) }
      #expect(found == rows, seed)
    }
  }

  @Test func `has the columns that docs/interop.md promises, in that order`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../docs/interop.md")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let promised = lines.filter { $0.hasPrefix("| `") }.map { line in
      line.matches(of: /`([a-z_-]+)`/).map { String($0.1) }
    }
    #expect(promised == ArchiveTable.allCases.map { [$0.rawValue] + $0.columns.map(\.name) })
  }

  private func value(of kind: ArchiveColumn.Kind, using random: inout SplitMix64) -> ArchiveValue {
    guard random.int(0...4) > 0 else { return .absent }
    switch kind {
    case .number: return .integer(random.int(-9...9) * random.magnitude(upTo: 1 << 40))
    case .amount, .score: return .decimal("\(random.int(-999...999)).\(random.int(10...99))")
    case .text:
      let pieces = [
        "a", "=1+1", "+", "-3", "@", "＝", "'", "''", "\t", "\r", "\n", "\"", ",", " ", "顧客", "é", "🧑🏽‍💻", "\\",
        ";", "u{1B}", "\u{1B}", "\u{202E}", "\u{200B}", "\u{200D}", "\u{E0041}", "\u{85}",
        "\u{7F}",
        "null",
      ]
      return .text((0...random.int(0...5)).map { _ in random.pick(pieces) }.joined())
    }
  }

  @Test(arguments: [
    ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"), ("-3", "'-3"), ("+1", "'+1"), ("@a", "'@a"),
    ("\tx", #"\u{9}x"#),
    ("\rx", #"\u{D}x"#), ("\n=x", "'\n'=x"), ("a;=1", "a;'=1"), ("a; \"-1\"", "a;' \"-1\""),
    ("\"=1\"", "'\"=1\""),
    ("a, =1", "a, =1"), ("=\u{301}", "'=\u{301}"), ("﹢1", "'﹢1"), ("\u{200B}=1", #"\u{200B}=1"#),
    ("\u{1B}[2J", #"\u{1B}[2J"#), ("ab\u{202E}c", #"ab\u{202E}c"#), (#"\u{1B}"#, #"\u{5C}u{1B}"#),
    (#"\u"#, #"\u"#), ("  =1", "'  =1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("it's", "it's"), ("'a", "'a"),
    ("", ""),
    ("3-in-14", "3-in-14"), ("2026-02-14", "2026-02-14"),
  ])
  func `text that a spreadsheet would run stands behind an apostrophe`(text: String, cell: String) {
    #expect(SpreadsheetText.neutralised(text) == cell)
    #expect(SpreadsheetText.restored(cell) == text)
  }

  @Test func `numbers stay numbers, and fields are quoted as RFC 4180 says`() {
    var bytes: [UInt8] = []
    ArchiveEncoder(.deliveries, as: .csv, isRaw: false).row(
      [
        .integer(7), .text("acme"), .text("smb"), .text("web"), .text("2026-02-09..2026-02-15"), .integer(-5),
        .text("correction"), .text("=5 were \"doubles\", I think\nso"), .absent,
        .text("2026-02-16T08:00:00Z"),
        .text("ada"), .integer(9),
      ], into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        7,acme,smb,web,2026-02-09..2026-02-15,-5,correction,"'=5 were ""doubles"", I think
        so",,2026-02-16T08:00:00Z,ada,9

        """)
  }

  @Test func `in JSON lines decimals are strings, and what is not known is null`() {
    var bytes: [UInt8] = []
    ArchiveEncoder(.quotas, as: .jsonLines, isRaw: false).row(
      [
        .text("acme"), .integer(1), .text("=smb"), .text("2026-01"), .decimal("500000.00"), .text("USD"),
        .absent,
      ], into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"contract":"acme","version":1,"stream":"=smb","month":"2026-01","quota":"500000.00","currency":"USD","retention":null}"#
        + "\n")
  }
}
