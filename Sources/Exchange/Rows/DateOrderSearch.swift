/// What the dates of a whole file show of their order.
struct DateOrderSearch {
  /// A date and where it stands, both counted from 1.
  struct Sighting {
    let line: Int
    let column: Int
    let date: WrittenTime
  }

  /// The first date that begins with a day above 12.
  private(set) var dayFirst: Sighting?
  /// The first date whose second number is a day above 12.
  private(set) var monthFirst: Sighting?
  /// The first date that is another day when it is read in the other order.
  private(set) var open: Sighting?

  /// Looks at some columns of all rows of a file, from its start.
  ///
  /// Rows and dates that cannot be read are passed over: they are refused when their turn comes.
  init(_ input: CSVInput, delimiter: CSVDelimiter, columns: [Int]) throws(CSVError) {
    var reader = try CSVReader(input, delimiter: delimiter)
    var record = CSVRecord()
    guard try reader.read(into: &record) else { return }
    while try reader.read(into: &record) {
      for column in columns where column < record.count {
        guard let text = String(validating: record[column], as: UTF8.self) else { continue }
        do {
          note(Sighting(line: record.line, column: column + 1, date: try WrittenTime(text.trimmed)))
        } catch {
          continue
        }
      }
      if dayFirst != nil, monthFirst != nil { return }
    }
  }

  private mutating func note(_ sighting: Sighting) {
    switch sighting.date.shownOrder {
    case .dayFirst: dayFirst = dayFirst ?? sighting
    case .monthFirst: monthFirst = monthFirst ?? sighting
    case nil: if sighting.date.isOpen { open = open ?? sighting }
    }
  }

  /// The order that the dates show; any where no date depends on it.
  ///
  /// - Throws: `RowProblem` where they show none, or both.
  func order(in file: String) throws(RowProblem) -> DateOrder {
    switch (dayFirst, monthFirst, open) {
    case (let day?, let month?, _):
      let (first, second) = day.line <= month.line ? (day, month) : (month, day)
      throw RowProblem(
        file: file, line: second.line, column: second.column,
        "'\(second.date.text)' has another order than '\(first.date.text)' in line \(first.line): one has the day "
          + "first, the other the month; export the file again with one form of date, best 2026-04-03",
        isLimitedToItsRow: false)
    case (.some, nil, _): return .dayFirst
    case (nil, .some, _): return .monthFirst
    case (nil, nil, nil): return .monthFirst
    case (nil, nil, let open?):
      throw RowProblem(
        file: file, line: open.line, column: open.column,
        "'\(open.date.text)' can be \(open.date.reading(.dayFirst)) or \(open.date.reading(.monthFirst)), and no date "
          + "in the file settles it; say --date-order dmy for the first or --date-order mdy for the second",
        isLimitedToItsRow: false)
    }
  }
}

extension WrittenTime {
  /// The date in words, as it is read in that order: `3 April 2026`.
  fileprivate func reading(_ order: DateOrder) -> String {
    guard case .unordered(let first, let second, let year) = date else { return text }
    let (month, day) = order == .monthFirst ? (first, second) : (second, first)
    guard MonthName.all.indices.contains(month - 1) else { return text }
    let name = MonthName.all[month - 1]
    return "\(day) \(name.prefix(1).uppercased())\(name.dropFirst()) \(year)"
  }
}
