import Agreement
import Exchange
import Foundation
import Testing

/// A contract to read files for, and the files.
enum LeadSample {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// A contract in dollars whose website leads must meet `conditions`.
  static func contract(
    zone: String? = nil, currency: String = "USD", conditions: [String] = []
  ) throws -> Contract {
    let currency = try Currency(currency)
    let funnel = try AgreedFunnel(
      mqlToSQL: Metric(Rate("34%")),
      sqlToOpportunity: Metric(Rate("82%")),
      winRate: Metric(Rate("23%")),
      averageOrderValue: Metric(Money(minorUnits: 200_000, currency)),
      timeToClose: Metric(45)
    )
    return try Contract(
      name: Name("acme"), term: MonthRange("2026-01..2026-12"), currency: currency,
      timeZone: zone.map { try TimeZoneName($0) }, deliverySource: .leads,
      streams: [
        Stream(
          name: Name("smb"),
          quotas: Quotas(
            first: Month("2026-01"),
            amounts: Array(repeating: Money(minorUnits: 50_000_000, currency), count: 12)),
          leadTypes: [
            LeadType(
              name: Name("website"), share: Share("100%"), funnel: funnel,
              qualifies: conditions.map { try LeadCondition($0) })
          ])
      ],
      signatories: [
        Signatory(
          name: "Ada", email: Email("ada@acme.example"), team: .marketing, role: "Head", owes: "Leads"),
        Signatory(name: "Ben", email: Email("ben@acme.example"), team: .sales, role: "Head", owes: "Leads"),
      ])
  }

  /// Not a hash to sign with, but one that tells the rows of a test apart: FNV-1a.
  static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(repeating: "0", count: 16 - String(hash, radix: 16).count) + String(hash, radix: 16)
  }

  /// All that a file says: its rows, and what was wrong with others.
  static func read(
    _ input: CSVInput, named: String = "leads.csv", for contract: Contract? = nil,
    _ options: ReadingOptions = ReadingOptions()
  ) throws -> Reading {
    var file = try LeadFile(
      input, named: named, for: contract ?? self.contract(), options: options, digest: digest)
    var (rows, problems) = ([LeadRow](), [RowProblem]())
    while true {
      do throws(RowProblem) {
        guard let row = try file.next() else { break }
        rows.append(row)
      } catch {
        problems.append(error)
      }
    }
    return Reading(
      layout: file.layout, columns: file.columns, rows: rows, problems: problems, skipped: file.skipped)
  }

  /// A file of the folder of fixtures.
  static func fixture(
    _ name: String, for contract: Contract? = nil, _ options: ReadingOptions = ReadingOptions()
  ) throws -> Reading {
    try read(.file(folder.appendingPathComponent(name).path), named: name, for: contract, options)
  }

  /// What keeps a file from being read; nothing where it can be.
  static func refusal(
    _ text: String, for contract: Contract? = nil, _ options: ReadingOptions = ReadingOptions()
  ) throws -> String {
    do {
      return try read(.text(text), for: contract, options).problems.map(\.description).joined(separator: "\n")
    } catch let error as ImportFileError {
      return error.problems.map(\.description).joined(separator: "\n")
    }
  }
}

/// What a file of leads says.
struct Reading {
  let layout: String
  let columns: LeadColumns
  let rows: [LeadRow]
  let problems: [RowProblem]
  let skipped: Int

  /// A line a row: the line, the key, what is known.
  var lines: [String] { rows.map(\.words) }
}

extension LeadRow {
  /// The row in one line, with what it says nothing of left out.
  var words: String {
    let times: [(String, Occurrence?)] = [
      ("delivered", facts.delivered), ("contacted", facts.contacted), ("sql", facts.salesQualified),
      ("opportunity", facts.opportunity), ("won", facts.won), ("lost", facts.lost),
      ("disqualified", facts.disqualified),
    ]
    let texts: [(String, String?)] = [
      ("stream", facts.stream), ("type", facts.leadType), ("rep", facts.rep), ("reason", facts.reason),
      ("stage", facts.stage?.rawValue), ("ending", facts.ending?.rawValue),
      ("amount", facts.amount.map { "\($0.currency) \($0.decimal)" }),
    ]
    let said =
      times.compactMap { name, time in time.map { "\(name)=\($0)" } }
      + texts.compactMap { name, text in text.map { "\(name)=\($0)" } }
      + facts.attributes.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    let part = "\(key.part)"
    return "\(line) \(key.lead)\(part.isEmpty ? "" : " [\(part)]"): \(said.joined(separator: " "))"
  }
}
