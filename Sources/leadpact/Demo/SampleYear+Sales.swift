import Agreement
import Storage

extension SampleYear {
  /// Records what sales did in a week, and how satisfied the customers were.
  mutating func logFollowUp(of days: DayRange, on day: Day) throws {
    let month = days.last.month
    guard let contract = contract(in: month) else { return }
    var observations: [NewObservation] = []
    for stream in contract.streams {
      let due = logged[days]?[stream.name] ?? 0
      observations.append(
        try kept(
          "contacted", stream.name, days, due: due, share: SampleTrend.contacted(stream.name, in: month)))
      for step in SampleTrend.cadence {
        guard let earlier = span(step.weeks, before: days), let leads = logged[earlier]?[stream.name] else {
          continue
        }
        let due = leads * step.open / 1_000
        observations.append(
          try kept(step.name, stream.name, days, due: due, share: step.touched[month.month - 1]))
      }
    }
    let points = SampleTrend.satisfaction[month.month - 1] * random.permille(within: 15) / 1_000
    observations.append(
      NewObservation(
        subject: try Name("csat"), days: days,
        finding: .measured(Score(millionths: (points + 5) / 10 * 100_000))))
    _ = try database.record(observations, for: name, by: "priya", at: Self.moment(day, 9, 55))
  }

  private mutating func kept(_ subject: String, _ stream: Name, _ days: DayRange, due: Int, share: Int) throws
    -> NewObservation
  {
    let met = min(due, due * share / 1_000 * random.permille(within: 25) / 1_000)
    return NewObservation(
      subject: try Name(subject), stream: stream, days: days, finding: .kept(met: met, due: due))
  }

  /// The days that were logged `weeks` earlier; nil before the year.
  private func span(_ weeks: Int, before days: DayRange) -> DayRange? {
    Week(containing: days.first).advanced(by: -weeks).days.intersection(term)
  }
}

extension SampleYear {
  /// Records what has come of the leads of earlier months, and the month's account reviews.
  mutating func logMonth(before month: Month, on day: Day) throws {
    let accounts = try Accounts(database.knownLedger(of: name))
    var outcomes: [NewOutcome] = []
    for earlier in history.months where earlier < month {
      guard let account = try accounts.account(of: earlier) else { continue }
      for type in account.leadTypes {
        let age = earlier.distance(to: month)
        guard age <= type.demand.funnel.lag + 1 else { continue }
        outcomes.append(
          NewOutcome(key: type.demand.key, month: earlier, figures: figures(of: type, at: age)))
      }
    }
    let last = month.advanced(by: -1)
    guard !outcomes.isEmpty else { return }
    _ = try database.record(outcomes, for: name, by: "priya", at: Self.moment(day, 10, 30))
    guard contract(in: last) != nil else { return }
    let reviewed = NewObservation(
      subject: try Name("accounts-reviewed"), days: last.days,
      finding: .measured(Score(millionths: SampleTrend.accountsReviewed[last.month - 1] * 1_000_000)))
    _ = try database.record([reviewed], for: name, by: "zoe.mueller", at: Self.moment(day, 10, 50))
  }

  /// What has come of leads `age` months after they were delivered; all of it once the lag is over.
  private mutating func figures(of type: LeadTypeAccount, at age: Int) -> OutcomeFigures {
    let rates = SampleTrend.rates(type.demand.key.leadType)
    let fate = fate(of: type.demand.key, in: type.demand.month)
    let span = type.demand.funnel.lag + 1
    // First the SQLs are known, then the opportunities; deals come late.
    let sqls = type.count * rates[0] * fate[0] / 1_000_000 * min(10, 6 + 4 * age / 2) / 10
    let opportunities = sqls * rates[1] * fate[1] / 1_000_000 * (span + age) / (2 * span)
    let won = opportunities * rates[2] * fate[2] / 1_000_000 * age / span
    let order = type.demand.funnel.averageOrderValue
    // Orders are invoiced in steps of $50.
    let revenue = won * order.minorUnits / 1_000 * fate[3] / 5_000 * 5_000
    return OutcomeFigures(
      sqls: sqls, opportunities: opportunities, won: won,
      revenue: Money(minorUnits: revenue, order.currency))
  }

  private mutating func fate(of key: LeadTypeKey, in month: Month) -> [Int] {
    if let fate = fates[key]?[month] { return fate }
    let fate = [20, 25, 50, 35].map { random.permille(within: $0) }
    fates[key, default: [:]][month] = fate
    return fate
  }
}
