import Agreement
import Exchange
import Foundation
import Testing

/// Real leads, where the machine has them.
private enum RealLeads {
  static func file(_ name: String) -> URL? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared = ProcessInfo.processInfo.environment["LEADPACT_SHARED_DATA"].map {
      [URL(fileURLWithPath: $0)]
    }
    let above = ["../shared/data", "../../shared/data"].map { root.appendingPathComponent($0) }
    return (shared ?? above).map { $0.appendingPathComponent(name) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  static let isAbsent: Comment = "the shared data is not on this machine"

  static func read(_ name: String, _ mapping: String) throws -> Reading {
    let path = try #require(file(name)).path
    let options = ReadingOptions(mapping: try ColumnMapping(mapping))
    return try LeadSample.read(.file(path), named: name, for: nil, options)
  }
}

@Suite struct RealLeadsTests {
  @Test(.enabled(if: RealLeads.file("olist/leads.csv") != nil, RealLeads.isAbsent))
  func `reads a marketplace's 8,000 leads by a mapping alone`() throws {
    let reading = try RealLeads.read(
      "olist/leads.csv", "external-id=mql_id,delivered=first_contact_date,lead-type=origin")
    #expect(reading.layout == "a mapped file")
    #expect(reading.problems == [])
    #expect(reading.rows.count == 8_000)
    #expect(Set(reading.rows.map(\.key)).count == 8_000)
    #expect(reading.rows.count { $0.facts.leadType == nil } == 60)
    #expect(reading.rows.count { $0.facts.leadType == "organic_search" } == 2_296)
    let months = Dictionary(grouping: reading.rows) { $0.facts.delivered?.day.month }
    #expect(months[try Month("2017-06")]?.count == 4)
    #expect(months[try Month("2018-01")]?.count == 1_141)
    #expect(months[try Month("2018-05")]?.count == 1_303)
  }

  @Test(.enabled(if: RealLeads.file("olist/closed-deals.csv") != nil, RealLeads.isAbsent))
  func `reads its 842 deals by a mapping alone`() throws {
    let reading = try RealLeads.read("olist/closed-deals.csv", "external-id=mql_id,rep=sr_id,won=won_date")
    #expect(reading.problems == [])
    #expect(reading.rows.count == 842)
    #expect(reading.columns == LeadColumns(fields: [.externalID, .rep, .won]))
    #expect(reading.rows[0].facts.won == .moment(try Moment("2018-02-26T19:58:54Z")))
    #expect(reading.rows.allSatisfy { $0.facts.rep != nil && $0.facts.won?.moment != nil })
  }

  @Test(.enabled(if: RealLeads.file("speed-to-lead/leads.csv") != nil, RealLeads.isAbsent))
  func `reads 10,000 response times by a mapping alone`() throws {
    let reading = try RealLeads.read(
      "speed-to-lead/leads.csv",
      "external-id=lead_id,delivered=lead_time,contacted=first_response_time,lead-type=lead_source,rep=sales_rep"
    )
    #expect(reading.problems == [])
    let waits = reading.rows.compactMap { row -> Int? in
      guard let delivered = row.facts.delivered?.moment, let contacted = row.facts.contacted?.moment else {
        return nil
      }
      return contacted.microseconds - delivered.microseconds
    }.sorted()
    #expect(waits.count == 10_000)
    #expect(waits.count { $0 <= 15 * 60_000_000 } == 3_217)
    let median = (waits[4_999] + waits[5_000]) / 2
    #expect((median + 300_000) / 600_000 == 2_606)
  }
}
