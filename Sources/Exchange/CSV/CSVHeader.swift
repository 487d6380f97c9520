/// The names of a table's columns.
///
/// Names are compared folded: case does not matter, nor do blanks around them, and `_`, `-` and a space are
/// the same, so that `Lead Source`, `lead_source` and `LEAD-SOURCE` name one column.
public struct CSVHeader: Equatable, Sendable {
  /// The names as the file has them.
  public let names: [String]

  private let columns: [String: [Int]]

  /// A header of `names`, from the first column to the last.
  public init(_ names: [String]) {
    self.names = names
    columns = Dictionary(grouping: names.indices) { Self.folded(names[$0]) }
  }

  /// Whether a column has this name.
  public func contains(_ name: String) -> Bool { columns[Self.folded(name)] != nil }

  /// The index of the column with this name, counted from 0.
  ///
  /// - Throws: `CSVError` unless exactly one column has it.
  public func column(named name: String) throws(CSVError) -> Int {
    let found = columns[Self.folded(name)] ?? []
    guard let column = found.first else { throw CSVError(.missingColumn(name: name, names: names)) }
    guard found.count == 1 else {
      throw CSVError(.ambiguousColumn(name: name, columns: found.map { $0 + 1 }))
    }
    return column
  }

  private static func folded(_ name: String) -> String {
    name.lowercased()
      .split { $0.isWhitespace || $0 == "_" || $0 == "-" }
      .joined(separator: " ")
  }
}
