/// Why an entry cannot be recorded.
public enum RecordingRefusal: Error, Hashable, Sendable {
  /// Leads of these days are on record already.
  case alreadyLogged(LeadTypeKey, DayRange, NetDelivery)
  /// A correction would leave fewer than no leads.
  case belowZero(LeadTypeKey, DayRange, total: Int, correction: Int)
  /// There is nothing to correct.
  case nothingLogged(LeadTypeKey, DayRange, near: [NetDelivery])
  /// A count that is not a correction is negative.
  case negative(LeadTypeKey, Int)
  /// The sum of the counts passes 64 bits.
  case tooMany(LeadTypeKey, DayRange)
  /// No version agrees on leads of that type in that month.
  case notAgreed(LeadTypeKey, Month)
  /// The days lie outside all that the contract covers.
  case outsideTerm(DayRange, covered: MonthRange)
  /// The contract takes the counts of that month from the leads themselves; `left` are the days before it.
  case countedFromLeads(Month, left: DayRange?)
  /// The leads of that type and month tell these figures themselves.
  case toldByLeads(LeadTypeKey, Month, figures: [String])
  /// No leads that something could have come of are on record for the month.
  case noLeads(LeadTypeKey, Month)
  /// Of the leads of a month, more became something than there were of the stage before.
  case outcomeOutOfOrder(LeadTypeKey, Month, stage: String, count: Int, before: String, limit: Int)
}

extension RecordingRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    switch self {
    case .alreadyLogged(let key, let days, let net) where days == net.days:
      "\(days) already has \(net.count.leads) of \(key) on record; "
        + "to change that, record the difference: --correct --reason '…' with \(key.leadType)=+N or -N"
    case .alreadyLogged(let key, let days, let net):
      "\(days) overlaps \(net.days), which already has \(net.count.leads) of \(key) on record; "
        + "a lead would count twice. Record the other days only, or correct \(net.days)"
    case .belowZero(let key, let days, let total, let correction):
      "\(days) has \(total.leads) of \(key) on record; a correction of \(correction.grouped) would leave fewer than none"
    case .nothingLogged(let key, let days, let near):
      "there is nothing on record for \(key) in \(days) to correct"
        + (near.isEmpty ? "" : "; there is for \(near.map(\.days.description).joined(separator: ", "))")
    case .negative(let key, let count):
      "\(count.leads) of \(key): a count cannot be negative; to take leads back, use --correct with a reason"
    case .tooMany(let key, let days):
      "the leads of \(key) in \(days) would pass what leadpact can count; check the figure"
    case .notAgreed(let key, let month):
      "the version in force in \(month) agrees on no leads of \(key)"
    case .outsideTerm(let days, let covered):
      "\(days) lies outside the months that the contract covers, \(covered)"
    case .countedFromLeads(let month, let left):
      "the contract takes the counts of \(month) from the leads themselves, so that nothing is counted twice; "
        + "import them: leadpact import leads FILE"
        + (left.map { "; what can be logged are the days before, \($0)" } ?? "")
    case .toldByLeads(let key, let month, let figures):
      "the leads of \(key) in \(month) tell the \(figures.joined(separator: ", ")) themselves, so that nothing is "
        + "counted twice; import what became of them: leadpact import leads FILE"
    case .noLeads(let key, let month):
      "no leads of \(key) are on record for \(month), of which anything could have come; "
        + "record the leads first (leadpact log, or leadpact import leads), then their outcomes"
    case .outcomeOutOfOrder(let key, let month, let stage, let count, let before, let limit):
      "\(count.grouped) \(stage) of \(key) in \(month), but only \(limit.grouped) \(before); each stage is part of the one before"
    }
  }
}

extension Ledger {
  /// Checks that leads of `key` may be recorded in `days`.
  ///
  /// - Parameter isCorrection: whether the count adjusts what is on record for exactly these days.
  /// - Throws: `RecordingRefusal`.
  public func check(_ count: Int, of key: LeadTypeKey, in days: DayRange, isCorrection: Bool)
    throws(RecordingRefusal)
  {
    try checkAgreement(on: key, in: days)
    try checkSource(of: days)
    let nets: [NetDelivery]
    do { nets = try NetDelivery.all(of: deliveries.filter { $0.key == key && $0.days.overlaps(days) }) } catch
    {
      throw .tooMany(key, days)
    }
    // A span whose leads were all taken back may be logged again.
    let taken = nets.filter { $0.count != 0 }
    guard isCorrection else {
      guard count >= 0 else { throw .negative(key, count) }
      if let other = taken.first(where: { $0.days == days }) ?? taken.first {
        throw .alreadyLogged(key, days, other)
      }
      return
    }
    guard let same = nets.first(where: { $0.days == days }) else {
      throw .nothingLogged(key, days, near: nets)
    }
    if count > 0, let other = taken.first(where: { $0.days != days }) {
      throw .alreadyLogged(key, days, other)
    }
    let (total, overflow) = same.count.addingReportingOverflow(count)
    guard !overflow else { throw .tooMany(key, days) }
    guard total >= 0 else { throw .belowZero(key, days, total: same.count, correction: count) }
  }

