import Agreement
import Foundation
import Testing

/// First response times of 10,000 leads, whose true figures are published beside them.
@Suite(
  .enabled(
    if: RealResponses.file != nil,
    "speed-to-lead/leads.csv is not here; set LEADPACT_SHARED_DATA to the folder above it"
  )
)
struct RealResponseTests {
  private let followUp: FollowUp
  private let responses: [RealResponses.Row]

  init() throws {
    responses = try RealResponses.rows()
    var leads = FollowedLeads()
    leads.hours = nil
    leads.minutes = 15
    for row in responses {
      try leads.add(row.id, row.delivered, contacted: row.contacted, rep: row.rep)
    }
    followUp = try leads.followUp(at: "2026-12-31T00:00:00Z")
  }

  @Test func `finds the published median and share within 15 minutes`() throws {
    #expect(followUp.team.leads == 10_000 && followUp.team.responses == 10_000)
    #expect(followUp.team.contact.map { "\($0.met)/\($0.due)" } == "3217/10000")
    let median = try #require(followUp.team.median)
    // 26.06 minutes, to the hundredth.
    #expect((1_563_300_000..<1_563_900_000).contains(median))
    #expect(followUp.team.steps == nil)
  }

  @Test func `agrees with the file's own minutes, rep by rep`() throws {
    let byRep = Dictionary(grouping: responses, by: \.rep)
    #expect(followUp.reps.count == byRep.count)
    for entry in followUp.reps {
      let rep = try #require(entry.rep)
      let minutes = try #require(byRep[rep]).map(\.minutes).sorted()
      let median = (minutes[(minutes.count - 1) / 2] + minutes[minutes.count / 2]) / 2
      let ninetieth = minutes[Int((Double(minutes.count) * 0.9).rounded(.up)) - 1]
      // The file rounds to a tenth of a minute.
      let found = (try #require(entry.tally.median), try #require(entry.tally.ninetieth))
      #expect(abs(Double(found.0) / 60_000_000 - median) <= 0.050_1)
      #expect(abs(Double(found.1) / 60_000_000 - ninetieth) <= 0.050_1)
      #expect(entry.tally.leads == minutes.count)
    }
  }
}

/// The rows of a file of first response times.
enum RealResponses {
  struct Row {
    let id: String
    let delivered: String
    let contacted: String
    let minutes: Double
    let rep: String
  }

  /// Where the file is; nil where it is not on this machine.
  static let file: URL? = {
    let name = "speed-to-lead/leads.csv"
    var folders =
      ProcessInfo.processInfo.environment["LEADPACT_SHARED_DATA"].map { [URL(fileURLWithPath: $0)] } ?? []
    var root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while root.path != "/" {
      root.deleteLastPathComponent()
      folders.append(root.appendingPathComponent("shared/data"))
    }
    return folders.map { $0.appendingPathComponent(name) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static func rows() throws -> [Row] {
    let text = try String(contentsOf: try #require(file), encoding: .utf8)
    return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func moment(_ text: String) -> String { text.replacing(" ", with: "T") + "Z" }
      return Row(
        id: fields[0], delivered: moment(fields[1]), contacted: moment(fields[2]),
        minutes: try #require(Double(fields[3])), rep: fields[5])
    }
  }
}
