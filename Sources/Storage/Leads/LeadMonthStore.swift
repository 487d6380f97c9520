import Agreement

/// What the leads of each month add up to, kept beside them.
///
/// It holds where `terms` are those of the contract's history: docs/database.md.
struct LeadMonthStore {
  let connection: Connection
  let contract: ContractStore.Entry

  /// By which terms the leads are counted up; nil where they are not.
  func terms() throws(StorageError) -> String? {
    try connection.first(
      """
      SELECT terms
      FROM lead_count
      WHERE contract_id = ?
      """,
      contract.id
    ) { row in try row.text(0) }
  }

  /// Says that the sums are those of the leads, counted by `terms`.
  func setTerms(_ terms: String) throws(StorageError) {
    try connection.run(
      """
      INSERT INTO lead_count (contract_id, terms)
      VALUES (?1, ?2)
      ON CONFLICT (contract_id) DO UPDATE SET terms = ?2
      """,
      contract.id,
      terms
    )
  }

  /// A row as it is kept.
  struct KeptRow {
    let id: Int
    /// Of which leads it is; nil where that cannot be read.
    let place: LeadSums.Place?
    fileprivate let fields: [Field]

    /// The columns that do not say what `sum` is: what they say, and what is due.
    func differences(from sum: LeadSum) -> [(column: String, kept: String, due: String)] {
      zip(fields, LeadMonthStore.fields(of: sum)).filter { $0.value != $1.value }
        .map { ($0.column, $0.value.words, $1.value.words) }
    }
  }

  /// A column with its value.
  typealias Field = (column: String, value: StoredValue)

  /// The rows as they are, whether or not they can be read.
  func rows() throws(StorageError) -> [KeptRow] {
    var keys = LeadTypeKeys()
    return try connection.rows(
      """
      SELECT month, stream, lead_type, lead_month_id, days, adjustment, told, told_of_counted, sqls, opportunities,
        won, won_without_amount, revenue, first_stage_day, times, won_undated, early, waiting
      FROM lead_month
      WHERE contract_id = ?
      """,
      contract.id
    ) { row in
      let columns = Self.fields(of: LeadSum()).map(\.column)
      var fields: [Field] = []
      for (place, column) in columns.enumerated() { fields.append((column, try row.value(4 + place))) }
      return KeptRow(id: try row.int(3), place: readablePlace(row, &keys), fields: fields)
    }
  }

  /// The sums of all months.
  ///
  /// - Parameter old: days up to this one are told as one, but for leads of no month that a version covers.
  func sums(togetherUpTo old: Day? = nil) throws(StorageError) -> LeadSums {
    var keys = LeadTypeKeys()
    let sums = try connection.rows(
      """
      SELECT month, stream, lead_type, days, adjustment, told, told_of_counted, sqls, opportunities, won,
        won_without_amount, revenue, first_stage_day, times, won_undated, early, waiting
      FROM lead_month
      WHERE contract_id = ?
      """,
      contract.id
    ) { row in
      let place = try place(row, &keys)
      return (place, try sum(row, togetherUpTo: place.key == nil ? nil : old))
    }
    return LeadSums(Dictionary(sums) { $1 })
  }

  /// The columns that hold a sum, in the order of the table.
  fileprivate static func fields(of sum: LeadSum) -> [Field] {
    let text = LeadSumText(sum)
    return [
      ("days", .text(text.days)), ("adjustment", .integer(sum.adjustment)),
      ("told", .integer(ToldFields(sum.told).bits)),
      ("told_of_counted", .integer(ToldFields(sum.toldOfCounted).bits)), ("sqls", .integer(sum.sqls)),
      ("opportunities", .integer(sum.opportunities)), ("won", .integer(sum.won)),
      ("won_without_amount", .integer(sum.wonWithoutAmount)), ("revenue", .text(text.revenue)),
      ("first_stage_day", sum.firstStageDay.stored), ("times", .text(text.times)),
      ("won_undated", .integer(sum.wonUndated)), ("early", .text(JSONTexts(sum.wonBeforeDelivery).json)),
      ("waiting", .integer(sum.waiting)),
    ]
  }

