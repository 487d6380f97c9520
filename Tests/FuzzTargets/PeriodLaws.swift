import Agreement

/// A text that is taken for a period, a day or a moment is written in a way that is taken for the same.
///
/// The first byte chooses the calendar.
struct PeriodLaws {
  private let text: String
  private let calendar: ContractCalendar
  private let today = SampleContract.today

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let choice = rest.takeChoice()
    text = String(decoding: rest, as: UTF8.self)
    let patterns = ContractCalendar.WeekPattern.allCases.map(ContractCalendar.Months.weeks)
    calendar = ContractCalendar(
      months: ([.gregorian] + patterns).chosen(by: choice >> 4), fiscalYearStart: choice % 12 + 1)
  }

  func check() throws(BrokenLaw) {
    if let period = try period() { try check(period) }
    try checkWords("day", Day.init(_:))
    try checkWords("week", Week.init(_:))
    try checkWords("month", Month.init(_:))
    try checkWords("span of months", MonthRange.init(_:))
    try checkWords("quarter") { text in try Quarter(text, fiscalYearStart: calendar.fiscalYearStart) }
    try checkMoment()
  }

  /// The period that the text names; nil where it is refused, if need be with one that can be read.
  private func period() throws(BrokenLaw) -> Period? {
    do throws(Unreadable) {
      return try Period(text, in: calendar, today: today)
    } catch {
      try hold(!error.description.isEmpty, "a refusal says what is wrong")
      let parts = error.expected.split(separator: "; did you mean ")
      guard parts.count == 2, let guess = parts.last?.dropLast() else { return nil }
      _ = try readable("a guess is a period") {
        try Period(guess.filter { $0 != "'" }, in: calendar, today: today)
      }
      return nil
    }
  }

  private func check(_ period: Period) throws(BrokenLaw) {
    let days = period.days(in: calendar)
    for day in [days.first, days.last] {
      try hold(Day.years.contains(day.month.year), "\(day) is a day that records are kept for")
    }
    let words =
      switch period {
      case .day(let day): day.description
      case .week(let week): week.description
      case .month(let month): month.description
      case .quarter(let quarter): quarter.description
      case .range(let range): "\(range.first)..\(range.last)"
      }
    for text in [words, "\(days.first)..\(days.last)", days.description] {
      let again = try readable("'\(text)' is a period") { try Period(text, in: calendar, today: today) }
      try hold(again.days(in: calendar) == days, "'\(text)' is \(again.days(in: calendar)), not \(days)")
    }
    let again = try readable("'\(words)' is a period") { try Period(words, in: calendar, today: today) }
    try hold(again == period, "'\(words)' is the same period")
    guard days.count < 4_000 else { return }
    let parts = calendar.apportion(1_001, of: days)
    try hold(parts.reduce(0) { $0 + $1.count } == 1_001, "the parts of a count add up to it")
    try hold(zip(parts, parts.dropFirst()).allSatisfy { $0.month < $1.month }, "months come in order")
  }

  /// What is read of the text, if anything, reads back from its own words.
  private func checkWords<Value: Equatable & CustomStringConvertible>(
    _ noun: String, _ read: (String) throws -> Value
  ) throws(BrokenLaw) {
    guard let value = try accepted({ try read(text) }) else { return }
    let again = try readable("'\(value)' is a \(noun)") { try read(value.description) }
    try hold(again == value && again.description == value.description, "'\(value)' is the same \(noun)")
  }

  private func checkMoment() throws(BrokenLaw) {
    try checkWords("moment", Moment.init(_:))
    try checkWords("occurrence", Occurrence.init(_:))
    guard let moment = try accepted({ try Moment(text) }) else { return }
    let copy = Moment(instant: moment.instant, microsecond: moment.microsecond, offset: moment.offset)
    try hold(copy == moment, "\(moment) is the moment of its instant, not \(copy)")
  }
}
