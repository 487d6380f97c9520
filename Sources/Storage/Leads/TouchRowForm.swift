import Agreement

/// How an import writes touches as rows.
struct TouchRowForm {
  private let contract: Int
  private let importNumber: Int
  private let entry: Int

  init(_ running: RunningImport) {
    contract = running.contract.id
    importNumber = running.number
    entry = running.stamp.number
  }

  /// Writes what the row at `line` says of a touch.
  func write(_ touch: Touch, line: Int, to values: inout RowValues) {
    values.append(contract)
    values.append(touch.id)
    values.append(touch.lead)
    values.append(touch.at)
    values.append(touch.kind)
    values.append(touch.rep)
    values.append(touch.isAutomatic ? 1 : 0)
    values.append(line)
    values.append(importNumber)
    values.append(entry)
  }

  /// The place of the touch's id among the values of a row; what is said of it follows.
  static let idPlace = 1
}

extension JournaledForm {
  /// Touches, as `TouchRowForm` writes them.
  static let touch = JournaledForm(
    .touch, identifier: "touch_id",
    columns: [
      "contract_id", "external_id", "lead", "touched_at", "kind", "rep", "is_automatic", "line", "import_id",
      "seq",
    ])
}