  /// Adds what more leads add up to.
  func add(_ more: LeadSums) throws(StorageError) {
    var all = more
    var own = try sums()
    own.keep(more.sums.keys)
    all.add(own)
    try insert(all)
  }

  /// Puts sums in the place of those of the same leads, in one order, so that the same imports make the same file.
  func insert(_ sums: LeadSums) throws(StorageError) {
    let named = sums.sums.map { (name: $0.key.description, place: $0.key, sum: $0.value) }
    for (_, place, sum) in named.sorted(by: { $0.name < $1.name }) {
      let values = Self.fields(of: sum).map(\.value)
      try connection.run(
        """
        INSERT OR REPLACE INTO lead_month (
          contract_id, month, stream, lead_type, days, adjustment, told, told_of_counted, sqls, opportunities, won,
          won_without_amount, revenue, first_stage_day, times, won_undated, early, waiting
        )
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        contract.id, place.month?.description ?? "", place.key?.stream.text ?? "",
        place.key?.leadType.text ?? "", values[0], values[1], values[2], values[3], values[4], values[5],
        values[6], values[7], values[8], values[9], values[10], values[11], values[12], values[13]
      )
    }
  }

  /// Takes the sums of some months out, nil for the leads that are not delivered yet.
  func remove(_ months: Set<Month?>) throws(StorageError) {
    for month in months {
      try connection.run(
        """
        DELETE FROM lead_month
        WHERE contract_id = ? AND month = ?
        """,
        contract.id,
        month?.description ?? ""
      )
    }
  }

  /// Takes all of it out.
  func removeAll() throws(StorageError) {
    try connection.run("DELETE FROM lead_month WHERE contract_id = ?", contract.id)
    try connection.run("DELETE FROM lead_count WHERE contract_id = ?", contract.id)
  }

  private func readablePlace(_ row: borrowing Row, _ keys: inout LeadTypeKeys) -> LeadSums.Place? {
    do throws(StorageError) { return try place(row, &keys) } catch { return nil }
  }

  private func place(
    _ row: borrowing Row, _ keys: inout LeadTypeKeys
  ) throws(StorageError) -> LeadSums.Place {
    let month = try row.holds([], at: 0) ? nil : row.text(0, as: Month.self)
    guard try !row.holds([], at: 1) else { return LeadSums.Place(month: month, key: nil) }
    return LeadSums.Place(month: month, key: try keys.key(row, stream: 1, leadType: 2))
  }

  private func sum(_ row: borrowing Row, togetherUpTo old: Day?) throws(StorageError) -> LeadSum {
    var sum = LeadSum()
    sum.days = try row.bytes(3) { LeadSumText.days($0, togetherUpTo: old) }
    sum.adjustment = try count(row, 4)
    sum.told = try row.int(5) { ToldFields(bits: $0)?.fields }
    sum.toldOfCounted = try row.int(6) { ToldFields(bits: $0)?.fields }
    sum.sqls = try count(row, 7)
    sum.opportunities = try count(row, 8)
    sum.won = try count(row, 9)
    sum.wonWithoutAmount = try count(row, 10)
    sum.revenue = try row.bytes(11, as: LeadSumText.revenue)
    sum.firstStageDay = try row.optionalText(12, as: Day.self)
    sum.daysToClose = try row.bytes(13, as: LeadSumText.times)
    sum.wonUndated = try count(row, 14)
    sum.wonBeforeDelivery = try row.text(15) { json in
      // Nearly always there are none.
      try json == "[]" ? [] : JSONTexts(json: json, on: connection).texts
    }
    sum.waiting = try count(row, 16)
    return sum
  }

  /// A count that no altered row makes so large that sums of many would not fit.
  private func count(_ row: borrowing Row, _ column: Int) throws(StorageError) -> Int {
    try row.int(column) { $0.magnitude < 1 << 43 ? $0 : nil }
  }
}

extension StoredValue {
  /// The value for people; a long text's beginning.
  fileprivate var words: String {
    switch self {
    case .null: "nothing"
    case .integer(let number): "\(number)"
    case .text(let text): text.count > 60 ? "'\(text.prefix(60))…'" : "'\(text)'"
    }
  }
}
