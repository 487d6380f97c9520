import Agreement

extension Database {
  /// The leads of a window, with what all leads add up to; nil where that is not kept, or not as it is known now.
  ///
  /// - Parameter last: the journal entry up to which the reader wants to know.
  func leadExtract(
    of window: LeadWindow, for contract: ContractStore.Entry, _ history: ContractHistory, through last: Int
  ) throws(StorageError) -> LeadBook? {
    let head = try JournalStore(connection: connection).head()
    guard last >= head.number, try keepsLeads(of: contract, history) else { return nil }
    let store = LeadExtractStore(connection: connection, contract: contract)
    let days = history.newest.contract.calendar.days(of: window.months)
    let strays = StrayLeadStore(connection: connection, contract: contract)
    let hasTouches = try strays.hasTouches()
    let ids =
      if let day = window.openOn { try store.ids(delivered: days, openOn: day) } else {
        try store.ids(delivered: days)
      }
    let readTouches = { @Sendable (connection: Connection) throws(StorageError) in
      try LeadExtractStore(connection: connection, contract: contract).touchTimes(of: ids)
    }
    let touches =
      !hasTouches || ids.count < Self.fewestLeadsForSecondReader
      ? nil : SecondReader(beside: connection, at: head, readTouches)
    let kept = LeadMonthStore(connection: connection, contract: contract)
    let sums = try kept.sums(togetherUpTo: window.lastOldDay)
    let marks = try ImportStore(connection: connection).marks(for: contract, through: last)
    let leads = Lead.leads(of: try store.records(of: ids, marks: marks))
    let touchTimes = if let read = touches?.value() { read } else { try readTouches(connection) }
    return LeadBook(
      leads: leads,
      disputes: try store.disputes(on: ids),
      earlierAttributes: try history.hasLeadConditions ? store.earlierAttributes(of: ids) : [:],
      extract: LeadBook.Extract(
        months: window.months,
        openOn: window.openOn,
        sums: sums,
        marks: marks,
        touchTimes: touchTimes,
        hasTouches: hasTouches,
        strayTouches: try strays.touches()
      )
    )
  }

  /// Whether what is kept of leads is what is known of them now, by the whole journal.
  func keepsLeads(
    of contract: ContractStore.Entry, _ history: ContractHistory
  ) throws(StorageError) -> Bool {
    try LeadMonthStore(connection: connection, contract: contract).terms() == history.placementTerms
  }

  /// To open the file once more costs what it costs to read the touches of about so many leads.
  private static let fewestLeadsForSecondReader = 500
}
