public import Agreement

extension Database {
  /// The names of the contracts, in order.
  public func contractNames() throws(StorageError) -> [Name] {
    try ContractStore(connection: connection).entries().map(\.name)
  }

  /// The versions and signatures of a contract as known on the day `asOf`, today where none is given.
  ///
  /// Nil where there is no contract of that name, or was none yet.
  public func history(of name: Name, asOf: Day? = nil) throws(StorageError) -> ContractHistory? {
    try connection.read { () throws(StorageError) in
      let contracts = ContractStore(connection: connection)
      guard let entry = try contracts.entry(named: name) else { return nil }
      let last = try JournalStore(connection: connection).lastNumber(asOf: asOf)
      return try history(of: entry, through: last)
    }
  }

  /// Everything that was on record for a contract on the day `asOf`, today where none is given.
  ///
  /// Nil where there is no contract of that name, or was none yet.
  /// - Parameters:
  ///   - days: leaves out deliveries and observations that touch none of these days, and all leads; nil keeps all.
  ///   - window: the leads that are looked at one by one; of the others what they add up to is enough. Nil keeps all.
  public func ledger(
    of name: Name,
    asOf: Day? = nil,
    days: DayRange? = nil,
    leadsOf window: LeadWindow? = nil
  ) throws(StorageError) -> Ledger? {
    try connection.read { () throws(StorageError) in
      let contracts = ContractStore(connection: connection)
      let last = try JournalStore(connection: connection).lastNumber(asOf: asOf)
      guard
        let entry = try contracts.entry(named: name),
        let history = try history(of: entry, through: last)
      else { return nil }
      let agreed = history.newest.contract
      return Ledger(
        history: history,
        deliveries: try DeliveryStore(connection: connection)
          .deliveries(of: entry, touching: days, through: last),
        outcomes: try OutcomeStore(connection: connection)
          .outcomes(of: entry, in: agreed.currency, through: last),
        observations: try ObservationStore(connection: connection)
          .observations(of: entry, touching: days, through: last),
        reviews: try ReviewStore(connection: connection)
          .reviews(of: entry, fiscalYearStart: agreed.calendar.fiscalYearStart, through: last),
        leads: try days == nil ? leadBook(of: entry, history, window: window, through: last) : LeadBook()
      )
    }
  }

  private func leadBook(
    of contract: ContractStore.Entry, _ history: ContractHistory, window: LeadWindow?, through last: Int
  ) throws(StorageError) -> LeadBook {
    let extract = try window.flatMap { window throws(StorageError) in
      try leadExtract(of: window, for: contract, history, through: last)
    }
    if let extract { return extract }
    return try leadBook(of: contract, through: last)
  }

  /// The text of a version as it was stored when it was proposed; nil where there is no such version.
  public func canonicalText(of name: Name, version: Int) throws(StorageError) -> String? {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return nil }
      return try VersionStore(connection: connection).text(of: entry, version: version)
    }
  }

  /// The contract file that a version was read from, as it was handed in; nil where none was kept.
  public func sourceText(of name: Name, version: Int) throws(StorageError) -> String? {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return nil }
      return try VersionStore(connection: connection).source(of: entry, version: version)
    }
  }
}
