public import Agreement

/// What was owed and what was done in a month or a quarter: the value behind `leadpact report month|quarter`.
public struct PeriodReview: Sendable, Worded {
  /// What is reviewed.
  public enum Scope: Hashable, Sendable {
    /// One month.
    case month(Month)
    /// One quarter.
    case quarter(Quarter)

    /// The months reviewed.
    public var months: [Month] {
      switch self {
      case .month(let month): [month]
      case .quarter(let quarter): quarter.months
      }
    }

    /// The period as people write it.
    public var label: String {
      switch self {
      case .month(let month): "\(month)"
      case .quarter(let quarter): "\(quarter)"
      }
    }

    /// The months that follow, as many again.
    var next: Scope {
      switch self {
      case .month(let month): .month(month.advanced(by: 1))
      case .quarter(let quarter): .quarter(quarter.advanced(by: 1))
      }
    }
  }

  /// What is reviewed.
  public let scope: Scope
  /// The day on which it is looked at.
  public let today: Day
  /// The ledger, counted up.
  public let accounts: Accounts
  /// The months that some version covers.
  public let months: [MonthAccount]
  /// The days of the whole period.
  public let days: DayRange
  /// Value delivered against value owed: the whole period.
  public let whole: Attainment
  /// The same up to today: of a running month the part that is due, of later months nothing.
  public let soFar: Attainment
  /// The pace of the month that runs today; nil where none of the period does.
  public let pace: MonthPace?
  /// Months in a row off target, by stream; under nil for all streams together.
  public let streaks: [Name?: Streak]
  /// What sales did about the leads delivered in the period.
  let followUp: FollowUp
  /// How each commitment was kept.
  public let commitments: [CommitmentRecord]
  /// The leads whose revenue the period's quotas rest on.
  public let cohorts: [Cohort]
  /// The deliveries that touch the period, in the order in which they were recorded.
  let deliveries: [Delivery]
  /// The same by lead type.
  let deliveriesByKey: [LeadTypeKey: [Delivery]]
  /// Signed adjustments to leads of the period.
  public let corrections: [Delivery]
  /// What is owed next, for the months that some version covers.
  public let next: [MonthAccount]
  /// The agreed rates beside those that the leads have shown up to a quarter's end; nil for a month, and where nothing
  /// is known.
  let rates: RatesReport?
  /// The streams and lead types of all the period's versions.
  let groups: LeadTypeGroups

  var language = Language.english

  /// How a running month goes.
  public struct MonthPace: Sendable {
    /// The month.
    public let account: MonthAccount
    /// Its days gone and left.
    public let pace: Pace
  }

  /// Reviews a period of a contract; nil where no version covers any of its months.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init?(_ scope: Scope, of ledger: Ledger, today: Day) throws(Overflow) {
    let accounts = try Accounts(ledger)
    let months = try accounts.accounts(of: scope.months)
    guard let last = months.last else { return nil }
    let contract = last.ruling.contract
    let calendar = contract.calendar

    self.scope = scope
    self.today = today
    self.accounts = accounts
    self.months = months
    self.days =
      switch scope {
      case .month(let month): calendar.days(of: month)
      case .quarter(let quarter): calendar.days(of: quarter)
      }

    var whole = Attainment.nothing(contract.currency)
    var soFar = Attainment.nothing(contract.currency)
    var running: MonthPace?
    for account in months {
      guard let attainment = try account.attainment() else { continue }
      let pace = Pace(on: today, in: account.month, of: calendar)
      whole = try whole.adding(attainment)
      if today >= calendar.days(of: account.month).first {
        soFar = try soFar.adding(
          Attainment(delivered: attainment.delivered, due: try pace.dueSoFar(of: attainment.due))
        )
      }
      if calendar.days(of: account.month).contains(today) {
        running = MonthPace(account: account, pace: pace)
      }
    }
    self.whole = whole
    self.soFar = soFar
    self.pace = running

    var streaks: [Name?: Streak] = [:]
    if let ended = months.last(where: { calendar.days(of: $0.month).last < today }) {
      for stream in [nil] + ended.streams.map({ Optional($0.stream.name) }) {
        streaks[stream] = try accounts.streak(endingIn: ended.month, of: stream)
      }
    }
    self.streaks = streaks
    self.followUp = ledger.followUp(in: days, under: contract, from: .end(of: today))
    self.commitments = try ledger.commitments(of: contract, in: days, on: today, knowing: followUp)
    self.cohorts = try accounts.cohorts(restingOn: scope.months)
    let days = days
    self.deliveries = ledger.deliveries(touching: days)
    self.deliveriesByKey = Dictionary(grouping: deliveries, by: \.key)
    self.corrections = deliveries.filter(\.kind.isAdjustment)
    self.next = try accounts.accounts(of: scope.next.months)
    if case .quarter(let quarter) = scope {
      self.rates = try .through(quarter, of: accounts, under: contract, today: today)
    } else {
      self.rates = nil
    }
    self.groups = LeadTypeGroups(of: months.map(\.ruling.contract))
  }

  /// The contract as it rules at the period's end.
  public var contract: Contract { ruling.contract }

  /// The version that rules at the period's end.
  public var ruling: Ruling { months[months.count - 1].ruling }

  /// The versions that rule in the period, oldest first.
  public var versions: [Ruling] {
    var rulings: [Ruling] = []
    for account in months where rulings.last?.version.number != account.ruling.version.number {
      rulings.append(account.ruling)
    }
    return rulings
  }

  /// Whether part of the period still lies ahead.
  public var isRunning: Bool { today < days.last }

  /// How the period's value, up to today, compares with what was owed by now; nil where nothing was.
  public var band: Band? { soFar.band(tolerance: contract.tolerance) }
}

extension Accounts {
  /// The accounts of those of `months` that some version covers.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func accounts(of months: [Month]) throws(Overflow) -> [MonthAccount] {
    var accounts: [MonthAccount] = []
    for month in months {
      if let account = try account(of: month) { accounts.append(account) }
    }
    return accounts
  }
}

extension Attainment {
  /// Nothing delivered of nothing owed.
  static func nothing(_ currency: Currency) -> Attainment {
    Attainment(delivered: .zero(currency), due: .zero(currency))
  }
}
