public import Agreement

/// What was known of a record of a lead from some import on.
public struct LeadSnapshot: Hashable, Sendable {
  /// What was known; its mark is the import's.
  public let record: LeadRecord
  /// The line in the file that said so, from 1.
  public let line: Int
  /// The file's name.
  public let file: String
  /// Why the import was withdrawn; nil where it was not.
  public let withdrawn: String?
}

/// Which leads are read.
public enum LeadChoice: Hashable, Sendable {
  /// The lead of that id.
  case one(String)
  /// Those that were ever disputed.
  case disputed
}

extension Database {
  /// The leads of a contract, what was done about them and what is disputed, as known on the day `asOf`, today where
  /// none is given.
  ///
  /// Nil where there is no contract of that name, or was none yet.
  /// - Throws: `StorageError`.
  public func leadBook(of name: Name, asOf: Day? = nil) throws(StorageError) -> LeadBook? {
    try connection.read { () throws(StorageError) in
      let contracts = ContractStore(connection: connection)
      let last = try JournalStore(connection: connection).lastNumber(asOf: asOf)
      guard
        let entry = try contracts.entry(named: name),
        try history(of: entry, through: last) != nil
      else { return nil }
      return try leadBook(of: entry, through: last)
    }
  }

  /// What was on record for a contract on the day `asOf`, today where none is given, of some leads only: neither counts
  /// nor outcomes, nor any other lead.
  ///
  /// What the ledger says of all leads, it says of these. Nil where there is no contract of that name, or was none yet.
  /// - Throws: `StorageError`.
  public func ledger(
    of name: Name, asOf: Day? = nil, only choice: LeadChoice
  ) throws(StorageError) -> Ledger? {
    try connection.read { () throws(StorageError) in
      let last = try JournalStore(connection: connection).lastNumber(asOf: asOf)
      guard
        let entry = try ContractStore(connection: connection).entry(named: name),
        let history = try history(of: entry, through: last)
      else { return nil }
      let book = try leadBook(of: choice, for: entry, history, through: last)
      if let book { return Ledger(history: history, leads: book) }
      return Ledger(history: history, leads: try leadBook(of: entry, through: last))
    }
  }

  /// A book of those leads; nil where it is not kept which of their rows are the newest, or where later ones are not to
  /// be known.
  private func leadBook(
    of choice: LeadChoice, for contract: ContractStore.Entry, _ history: ContractHistory, through last: Int
  ) throws(StorageError) -> LeadBook? {
    guard try last >= JournalStore(connection: connection).head().number,
      try keepsLeads(of: contract, history)
    else { return nil }
    let store = LeadExtractStore(connection: connection, contract: contract)
    let ids =
      switch choice {
      case .one(let lead): LeadIDs(lead)
      case .disputed: try store.idsOfDisputed()
      }
    let marks = try ImportStore(connection: connection).marks(for: contract, through: last)
    return LeadBook(
      records: try store.records(of: ids, marks: marks),
      touches: try store.touches(of: ids),
      disputes: try store.disputes(on: ids),
      earlierAttributes: try store.earlierAttributes(of: ids))
  }

  /// Every word on the records of a lead as known on the day `asOf`, oldest first; none where it is not on record.
  ///
  /// - Throws: `StorageError`.
  public func leadHistory(
    of name: Name, lead: String, asOf: Day? = nil
  ) throws(StorageError) -> [LeadSnapshot] {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return [] }
      let last = try JournalStore(connection: connection).lastNumber(asOf: asOf)
      return try LeadStore(connection: connection).history(of: lead, for: entry, through: last)
    }
  }

  func leadBook(of contract: ContractStore.Entry, through last: Int) throws(StorageError) -> LeadBook {
    LeadBook(
      records: try LeadStore(connection: connection).records(of: contract, through: last),
      touches: try TouchStore(connection: connection).touches(of: contract, through: last),
      disputes: try DisputeStore(connection: connection).steps(of: contract, through: last),
      earlierAttributes: try LeadStore(connection: connection).attributes(of: contract, through: last)
    )
  }
}
