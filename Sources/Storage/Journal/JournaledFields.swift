/// The fields of rows that are written as JSON objects.
struct JournaledFields {
  private let connection: Connection

  init(on connection: Connection) {
    self.connection = connection
  }

  /// A field that is not what was recorded, with both values as SQL has them.
  struct Difference {
    let name: String
    let then: String
    let now: String

    /// Whether both values fit into a line.
    var isShort: Bool {
      [then, now].allSatisfy { $0.utf8.count <= 80 && !$0.utf8.contains(UInt8(ascii: "\n")) }
    }
  }

  /// The fields whose values differ; nil where `recorded` is no JSON.
  ///
  /// A column that a later step of the schema added is not there in what was recorded before, and was NULL then.
  func differences(between recorded: String, and current: String) throws(StorageError) -> [Difference]? {
    guard try isJSON(recorded) else { return nil }
    return try connection.rows(
      """
      SELECT ifnull(recorded.key, current.key), quote(recorded.value), quote(current.value)
      FROM json_each(?) AS recorded
      FULL JOIN json_each(?) AS current ON current.key = recorded.key
      WHERE recorded.value IS NOT current.value
      """,
      recorded,
      current
    ) { row in Difference(name: try row.text(0), then: try row.text(1), now: try row.text(2)) }
  }

  private func isJSON(_ text: String) throws(StorageError) -> Bool {
    try connection.first("SELECT json_valid(?)", text) { row in try row.bool(0) } == true
  }
}
