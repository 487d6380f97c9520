import Agreement

extension Database {
  /// The leads of some months, with what all leads add up to; nil where that is not kept, or not as it is known now.
  ///
  /// - Parameter last: the journal entry up to which the reader wants to know.
  func leadExtract(
    of months: MonthRange, for contract: ContractStore.Entry, _ history: ContractHistory, through last: Int
  ) throws(StorageError) -> LeadBook? {
    let kept = LeadMonthStore(connection: connection, contract: contract)
    guard
      try last >= JournalStore(connection: connection).head().number,
      try kept.terms() == history.placementTerms
    else { return nil }
    let store = LeadExtractStore(connection: connection, contract: contract)
    let days = history.newest.contract.calendar.days(of: months)
    let marks = try ImportStore(connection: connection).marks(for: contract, through: last)
    let strays = StrayLeadStore(connection: connection, contract: contract)
    return LeadBook(
      records: try store.records(delivered: days, marks: marks),
      disputes: try store.disputes(delivered: days),
      earlierAttributes: try history.hasLeadConditions ? store.earlierAttributes(delivered: days) : [:],
      extract: LeadBook.Extract(
        months: months,
        sums: try kept.sums(),
        marks: marks,
        touchTimes: try store.touchTimes(delivered: days),
        hasTouches: try strays.hasTouches(),
        strayTouches: try strays.touches()
      )
    )
  }
}
