import Agreement
import Reporting
import Storage

/// The reports in which a figure may stand, by what its key begins with.
struct ExplainableReports {
  let key: String
  let source: LedgerSource
  /// The contract that the figure is compared with; nil where it is with an earlier period.
  let compared: LedgerSource?
  let today: Day
  let standpoint: Standpoint
  let provenance: Provenance
  let language: Language
  let suppositions: SuppositionOptions
  let planPeriod: String?

  private typealias Source = () throws -> [Document]

  /// What of a key decides in which reports its figure may stand.
  struct Scope: Hashable {
    /// What it begins with: a period, a stream, a lead type.
    let first: String
    /// What the figure is compared with, if it is: `2026-Q1` of `…/attainment-against-2026-Q1`.
    let comparedWith: String?
    /// The month whose leads it is about, if it is: `2026-07` of `…/win-rate-owed-in-2026-07-agreed`.
    let owedIn: String?
    /// Whether it is what it begins with and nothing more.
    let isBare: Bool
    /// Whether it is a figure of what would close a gap.
    let isSolved: Bool

    init(of key: String) {
      self.first = key.split(separator: "/").first.map(String.init) ?? ""
      self.comparedWith =
        ["-against-", "-then-"].lazy.compactMap { sign in
          key.ranges(of: sign).last.map { String(key[$0.upperBound...]) }
        }.first
      self.owedIn = key.ranges(of: "-owed-in-").last.map { String(key[$0.upperBound...].prefix(7)) }
      self.isBare = !key.contains("/")
      self.isSolved = ["/solve-", "/expected-leads"].contains(where: key.contains)
    }
  }

  private var scope: Scope { Scope(of: key) }

  /// The first report with the figure; where none has it, the first of all, which knows what is near.
  func first() throws -> Document? {
    var first: Document?
    var found: Document?
    try forEach { document in
      if document.figures.contains(where: { $0.key.description == key }) { found = document }
      first = first ?? document
      return found == nil
    }
    return found ?? first
  }

  /// All of them.
  func all() throws -> [Document] { try sources().flatMap { try $0() } }

  /// Makes the reports one after another for as long as `body` wants another.
  func forEach(_ body: (Document) throws -> Bool) throws {
    for source in try sources() {
      for document in try source() where try !body(document) { return }
    }
  }

  private var history: ContractHistory { source.history }
  /// The contract's calendar.
  var calendar: ContractCalendar { history.newest.contract.calendar }

  /// The ledger for reports on some months.
  private func ledger(of months: [Month]) throws -> Ledger {
    try source.ledger(LeadWindow(months: MonthRange(spanning: months), today: today))
  }

  /// The ledger for what tells of other months only what each adds up to.
  private func summed() throws -> Ledger { try source.ledger(.summed(on: today, by: calendar)) }

  private func sources() throws -> [Source] {
    let first = scope.first
    guard !first.isEmpty else {
      throw Failure.usage("name a figure, such as 2026-Q1/attainment")
    }
    if first.contains(".."), let months = try? MonthRange(first) {
      return [
        { try rates(Array(months), called: first) }, reviewBeforeMonthOwed,
        { try solutions(Array(months), called: first) },
      ]
    }
    let isPlace = history.versions.contains { version in
      version.contract.streams.contains { stream in
        stream.name.text == first || stream.leadTypes.contains { $0.name.text == first }
      }
    }
    // What is of no period stands in the plan of all months.
    if isPlace || !suppositions.whatIf.isEmpty && scope.isBare { return [whatIf, plan] }
    let period = try Period(first, in: calendar, today: today)
    if case .day = period { return try sources(of: period) + [day] }
    return try sources(of: period) + [plan, whatIf, day]
  }

  private func sources(of period: Period) throws -> [Source] {
    switch period {
    case .quarter(let quarter):
      [
        { try comparison(.quarter(quarter)) },
        { [try review(of: quarter)] },
        { try rates(quarter.months, called: "\(quarter)") },
        { try solutions(quarter.months, called: "\(quarter)") },
      ]
    case .month(let month):
      [
        { try comparison(.month(month)) },
        {
          let ledger = try ledger(of: calendar.quarter(containing: month).months)
          return try [ledger.review(.month(month), today: today).document(provenance, in: language)]
        },
        { try plan(of: month) },
        { [try review(of: calendar.quarter(containing: month))] },
        { try rates([month], called: "\(month)") },
        { try solutions([month], called: "\(month)") },
        {
          let quarter = calendar.quarter(containing: month)
          return try solutions(quarter.months, called: "\(quarter)")
        },
        { try laterReviews(restingOn: month) },
      ]
    case .week(let week):
      [
        { try comparison(.week(week)) },
        {
          let ledger = try ledger(of: calendar.months(touching: week.days))
          guard let review = try WeekReview(week, of: ledger, today: today) else {
            throw Failure.outside("\(week)", history)
          }
          return [try review.document(provenance, in: language)]
        },
      ]
    case .day(today): []
    case .day, .range:
      throw Failure.usage("'\(key)' begins with no week, month or quarter, such as 2026-Q1/attainment")
    }
  }

