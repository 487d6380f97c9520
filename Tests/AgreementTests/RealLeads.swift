import Agreement
import Foundation

/// Real leads and the deals that they became (Olist, Brazil, 2017 and 2018), and figures computed from them apart.
///
/// Days are counted by Foundation, quantiles in floating point.
struct RealLeads {
  struct Row {
    let id: String
    let delivered: String
    let origin: String
    let won: String?
    let rep: String?
  }

  let rows: [Row]

  /// Where the files are; nil where they are not on this machine.
  static let folder: URL? = RealYear.file.flatMap { file in
    let folder = file.deletingLastPathComponent()
    let isWhole = ["leads.csv", "closed-deals.csv"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
    return isWhole ? folder : nil
  }

  init(readingFrom folder: URL) throws {
    // None of the columns read is quoted.
    func lines(_ name: String) throws -> [[String]] {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        .split(whereSeparator: \.isNewline).dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let deals = Dictionary(uniqueKeysWithValues: try lines("closed-deals.csv").map { ($0[0], $0) })
    rows = try lines("leads.csv").map { fields in
      let deal = deals[fields[0]]
      return Row(id: fields[0], delivered: fields[1], origin: fields[3], won: deal?[4], rep: deal?[3])
    }
  }

  /// Calendar days from the delivery to the won deal, as written, with the lead; those that were never won left out.
  func daysToClose() throws -> [(row: Row, days: Int)] {
    var calendar = Calendar(identifier: .gregorian)
    guard let utc = TimeZone(secondsFromGMT: 0) else { throw CocoaError(.featureUnsupported) }
    calendar.timeZone = utc
    func date(_ text: some StringProtocol) throws -> Date {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      let components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
      guard let date = calendar.date(from: components) else { throw CocoaError(.formatting) }
      return date
    }
    return try rows.compactMap { row in
      guard let won = row.won else { return nil }
      let (start, end) = try (date(row.delivered), date(won.prefix(10)))
      return (row, calendar.dateComponents([.day], from: start, to: end).day ?? 0)
    }
  }

  /// The records that the rows make, with what their columns say.
  func records() throws -> [LeadRecord] {
    let mark = try Specimen.mark()
    return try rows.map { row in
      let won = try row.won.map { try Occurrence($0.replacing(" ", with: "T") + "Z") }
      return LeadRecord(
        key: LeadRecord.Key(lead: row.id),
        facts: LeadFacts(
          leadType: row.origin.isEmpty ? nil : row.origin, delivered: try Occurrence(row.delivered),
          rep: row.rep, won: won),
        told: [.delivered, .leadType, .won, .rep],
        mark: mark)
    }
  }
}
