/// Three months of a fiscal year, which may start in any month.
public struct Quarter: Hashable, Sendable, Comparable {
  /// The quarter's first month.
  public let firstMonth: Month
  /// The month that the fiscal year starts in: 1 is January.
  public let fiscalYearStart: Int

  /// The quarter that holds `month`, in fiscal years that start in month `fiscalYearStart`.
  public init(containing month: Month, fiscalYearStart: Int) {
    precondition((1...12).contains(fiscalYearStart), "a year starts in one of twelve months")
    self.firstMonth = month.advanced(by: -((month.month - fiscalYearStart + 12) % 3))
    self.fiscalYearStart = fiscalYearStart
  }

  /// Reads `2026-Q1`, or `FY2026-Q1` where the fiscal year starts in another month than January.
  ///
  /// - Throws: `Unreadable` when the text has another form, or the other form of year.
  public init(_ text: String, fiscalYearStart: Int) throws(Unreadable) {
    let isCalendarYear = fiscalYearStart == 1
    let isFiscal = text.uppercased().hasPrefix("FY")
    let parts = (isFiscal ? text.dropFirst(2) : text[...]).split(
      separator: "-",
      omittingEmptySubsequences: false
    )
    guard
      parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts[1].first == "Q" || parts[1].first == "q",
      let year = Int(digits: parts[0]), let number = Int(digits: parts[1].dropFirst()),
      Day.years.contains(year), (1...4).contains(number)
    else {
      throw Unreadable(
        text, expected: isCalendarYear ? "a quarter such as 2026-Q1" : "a fiscal quarter such as FY2026-Q1")
    }
    guard isFiscal != isCalendarYear else {
      let first = Month(year: year, month: 3 * number - 2)
      let holder = Quarter(containing: first, fiscalYearStart: fiscalYearStart)
      throw Unreadable(
        text,
        expected: isCalendarYear
          ? "a quarter such as 2026-Q1 (the year starts in January)"
          : "a fiscal quarter such as FY2026-Q1, named for the year it ends in; \(first) lies in \(holder)")
    }
    let start = Month(year: isCalendarYear ? year : year - 1, month: fiscalYearStart)
    self.firstMonth = start.advanced(by: 3 * (number - 1))
    self.fiscalYearStart = fiscalYearStart
  }

  /// The quarter's three months.
  public var months: [Month] { (0..<3).map(firstMonth.advanced(by:)) }

  /// The quarter's last month.
  public var lastMonth: Month { firstMonth.advanced(by: 2) }

  /// The quarter's place in its fiscal year, from 1 to 4.
  public var number: Int { (firstMonth.month - fiscalYearStart + 12) % 12 / 3 + 1 }

  /// The fiscal year, named for the calendar year that it ends in.
  public var fiscalYear: Int {
    let start = firstMonth.advanced(by: -3 * (number - 1))
    return start.advanced(by: 11).year
  }

  /// The quarter `quarters` later, or earlier where `quarters` is negative.
  public func advanced(by quarters: Int) -> Quarter {
    Quarter(containing: firstMonth.advanced(by: 3 * quarters), fiscalYearStart: fiscalYearStart)
  }

  /// Orders quarters by time.
  public static func < (a: Quarter, b: Quarter) -> Bool { a.firstMonth < b.firstMonth }
}

extension Quarter: CustomStringConvertible {
  /// The quarter as `2026-Q1`, or `FY2026-Q1` where the fiscal year does not start in January.
  public var description: String {
    "\(fiscalYearStart == 1 ? "" : "FY")\(fiscalYear.padded(to: 4))-Q\(number)"
  }
}
