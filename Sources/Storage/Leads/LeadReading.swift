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