  private func review(of quarter: Quarter) throws -> Document {
    let ledger = try ledger(of: quarter.months)
    return try ledger.review(.quarter(quarter), today: today).document(provenance, in: language)
  }

  /// The review of a quarter; nil where no version covers it.
  private func reviewIfCovered(of quarter: Quarter) throws -> Document? {
    try PeriodReview(.quarter(quarter), of: ledger(of: quarter.months), today: today)?
      .document(provenance, in: language)
  }

  /// The review of the quarter before the month whose leads the figure is about; none where it is about no month.
  private func reviewBeforeMonthOwed() throws -> [Document] {
    guard let owed = scope.owedIn else { return [] }
    let month = try Month(owed)
    return [try reviewIfCovered(of: calendar.quarter(containing: month.advanced(by: -1)))].compactMap(\.self)
  }

  /// The reviews of the quarters whose quotas rest on the leads of a month, in which it stands what came of them.
  private func laterReviews(restingOn month: Month) throws -> [Document] {
    let types = try Accounts(summed()).account(of: month)?.leadTypes ?? []
    let quarters = Set(types.map { calendar.quarter(containing: $0.demand.quotaMonth) }).sorted()
    return try quarters.compactMap(reviewIfCovered)
  }

  private func comparison(_ period: ReportedPeriod) throws -> [Document] {
    guard let word = scope.comparedWith else { return [] }
    // Leads of both periods are asked by their days, on several days.
    let months = try ReportComparison.months(
      of: period, beside: compared == nil ? word : nil, of: history, today: today)
    let own = try source.ledger(LeadWindow(months: months, today: nil))
    let other = try compared.map { other in
      let months = ReportComparison.months(beside: [(history, period)], of: other.history)
      return try other.ledger(LeadWindow(months: months, today: nil))
    }
    let comparison = try ReportComparison(word: word, ledger: other).comparison(of: period, own, today: today)
    return try comparison.map { [try $0.document(provenance, in: language)] } ?? []
  }

  private func rates(_ months: [Month], called label: String) throws -> [Document] {
    let report = try RatesReport(months, called: label, of: Accounts(summed()), today: today)
    return try report.map { [try $0.document(provenance, in: language)] } ?? []
  }

  private func solutions(_ months: [Month], called label: String) throws -> [Document] {
    // Solving takes a while, and only its own figures are asked for.
    guard scope.isSolved || scope.isBare else { return [] }
    let ledger = try summed()
    let report = try SolveReport(
      SolveReport.Way.allCases, in: months, called: label, of: Accounts(ledger), today: today,
      short: suppositions.readShort(of: ledger, in: months))
    return try report.map { [try $0.document(provenance)] } ?? []
  }

  private func plan(of month: Month) throws -> [Document] {
    guard let ruling = history.ruling(in: month) else { return [] }
    let report = try PlanReport(ruling, months: [month], accounts: Accounts(summed()), today: today)
    return [try report.document(today: today, provenance, in: language)]
  }

  private func plan() throws -> [Document] {
    let version = history.newest
    let ruling = Ruling(version: version, standing: history.standing(of: version))
    let report = try PlanReport(ruling, months: planMonths(), accounts: Accounts(summed()), today: today)
    return [try report.document(today: today, provenance, in: language)]
  }

  private func whatIf() throws -> [Document] {
    let version = history.newest
    let supposed = try suppositions.read(in: version.contract)
    guard !supposed.isEmpty else { return [] }
    let ruling = Ruling(version: version, standing: history.standing(of: version))
    let report = try WhatIfReport(ruling, supposing: supposed, months: planMonths())
    return [try report.document(today: today, provenance)]
  }

  private func planMonths() throws -> [Month] {
    try history.newest.contract.months(of: planPeriod, today: today)
  }

  /// What is shown today, beside the reports on a period.
  private func day() throws -> [Document] {
    let ledger = try source.ledger(.daily(on: standpoint.day, by: calendar))
    let standup = try Standup(of: ledger, from: standpoint, in: language)
    return [try standup.document(provenance), BreachReport(of: standup).document(provenance)]
  }
}
