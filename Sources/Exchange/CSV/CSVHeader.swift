/// The names of a table's columns.
///
/// Names are compared folded: neither case matters nor accents, nor what stands between words, so that
/// `Lead Source`, `lead_source` and `LEAD-SOURCE` name one column.
public struct CSVHeader: Equatable, Sendable {
  /// The names as the file has them.
  public let names: [String]

  private let columns: [String: [Int]]

  /// A header of `names`, from the first column to the last.
  public init(_ names: [String]) {
    self.names = names
    columns = Dictionary(grouping: names.indices) { names[$0].foldedWords }
  }

  /// Whether a column has this name.
  public func contains(_ name: String) -> Bool { columns[name.foldedWords] != nil }

  /// Whether these are the columns of a table that leadpact wrote, whose entries are numbered in the column `number`.
  func isLedger(of number: String) -> Bool {
    [number, "contract", "recorded_at", "recorded_by", "entry"].allSatisfy(contains)
  }

  /// The index of the column with this name, counted from 0.
  ///
  /// - Throws: `CSVError` unless exactly one column has it.
  public func column(named name: String) throws(CSVError) -> Int {
    let found = columns[name.foldedWords] ?? []
    guard let column = found.first else { throw CSVError(.missingColumn(name: name, names: names)) }
    guard found.count == 1 else {
      throw CSVError(.ambiguousColumn(name: name, columns: found.map { $0 + 1 }))
    }
    return column
  }
}
