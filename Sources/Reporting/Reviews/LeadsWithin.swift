import Agreement

extension [NetDelivery] {
  /// How many of the leads fall on `days`.
  ///
  /// - Throws: `Overflow` where the count passes 64 bits.
  func leads(within days: DayRange, by calendar: ContractCalendar) throws(Overflow) -> Int {
    try Int(summing: map { calendar.part(of: $0.count, of: $0.days, within: days) })
  }
}
