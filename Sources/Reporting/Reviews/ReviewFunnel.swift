import Agreement

extension PeriodReview {
  /// The agreed rates beside those that the leads have shown up to the period's end; nil where nothing is known.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func funnelSection() throws(Overflow) -> Section? {
    guard let rates = rates?.told(in: language) else { return nil }
    return Section(
      "rates", language(.funnelAgreedObserved),
      [.list(try rates.verdict())] + (try rates.rateBlocks()))
  }
}

extension RatesReport {
  /// What is known of the rates over all months up to a quarter's end; nil where nothing came of leads yet.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  static func through(
    _ quarter: Quarter, of accounts: Accounts, under contract: Contract, today: Day
  ) throws(Overflow) -> RatesReport? {
    let next = quarter.advanced(by: 1)
    let through = accounts.ledger.history.months.filter { $0 <= quarter.lastMonth }
    guard let first = through.first, let last = through.last,
      let report = try RatesReport(
        through, called: first == last ? "\(first)" : "\(first)..\(last)", of: accounts, today: today,
        next: next),
      report.isTelling
    else { return nil }
    return report
  }
}
