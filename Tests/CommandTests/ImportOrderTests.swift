import Foundation
import TestSupport
import Testing

/// A file that a CRM exports, so that it can be cut into several.
private struct Export {
  let kind: String
  let header: String
  var rows: [String]

  /// The file cut into one to three files, its rows in any order.
  func cut(_ random: inout SplitMix64) -> [Export] {
    var parts = [[String]](repeating: [], count: Int.random(in: 1...3, using: &random))
    for row in rows.shuffled(using: &random) {
      parts[Int.random(in: 0..<parts.count, using: &random)].append(row)
    }
    return parts.map { Export(kind: kind, header: header, rows: $0) }
  }

  var text: String { ([header] + rows).map { $0 + "\n" }.joined() }
}

/// What a team of two did about forty leads in spring: contacts, deals, changes of status and touches.
private struct Spring {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

  private mutating func time(from first: Int = 1, to last: Int = 44) -> String {
    let day = Int.random(in: first...last, using: &random)
    let minute = Int.random(in: 0..<1_440, using: &random)
    let date = day <= 30 ? "2026-04-\(day.twoDigits)" : "2026-05-\((day - 30).twoDigits)"
    return "\(date) \((minute / 60).twoDigits):\((minute % 60).twoDigits)"
  }

  private mutating func maybe(_ text: String) -> String { Bool.random(using: &random) ? text : "" }

  mutating func exports() -> [Export] {
    let people = (1...40).map { "\(3_000 + $0)" }
    let contacts = people.dropLast(3).map { id in
      [
        id, maybe("Li"), maybe(time()),
        pick(["Organic Search", "Direct Traffic", "Paid Search", "Fair", ""]),
        pick(["Eve Wu", "Tom Hale", ""]), maybe(time()), pick(["5", "20", "300", ""]),
      ].joined(separator: ",")
    }
    let deals = (1...25).map { number in
      [
        "\(7_000 + number)", pick(["Closed won", "Closed lost", "Contract sent"]),
        pick(["900", "8000.50", ""]),
        time(), time(from: 20), pick(["Eve Wu", "Tom Hale"]), pick(people + ["", "", ""]),
        pick(["Price", ""]),
      ].joined(separator: ",")
    }
    let changes = (1...30).map { _ in
      [
        pick(people), "Eve Wu", "Lead Status", "Open",
        pick(["Working - Contacted", "Qualified", "Closed - Not Converted", "Nurturing"]), time(),
      ].joined(separator: ",")
    }
    let touches = (1...60).map { number in
      [
        "\(number)", pick(people), time(), pick(["Call", "E-mail", "Automatic reply"]),
        pick(["Eve Wu", "Tom Hale"]),
      ].joined(separator: ",")
    }
    return [
      Export(
        kind: "leads",
        header: "Record ID - Contact,Last Name,Became a Marketing Qualified Lead Date,Original Source,"
          + "Contact owner,First contacted,Number of Employees", rows: contacts),
      Export(
        kind: "leads",
        header: "Record ID - Deal,Deal Stage,Amount,Create Date,Close Date,Deal owner,Associated Contact IDs,"
          + "Closed Lost Reason", rows: deals),
      Export(
        kind: "leads", header: "Lead ID,Lead Owner,Field / Event,Old Value,New Value,Edit Date", rows: changes
      ),
      Export(kind: "touches", header: "id,lead,at,kind,rep", rows: touches),
    ]
  }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

@Suite struct ImportOrderTests {
  /// What reports say after some files, without what tells which records they rest on.
  private func reports(after files: [Export]) async throws -> [String] {
    let leads = try await LeadsSandbox.signed()
    for file in files {
      try leads.write(Array(file.text.utf8), to: "export.csv")
      try await leads.leadpact("import", file.kind, "export.csv")
    }
    var reports: [String] = []
    for words in [["report", "quarter", "2026-Q2"], ["rates"], ["overdue"]] {
      let text = try await leads.leadpact(words + ["-O", "json"])
      var json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      json["footer"] = nil
      reports.append(try json.canonical)
    }
    return reports
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `the same exports give the same reports in any order, cut into files, once or twice`(
    seed: UInt64
  ) async throws {
    var spring = Spring(seed: seed)
    let exports = spring.exports()
    let expected = try await reports(after: exports)
    #expect(expected[0].contains("/leads-delivered\""))

    var random = SplitMix64(seed: seed &+ 1_000)
    for _ in 1...2 {
      var files = exports.flatMap { $0.cut(&random) }
      files += files.filter { _ in Bool.random(using: &random) }
      files.shuffle(using: &random)
      let found = try await reports(after: files)
      for (report, other) in zip(expected, found) {
        #expect(report == other, "seed \(seed), \(files.map { "\($0.kind) \($0.rows.count)" })")
      }
    }
  }
}
