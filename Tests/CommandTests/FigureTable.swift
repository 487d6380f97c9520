import Foundation

/// Value owed and delivered by keys such as `2026-Q1/smb/outbound/value-due`, in minor units, and attainment.
typealias ValueFigures = [String: Int]

/// A report as CSV, one figure a row.
struct FigureTable {
  private let rows: [[String]]

  init(csv text: String) { rows = SimpleCSV.rows(text) }

  /// The figures of a period; attainment in ten thousandths.
  ///
  /// - Parameter digits: the decimals of the currency.
  func figures(of period: String, digits: Int = 2) -> ValueFigures {
    var figures: ValueFigures = [:]
    for row in rows where row.count > 6 && row[1] == period {
      switch row[5] {
      case "value-delivered", "value-due": figures[row[0]] = Self.whole(row[6], digits: digits)
      case "attainment": figures[row[0]] = Self.whole(row[6], digits: 4)
      default: continue
      }
    }
    return figures
  }

  /// A decimal with so many digits after its point, without the point; nil for any other.
  private static func whole(_ text: String, digits: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (parts.count > 1 ? parts[1].count : 0) == digits else { return nil }
    return Int(parts.joined())
  }
}

/// Rows of `report_quarter` or `report_month` as CSV.
struct FigureView {
  /// The figures; attainment in parts per million.
  let figures: ValueFigures

  /// What is not as a report has it, or not there.
  func differences(from report: ValueFigures) -> [String] {
    report.sorted { $0.key < $1.key }.compactMap { key, value in
      guard let found = figures[key] else { return "\(key) is not there" }
      // Both are rounded, the one to six decimals, the other to four.
      let agrees = key.hasSuffix("/attainment") ? abs(found - 100 * value) <= 50 : found == value
      return agrees ? nil : "\(key) is \(found) instead of \(value)"
    }
  }

  init(csv text: String) {
    let rows = SimpleCSV.rows(text)
    var figures: ValueFigures = [:]
    let names = rows.first ?? []
    for row in rows.dropFirst() {
      let values = Dictionary(zip(names, row)) { first, _ in first }
      let period = values[names.contains("month") ? "month" : "quarter"]
      let key = [period, values["stream"], values["lead_type"]].compactMap { $0 }
        .filter { !$0.isEmpty && $0 != "NULL" }.joined(separator: "/")
      figures["\(key)/value-delivered"] = values["value_delivered_minor_units"].flatMap { Int($0) }
      figures["\(key)/value-due"] = values["value_due_minor_units"].flatMap { Int($0) }
      figures["\(key)/attainment"] = values["attainment_ppm"].flatMap { Int($0) }
    }
    self.figures = figures
  }
}

/// Comma-separated values whose fields hold neither a comma nor a line feed.
enum SimpleCSV {
  static func rows(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
