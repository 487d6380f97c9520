public import Agreement

/// Reads a table back that was written out, row by row in the memory of one.
public struct ArchiveReader {
  private enum Source {
    case csv(CSVSource)
    case jsonLines(JSONLines)
  }

  /// A CSV file, which cannot be copied, to be shared.
  private final class CSVSource {
    var table: CSVTable

    init(_ path: String) throws(CSVError) {
      // A version's text is one field, and what a contract says may be long.
      let limits = CSVLimits(fieldBytes: 1 << 26, recordBytes: 1 << 27)
      table = try CSVTable(CSVReader(.file(path), delimiter: .comma, limits: limits))
    }
  }

  private let table: ArchiveTable
  private let columns: [ArchiveColumn]
  private let isRaw: Bool
  private let source: Source

  /// Opens a file.
  ///
  /// - Throws: `ArchiveFault` where it cannot be read, or its columns are others.
  public init(
    _ path: String, of table: ArchiveTable, as format: ArchiveFormat, isRaw: Bool
  ) throws(ArchiveFault) {
    self.table = table
    self.columns = table.columns
    self.isRaw = isRaw
    do throws(CSVError) {
      switch format {
      case .csv: source = .csv(try CSVSource(path))
      case .jsonLines: source = .jsonLines(try JSONLines(path))
      }
    } catch {
      throw ArchiveFault(table, line: error.line, "\(error.problem)")
    }
    if case .csv(let file) = source, file.table.header.names != columns.map(\.name) {
      throw ArchiveFault(
        table, line: 1, "its columns are not \(columns.map(\.name).joined(separator: ", "))")
    }
  }

  /// The next row and its line; nil at the end.
  ///
  /// - Throws: `ArchiveFault` for a row that is not as it was written.
  public func next() throws(ArchiveFault) -> (line: Int, values: [ArchiveValue])? {
    switch source {
    case .csv(let file):
      guard try reading({ () throws(CSVError) in try file.table.next() }) else { return nil }
      let row = file.table.row
      return (
        row.line,
        try values(line: row.line) { index, column throws(ArchiveFault) in
          value(try reading { () throws(CSVError) in try row.text(at: index) }, of: column.kind)
        }
      )
    case .jsonLines(let file):
      guard let members = try reading({ () throws(CSVError) in try file.next() }) else { return nil }
      return (
        file.line,
        try values(line: file.line) { _, column throws(ArchiveFault) in
          members[column.name]?.value(of: column.kind)
        }
      )
    }
  }

  private func values(
    line: Int, _ body: (Int, ArchiveColumn) throws(ArchiveFault) -> ArchiveValue?
  ) throws(ArchiveFault) -> [ArchiveValue] {
    var values: [ArchiveValue] = []
    for (index, column) in columns.enumerated() {
      guard let value = try body(index, column) else {
        throw ArchiveFault(table, line: line, "its '\(column.name)' is not as leadpact writes it")
      }
      values.append(value)
    }
    return values
  }

  private func reading<Result>(_ body: () throws(CSVError) -> Result) throws(ArchiveFault) -> Result {
    do throws(CSVError) {
      return try body()
    } catch {
      throw ArchiveFault(table, line: error.line, "\(error.problem)")
    }
  }

  private func value(_ text: String, of kind: ArchiveColumn.Kind) -> ArchiveValue? {
    guard !text.isEmpty else { return .absent }
    switch kind {
    case .text: return .text(isRaw ? text : SpreadsheetText.restored(text))
    case .number: return Int(text).map { .integer($0) }
    case .amount, .score: return .decimal(text)
    }
  }
}
