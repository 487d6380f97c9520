import Agreement

/// When and by whom: the entry of the journal that a transaction will make, to which each row that it adds refers.
struct Stamp {
  /// The entry's number, which no other process can take while the transaction lasts.
  let number: Int
  let at: Moment
  let by: String

  /// The mark of a row added under it.
  func mark(_ row: Int) -> EntryMark {
    EntryMark(number: row, at: at, by: by)
  }
}
