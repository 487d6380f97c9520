import Agreement

/// Keeps what the leads of each month add up to true while a transaction changes them.
///
/// Leads that nothing was known of are added up as their rows go by: `NewLeads`. Where anything else changes, the months
/// in which the lead was or is delivered are counted anew at the end: each lead of theirs is read again.
struct LeadCounting {
  private let connection: Connection
  private let contract: ContractStore.Entry
  private let history: ContractHistory
  private let kept: LeadMonthStore
  /// Whether what is kept holds, or was never made.
  private let holds: Bool
  private let hasDisputes: Bool
  /// The months to be counted anew; nil stands for the leads that are not delivered yet.
  private var changed: Set<Month?> = []

  /// The newest touch before the first change.
  private let newestTouch: Int
  private let stamp: Stamp?

  /// Begins before the first change.
  ///
  /// - Parameter stamp: that of the running transaction; nil where all is in the journal.
  init(
    of contract: ContractStore.Entry, _ history: ContractHistory, under stamp: Stamp?,
    on connection: Connection
  ) throws(StorageError) {
    let terms = try LeadMonthStore(connection: connection, contract: contract).terms()
    let hasLeads = try LeadStore(connection: connection).hasRows(of: contract)
    try self.init(
      of: contract, history, holds: terms == history.placementTerms || terms == nil && !hasLeads,
      under: stamp,
      on: connection)
  }

  private init(
    of contract: ContractStore.Entry, _ history: ContractHistory, holds: Bool, under stamp: Stamp?,
    on connection: Connection
  ) throws(StorageError) {
    self.connection = connection
    self.contract = contract
    self.history = history
    self.stamp = stamp
    self.holds = holds
    self.kept = LeadMonthStore(connection: connection, contract: contract)
    self.hasDisputes = try DisputeStore(connection: connection).hasSteps(of: contract)
    self.newestTouch = try StrayLeadStore(connection: connection, contract: contract).newestTouch()
  }

  /// Counts the leads of those months anew on which other versions rule than did by `before`.
  ///
  /// What was not kept by then stays so, until leads come in again.
  static func follow(
    _ contract: ContractStore.Entry, from before: ContractHistory, under stamp: Stamp,
    on connection: Connection
  ) throws(StorageError) {
    let terms = try LeadMonthStore(connection: connection, contract: contract).terms()
    guard
      terms == before.placementTerms,
      let now = try ContractStore(connection: connection).history(of: contract, under: stamp),
      now.placementTerms != terms
    else { return }
    var counting = try LeadCounting(of: contract, now, holds: true, under: stamp, on: connection)
    guard now.countsMonthsLike(before) else { return try counting.countAll() }
    counting.changed = Set(
      Set(before.months + now.months).filter {
        before.ruling(in: $0)?.version.number != now.ruling(in: $0)?.version.number
      }.map(Optional.some))
    try counting.finish()
  }

  /// Whether leads that nothing was known of are left to `newLeads`.
  var leavesNewLeads: Bool { holds && !hasDisputes }

  /// Adds up the leads that nothing was known of; nil where each has its months counted anew.
  ///
  /// - Parameter mark: that of the import that brings them.
  func newLeads(_ mark: EntryMark) -> NewLeads? {
    leavesNewLeads ? NewLeads(placer: LeadPlacer(history), mark: mark) : nil
  }

  /// Notes a row that is about to be added, of a lead that is not among `newLeads`: what is known of a record from now
  /// on.
  ///
  /// - Parameter known: what was known of the record.
  mutating func add(_ word: LeadWord, after known: LeadWord?) throws(StorageError) {
    guard holds else { return }
    if let known, known.key.lead != word.key.lead {
      try StrayLeadStore(connection: connection, contract: contract).suspect(known.key.lead)
    }
    changed.insert(month(of: word.facts.delivered))
    for lead in Set([word.key.lead, known?.key.lead].compactMap(\.self)) { try change(lead) }
  }

  /// Notes that something about a lead changes: its months are counted anew.
  mutating func change(_ lead: String) throws(StorageError) {
    for delivered in try LeadStore(connection: connection).deliveries(of: contract, lead: lead) {
      changed.insert(month(of: delivered))
    }
  }

  private func month(of delivered: Occurrence?) -> Month? {
    delivered.map { history.newest.contract.calendar.month(containing: $0.day) }
  }

  /// Brings what is kept up to date, after the last change.
  ///
  /// - Parameter newLeads: what those add up to that nothing was known of.
  func finish(adding newLeads: NewLeads? = nil) throws(StorageError) {
    guard holds else { return try countAll() }
    var sums = newLeads?.sums ?? LeadSums()
    sums.remove(changed)
    if !sums.isEmpty { try kept.add(sums) }
    try kept.remove(changed)
    for month in changed { try kept.insert(counted(month)) }
    let strays = StrayLeadStore(connection: connection, contract: contract)
    try strays.list(after: newestTouch)
    try strays.tidy()
    try kept.setTerms(history.placementTerms)
  }

  /// Counts all leads anew, month by month, and finds again what else is kept of them.
  func countAll() throws(StorageError) {
    try SupersededStore(connection: connection, contract: contract).findAll()
    try StrayLeadStore(connection: connection, contract: contract).listAll()
    try kept.removeAll()
    try forEachMonth { sums throws(StorageError) in try kept.insert(sums) }
    try kept.setTerms(history.placementTerms)
  }

  /// Counts month by month, and first the leads that are not delivered yet, and hands over what they add up to.
  func forEachMonth(_ body: (LeadSums) throws(StorageError) -> Void) throws(StorageError) {
    try body(counted(nil))
    let leads = LeadStore(connection: connection)
    var next = try leads.firstDelivery(of: contract, from: nil)
    while let delivery = next {
      let month = history.newest.contract.calendar.month(containing: delivery.day)
      try body(counted(month))
      let days = history.newest.contract.calendar.days(of: month)
      next = try leads.firstDelivery(of: contract, from: days.last.advanced(by: 1))
    }
  }

  /// What the leads of one month add up to, nil for those that are not delivered yet.
  private func counted(_ month: Month?) throws(StorageError) -> LeadSums {
    let store = LeadExtractStore(connection: connection, contract: contract)
    let marks = try ImportStore(connection: connection).marks(for: contract, under: stamp)
    let book: LeadBook
    if let month {
      let ids = try store.ids(delivered: history.newest.contract.calendar.days(of: month))
      book = LeadBook(
        records: try store.records(of: ids, marks: marks),
        disputes: try store.disputes(on: ids, under: stamp),
        earlierAttributes: try history.hasLeadConditions ? store.earlierAttributes(of: ids) : [:])
    } else {
      book = LeadBook(records: try store.records(of: store.idsOfUndelivered(), marks: marks))
    }
    var sums = LeadSums(of: book, by: history)
    sums.keep(month)
    return sums
  }
}

/// What leads add up to that nothing was known of before an import, by their own records alone.
struct NewLeads {
  private var placer: LeadPlacer
  private let mark: EntryMark
  private(set) var sums = LeadSums()

  fileprivate init(placer: LeadPlacer, mark: EntryMark) {
    self.placer = placer
    self.mark = mark
  }

  mutating func add(_ word: LeadWord) {
    let record = LeadRecord(key: word.key, facts: word.facts, told: word.told, mark: mark)
    sums.add(Lead(id: word.key.lead, records: [record]), by: &placer)
  }
}
