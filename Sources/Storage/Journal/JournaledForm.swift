/// How rows of a table are written into the journal from the values with which they were added: byte for byte as SQLite
/// writes what `JournaledTable.rows` reads back, but that NULL columns may be left out.
struct JournaledForm {
  let table: JournaledTable
  /// How many values a row has.
  let width: Int

  /// What stands before the identifier, and before it is said again in the row.
  private let opening: [UInt8]
  private let second: [UInt8]
  /// What stands before each value, the identifier's aside.
  private let keys: [[UInt8]]
  private let leavesOutNull: Bool

  /// - Parameters:
  ///   - identifier: the column of the identifier.
  ///   - columns: the columns that are given values, in their order.
  ///   - leavesOutNull: whether columns that are NULL are left out.
  init(_ table: JournaledTable, identifier: String, columns: [String], leavesOutNull: Bool = false) {
    self.table = table
    self.leavesOutNull = leavesOutNull
    width = columns.count
    opening = Array("{\"table\":\"\(table.rawValue)\",\"id\":".utf8)
    second = Array(",\"row\":{\"\(identifier)\":".utf8)
    keys = columns.map { Array(",\"\($0)\":".utf8) }
  }

  /// Writes what a line says of the values of a row, which begin with the one at `first`.
  func write(_ values: borrowing RowValues, from first: Int, to body: inout ByteBuffer) {
    for index in 0..<width {
      let value = values[first + index]
      if leavesOutNull, case .null = value { continue }
      keys[index].withUnsafeBufferPointer { body.append($0) }
      body.append(json: value, of: values)
    }
  }

  /// Writes the start of a row's line; what is said of its values and two braces follow.
  func writeStart(_ id: Int, to body: inout ByteBuffer) {
    opening.withUnsafeBufferPointer { body.append($0) }
    body.append(id)
    second.withUnsafeBufferPointer { body.append($0) }
    body.append(id)
  }
}
