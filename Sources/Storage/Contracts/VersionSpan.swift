import Agreement

/// The versions of a contract that are put together at once, each table beneath them read in one go.
struct VersionSpan {
  /// What the figures of a version are stated in.
  struct Basis {
    let currency: Currency
    let fiscalYearStart: Int

    /// The quarter that a text names by its first month; nil where no quarter begins in that month.
    func quarter(_ text: String) throws -> Quarter? {
      let month = try Month(text)
      let quarter = Quarter(containing: month, fiscalYearStart: fiscalYearStart)
      return quarter.firstMonth == month ? quarter : nil
    }
  }

  /// The row of the contract.
  let contract: Int
  /// The rows of the versions lie within these.
  let rowIDs: ClosedRange<Int>
  /// What each version's figures are stated in, by its row.
  let bases: [Int: Basis]

  /// The basis of the version whose row is in `column`.
  func basis(_ row: borrowing Row, _ column: Int) throws(StorageError) -> Basis {
    guard let basis = bases[try row.int(column)] else {
      throw row.unexpected(column, found: "a version that is not of its time")
    }
    return basis
  }
}
