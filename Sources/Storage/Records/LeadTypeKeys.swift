import Agreement

/// The lead types that rows name.
///
/// Rows are mostly in the same order week after week, or month after month: a lead type that follows where it followed
/// before is known by its bytes, and its names are not read anew.
struct LeadTypeKeys {
  private struct Known {
    let stream: [UInt8]
    let leadType: [UInt8]
    let key: LeadTypeKey
    /// The number of the one that came next the last time.
    var next = 0
  }

  private var known: [Known] = []
  private var numbers: [LeadTypeKey: Int] = [:]
  private var last = 0

  /// The lead type that two columns name.
  mutating func key(_ row: borrowing Row, stream: Int, leadType: Int) throws(StorageError) -> LeadTypeKey {
    if !known.isEmpty {
      let next = known[last].next
      let isSameStream = try row.holds(known[next].stream, at: stream)
      if isSameStream, try row.holds(known[next].leadType, at: leadType) {
        last = next
        return known[next].key
      }
    }
    let key = LeadTypeKey(
      stream: try row.text(stream, as: Name.self), leadType: try row.text(leadType, as: Name.self))
    let number = numbers[key] ?? known.count
    if number == known.count {
      numbers[key] = number
      known.append(Known(stream: try row.bytes(stream), leadType: try row.bytes(leadType), key: key))
    }
    known[last].next = number
    last = number
    return key
  }
}
