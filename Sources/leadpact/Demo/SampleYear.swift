import Agreement
import Storage

/// A believable year of an invented company, recorded in memory day by day as it happens.
///
/// It goes through the same doors as the commands. The same seed gives the same year; a later `today` only adds to it.
struct SampleYear {
  /// The day on which the contract is proposed, before which there is nothing to show.
  static let start = Day(number: 20_430)  // 2025-12-08
  /// The day to look at it from, unless another is named: the third quarter has just ended.
  static let usualToday = Day(number: 20_731)  // 2026-10-05
  static let usualSeed: UInt64 = 2026

  let database: Database
  let name: Name
  let today: Day
  /// The versions and signatures so far.
  var history: ContractHistory
  var random: SplitMix64
  /// The leads logged so far, by days and stream.
  var logged: [DayRange: [Name: Int]] = [:]
  /// What becomes of the leads of a month, drawn once: rates and deal size, in per mille of what was to be expected.
  var fates: [LeadTypeKey: [Month: [Int]]] = [:]

  /// The year up to `today`, which lies on `start` or after it.
  static func recorded(upTo today: Day, seed: UInt64) throws -> SampleYear {
    let contract = try SampleContract.version(1)
    let database = try Database.inMemory(at: Moment(day: start))
    let first = try database.propose(contract, by: "priya", at: moment(start, 11, 15))
    var year = SampleYear(
      database: database, name: contract.name, today: today,
      history: ContractHistory(versions: [first], signatures: []), random: SplitMix64(seed: seed))
    let end = min(today, contract.calendar.days(of: contract.term).last.advanced(by: 14))
    for day in try DayRange(first: start, last: end) { try year.live(through: day) }
    return year
  }

  private mutating func live(through day: Day) throws {
    let calendar = history.newest.contract.calendar
    guard calendar.isBusinessDay(day) else { return }
    let week = Week(containing: day)
    let isFirstOfWeek = try calendar.businessDays(in: DayRange(first: week.monday, last: day)) == 1
    if isFirstOfWeek, let last = week.advanced(by: -1).days.intersection(term) {
      try logLeads(of: last, on: day)
      try logFollowUp(of: last, on: day)
    }
    let month = calendar.month(containing: day)
    if try calendar.businessDays(in: DayRange(first: month.days.first, last: day)) == 2 {
      try logMonth(before: month, on: day)
    }
    try correct(on: day)
    try agree(on: day)
  }

  /// The contract that measures a month.
  func contract(in month: Month) -> Contract? { history.ruling(in: month)?.contract }

  /// The days of the contract's term.
  var term: DayRange { history.newest.contract.calendar.days(of: history.newest.contract.term) }

  /// A time of day at which someone of the company does something.
  static func moment(_ day: Day, _ hour: Int, _ minute: Int) -> Moment {
    Moment(day: day, second: hour * 3_600 + minute * 60)
  }
}

extension SampleYear {
  /// Logs the leads of a week, or of the part of it that lies in the year.
  private mutating func logLeads(of days: DayRange, on day: Day) throws {
    var deliveries: [NewDelivery] = []
    guard let contract = contract(in: days.last.month) else { return }
    for stream in contract.streams {
      for type in stream.leadTypes {
        let key = LeadTypeKey(stream: stream.name, leadType: type.name)
        let count = try leads(of: key, in: days) * random.permille(within: 90) / 1_000
        deliveries.append(NewDelivery(key: key, days: days, count: count))
        logged[days, default: [:]][key.stream, default: 0] += count
      }
    }
    _ = try database.record(deliveries, for: name, by: "priya", at: Self.moment(day, 9, 40))
  }

  /// The leads that the trend brings: those that bring the value due, by the business days of each month.
  private func leads(of key: LeadTypeKey, in days: DayRange) throws -> Int {
    var thousandths = 0
    for month in Set(days.map(\.month)).sorted() {
      guard
        let contract = contract(in: month), let part = month.days.intersection(days),
        let stream = contract.stream(key.stream), let type = stream.leadType(key.leadType)
      else { continue }
      let demand = try Plan(contract).demand(in: month, for: type, of: stream)
      let leads = try Value(demand.due).count(of: demand.leadValue)
      let (worked, all) = (
        contract.calendar.businessDays(in: part), contract.calendar.businessDays(in: month.days)
      )
      thousandths += leads * 10 * SampleTrend.leads(key.leadType, in: month) * worked / all
    }
    return (thousandths + 500) / 1_000
  }

  /// Two mistakes, found and mended.
  private func correct(on day: Day) throws {
    func mend(_ week: String, _ stream: String, _ type: String, by count: Int, because reason: String) throws
    {
      let key = LeadTypeKey(stream: try Name(stream), leadType: try Name(type))
      let difference = NewDelivery(key: key, days: try Week(week).days, count: count)
      _ = try database.correct(
        [difference], reason: reason, for: name, by: "priya", at: Self.moment(day, 15, 5))
    }
    switch "\(day)" {
    case "2026-02-18":
      try mend(
        "2026-W07", "small-business", "website-form", by: -41,
        because: "a bot filled in the form over the weekend")
    case "2026-08-20":
      try mend(
        "2026-W33", "mid-market", "event", by: 37, because: "badge scans of the Chicago fair came in late")
    default: break
    }
  }
}
