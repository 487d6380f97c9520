import Agreement

/// The time that the data covers: the last `years` of the ten from 2016 to 2025, and the first days after them.
///
/// What happens in a month depends on that month alone, so that histories of any length end in the same quarter.
struct History {
  static let wholeYears = 10

  let years: Int

  /// All months that there can be.
  static let allMonths = (0..<12 * wholeYears).map { firstMonth.advanced(by: $0) }
  private static let firstMonth = Day(number: 16_801).month  // 2016-01-01

  /// The months of this history, oldest first.
  var months: ArraySlice<Month> { Self.allMonths.suffix(12 * years) }

  /// The contract's term.
  var term: String { "\(months[months.startIndex])..\(months[months.endIndex - 1])" }

  /// The first day, and the last.
  var days: (first: Day, last: Day) {
    (months[months.startIndex].days.first, months[months.endIndex - 1].days.last)
  }

  /// When the files were exported: nothing later is on record.
  static let exported = WallTime(day: 20_458, second: 8 * 3_600)  // 2026-01-05 08:00

  /// Holidays of all years, so that a day is the same in a long history and in a short one.
  static let holidays: [Day] = (2016...2025).flatMap { year in
    [(1, 1), (7, 4), (12, 25)].compactMap { try? Day(year, $0.0, $0.1) }
  }.filter { $0.weekday <= 5 }

  /// Those of this history.
  var holidays: [Day] { Self.holidays.filter { days.first <= $0 && $0 <= days.last } }
}
