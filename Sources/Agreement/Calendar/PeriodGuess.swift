/// Finds the period that someone probably meant by a text that names none: `Q1`, `2026/02`, `feb`, `last weak`.
///
/// It is for messages alone. What leaves a year or an order of day and month open is never taken for an answer.
struct PeriodGuess {
  /// The contract's calendar.
  let calendar: ContractCalendar
  /// The day in whose year a text without one is looked for.
  let today: Day

  /// The period as it would have been understood; nil where the text is like none.
  func text(nearestTo text: String) -> String? {
    let word = text.lowercased()
    guard let guess = phrase(word) ?? dated(word), guess != word else { return nil }
    do { _ = try Period.read(guess, in: calendar, today: today) } catch { return nil }
    return guess.contains(" ") ? "'\(guess)'" : guess
  }

  private static let (steps, units) = (["this", "last", "next"], ["week", "month", "quarter"])

  /// The words of a period that are spelled most like these.
  private func phrase(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 2 {
      guard let step = nearest(words[0], Self.steps), let unit = nearest(words[1], Self.units) else {
        return nil
      }
      return "\(step) \(unit)"
    }
    let joined = Self.steps.flatMap { step in Self.units.map { (step + $0, "\(step) \($0)") } }
    guard let near = nearest(text, joined.map(\.0) + ["today", "yesterday"]) else { return nil }
    return joined.first { $0.0 == near }?.1 ?? near
  }

  private func nearest(_ word: String, _ names: [String]) -> String? {
    Spelling.nearest(to: word, among: names, limit: 1).first
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// What the numbers and letters of a text make in the usual form.
  private func dated(_ word: String) -> String? {
    let letters = word.split { !$0.isLetter }.map(String.init)
    let numbers = Self.numbers(in: word)
    switch (letters.filter { $0 != "fy" }, numbers.count) {
    case (["w"], 1...2), (["kw"], 1...2), (["week"], 1...2):
      return "\(year(numbers, orElse: Week(containing: today).year))-W\(Self.two(numbers.last))"
    case (["q"], 1...2), (["quarter"], 1...2):
      // Of which kind of year a year is, is left open where fiscal years are others.
      if numbers.count == 2, calendar.fiscalYearStart != 1, !letters.contains("fy") { return nil }
      let current = calendar.quarter(containing: calendar.month(containing: today))
      let prefix = calendar.fiscalYearStart == 1 ? "" : "FY"
      return "\(prefix)\(year(numbers, orElse: current.fiscalYear))-Q\(numbers.last ?? "")"
    case ([], 2):
      return "\(numbers[0])-\(Self.two(numbers[1]))"
    case ([], 3):
      // A day before its month is written with points; with slashes either may come first.
      let ordered = word.contains(".") && numbers[2].count == 4 ? numbers.reversed() : numbers
      return "\(ordered[0])-\(Self.two(ordered[1]))-\(Self.two(ordered[2]))"
    default:
      guard letters.count == 1, letters[0].count >= 3, numbers.count <= 1,
        let month = Self.months.firstIndex(where: { $0.hasPrefix(letters[0]) })
      else { return nil }
      return "\(numbers.first ?? "\(calendar.month(containing: today).year)")-\(Self.two("\(month + 1)"))"
    }
  }

  /// The year that stands before another number, or the one that goes without saying.
  private func year(_ numbers: [String], orElse usual: Int) -> String {
    numbers.count == 2 ? numbers[0] : "\(usual)"
  }

  /// The runs of digits; one of six or eight is a year, a month and perhaps a day.
  private static func numbers(in word: String) -> [String] {
    let runs = word.split { !("0"..."9").contains($0) }.map(String.init)
    guard runs.count == 1, let run = runs.first, [6, 8].contains(run.count) else { return runs }
    let digits = Array(run)
    return [String(digits[..<4]), String(digits[4..<6])] + (run.count == 8 ? [String(digits[6...])] : [])
  }

  private static func two(_ number: String?) -> String {
    let number = number ?? ""
    return number.count == 1 ? "0" + number : number
  }
}
