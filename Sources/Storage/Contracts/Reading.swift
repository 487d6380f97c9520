public import Agreement

extension Database {
  /// The names of the contracts, in order.
  public func contractNames() throws(StorageError) -> [Name] {
    fatalError("to be written")
  }

  /// The versions and signatures of a contract as known on the day `asOf`, today where none is given.
  ///
  /// Nil where there is no contract of that name, or was none yet.
  public func history(of name: Name, asOf: Day? = nil) throws(StorageError) -> ContractHistory? {
    fatalError("to be written")
  }

  /// Everything that was on record for a contract on the day `asOf`, today where none is given.
  ///
  /// Nil where there is no contract of that name, or was none yet.
  /// - Parameter days: leaves out deliveries and observations that touch none of these days; nil keeps all.
  public func ledger(
    of name: Name,
    asOf: Day? = nil,
    days: DayRange? = nil
  ) throws(StorageError) -> Ledger? {
    fatalError("to be written")
  }

  /// The text of a version as it was stored when it was proposed; nil where there is no such version.
  public func canonicalText(of name: Name, version: Int) throws(StorageError) -> String? {
    fatalError("to be written")
  }
}
