import Foundation

/// Weekly counts of a real marketing funnel (Olist, Brazil, 2017 and 2018), and what they should come to.
///
/// Nothing here is computed by the module under test: dates are Foundation's, quotients are `Fraction`s.
struct RealYear {
  struct Row {
    let week: String
    let leadType: String
    let count: Int
  }

  let rows: [Row]

  /// Where the file is; nil where it is not on this machine.
  static let file: URL? = {
    let name = "data/olist/weekly-leads.csv"
    var folders =
      ProcessInfo.processInfo.environment["LEADPACT_SHARED_DATA"].map {
        [URL(fileURLWithPath: $0).appendingPathComponent("olist/weekly-leads.csv")]
      } ?? []
    var root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while root.path != "/" {
      root.deleteLastPathComponent()
      folders.append(root.appendingPathComponent("shared").appendingPathComponent(name))
    }
    return folders.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  init(readingFrom file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    rows = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: ",")
      return Int(fields[2]).map { Row(week: String(fields[0]), leadType: String(fields[1]), count: $0) }
    }
  }

  var leadTypes: [String] { Set(rows.map(\.leadType)).sorted() }

  /// The months that the days of a week lie in, as `2017-06`, from Monday to Sunday.
  private static func monthsOfDays(in week: String) throws -> [String] {
    var calendar = Calendar(identifier: .iso8601)
    guard let utc = TimeZone(secondsFromGMT: 0) else { throw CocoaError(.featureUnsupported) }
    calendar.timeZone = utc
    let parts = week.split(separator: "-W").compactMap { Int($0) }
    let monday = DateComponents(weekday: 2, weekOfYear: parts[1], yearForWeekOfYear: parts[0])
    guard let start = calendar.date(from: monday) else { throw CocoaError(.formatting) }
    return try (0..<7).map { offset in
      guard let date = calendar.date(byAdding: .day, value: offset, to: start) else {
        throw CocoaError(.formatting)
      }
      let day = calendar.dateComponents([.year, .month], from: date)
      return String(format: "%04d-%02d", day.year ?? 0, day.month ?? 0)
    }
  }

  /// Leads by month and lead type, a week's count going to the two months that it touches by business days.
  func countsByMonth() throws -> (counts: [String: [String: Int]], apportioned: [String: [String: Int]]) {
    var counts: [String: [String: Int]] = [:]
    var apportioned: [String: [String: Int]] = [:]
    for row in rows {
      let months = try Self.monthsOfDays(in: row.week)
      let earlier = months[0]
      let later = months[6]
      let days = months.prefix(5).filter { $0 == earlier }.count
      // Of two parts, the largest remainder with the tie to the earlier is the earlier one rounded half up.
      let first = (2 * row.count * days + 5) / 10
      counts[earlier, default: [:]][row.leadType, default: 0] += first
      counts[later, default: [:]][row.leadType, default: 0] += row.count - first
      if first != 0, first != row.count {
        apportioned[earlier, default: [:]][row.leadType, default: 0] += first
        apportioned[later, default: [:]][row.leadType, default: 0] += row.count - first
      }
    }
    return (counts, apportioned)
  }
}