  /// Checks the totals of what came of the leads of `key` delivered in `month`, after `figures` are recorded.
  ///
  /// No stage has more than the one before, of which the first is the leads delivered: corrections included, weeks
  /// of two months apportioned.
  ///
  /// - Throws: `RecordingRefusal`.
  public func check(_ figures: OutcomeFigures, of key: LeadTypeKey, in month: Month) throws(RecordingRefusal)
  {
    try checkAgreement(on: key, in: history.newest.contract.calendar.days(of: month))
    try checkSource(of: figures, of: key, in: month)
    let known = outcomes.filter { $0.key == key && $0.month == month }
    let total = known.reduce(OutcomeFigures()) { $0.updated(by: $1.figures) }.updated(by: figures)
    let stages = [("SQLs", total.sqls), ("opportunities", total.opportunities), ("won deals", total.won)]
    let stated = stages.compactMap { stage in stage.1.map { (name: stage.0, count: $0) } }
    for stage in stated where stage.count < 0 { throw .negative(key, stage.count) }
    let delivered: Int?
    do { delivered = try leads(of: key, in: month) } catch {
      throw .tooMany(key, history.newest.contract.calendar.days(of: month))
    }
    guard let delivered else { throw .noLeads(key, month) }
    if let first = stated.first, first.count > delivered {
      throw .outcomeOutOfOrder(
        key,
        month,
        stage: first.name,
        count: first.count,
        before: "leads delivered",
        limit: delivered
      )
    }
    for (before, after) in zip(stated, stated.dropFirst()) where after.count > before.count {
      throw .outcomeOutOfOrder(
        key,
        month,
        stage: after.name,
        count: after.count,
        before: before.name,
        limit: before.count
      )
    }
  }

  /// Checks that leads do not tell any of `figures` themselves, where the month's counts come from them.
  private func checkSource(of figures: OutcomeFigures, of key: LeadTypeKey, in month: Month)
    throws(RecordingRefusal)
  {
    guard history.deliverySource(in: month) == .leads, let fields = leadSums.toldFields[key] else {
      return
    }
    let told = ToldOutcome(of: fields, in: history.newest.contract.currency).figures
    let stated = [
      ("SQLs", figures.sqls != nil && told.sqls != nil),
      ("opportunities", figures.opportunities != nil && told.opportunities != nil),
      ("won deals", figures.won != nil && told.won != nil),
      ("revenue", figures.revenue != nil && told.revenue != nil),
    ]
    let refused = stated.filter(\.1).map(\.0)
    guard refused.isEmpty else { throw .toldByLeads(key, month, figures: refused) }
  }

  /// Checks that the counts of none of the months that `days` touch come from leads.
  private func checkSource(of days: DayRange) throws(RecordingRefusal) {
    let calendar = calendar(on: days.first)
    for month in calendar.months(touching: days) where history.deliverySource(in: month) == .leads {
      let before = calendar.days(of: month).first.advanced(by: -1)
      throw .countedFromLeads(month, left: DayRange(from: days.first, through: before))
    }
  }

  /// Checks that some version that rules on `days` agrees on leads of `key`.
  private func checkAgreement(on key: LeadTypeKey, in days: DayRange) throws(RecordingRefusal) {
    let months = calendar(on: days.first).months(touching: days)
    let rulings = months.compactMap { history.ruling(in: $0) }
    guard !rulings.isEmpty else { throw .outsideTerm(days, covered: history.span) }
    guard rulings.contains(where: { $0.contract.stream(key.stream)?.leadType(key.leadType) != nil }) else {
      throw .notAgreed(key, months[0])
    }
  }
}

extension Int {
  /// `1 lead`, `212 leads`.
  fileprivate var leads: String { "\(grouped) \(self == 1 ? "lead" : "leads")" }
}
