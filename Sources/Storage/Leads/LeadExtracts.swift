import Agreement

extension Database {
  /// The leads of a window, with what all leads add up to; nil where that is not kept, or not as it is known now.
  ///
  /// - Parameter last: the journal entry up to which the reader wants to know.
  func leadExtract(
    of window: LeadWindow, for contract: ContractStore.Entry, _ history: ContractHistory, through last: Int
  ) throws(StorageError) -> LeadBook? {
    let kept = LeadMonthStore(connection: connection, contract: contract)
    let head = try JournalStore(connection: connection).head()
    guard last >= head.number, try kept.terms() == history.placementTerms else { return nil }
    let store = LeadExtractStore(connection: connection, contract: contract)
    let days = history.newest.contract.calendar.days(of: window.months)
    let sums = try kept.sums(togetherUpTo: window.lastOldDay)
    let strays = StrayLeadStore(connection: connection, contract: contract)
    let hasTouches = try strays.hasTouches()
    let delivered = sums.delivered(in: window.months)
    let readTouches = { @Sendable (connection: Connection) throws(StorageError) in
      try LeadExtractStore(connection: connection, contract: contract)
        .touchTimes(delivered: days, expected: delivered)
    }
    let touches =
      !hasTouches || delivered < Self.fewestLeadsForSecondReader
      ? nil : SecondReader(beside: connection, at: head, readTouches)
    let marks = try ImportStore(connection: connection).marks(for: contract, through: last)
    let leads = Lead.leads(of: try store.records(delivered: days, marks: marks, expected: delivered))
    let touchTimes = if let read = touches?.value() { read } else { try readTouches(connection) }
    return LeadBook(
      leads: leads,
      disputes: try store.disputes(delivered: days),
      earlierAttributes: try history.hasLeadConditions ? store.earlierAttributes(delivered: days) : [:],
      extract: LeadBook.Extract(
        months: window.months,
        sums: sums,
        marks: marks,
        touchTimes: touchTimes,
        hasTouches: hasTouches,
        strayTouches: try strays.touches()
      )
    )
  }

  /// To open the file once more costs what it costs to read the touches of about so many leads.
  private static let fewestLeadsForSecondReader = 500
}
