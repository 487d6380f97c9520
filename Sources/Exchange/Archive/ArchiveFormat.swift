public import Agreement

/// How tables are written out.
public enum ArchiveFormat: String, Hashable, Sendable, CaseIterable {
  /// Comma-separated values with a heading, quoted as RFC 4180 says, lines ending in LF.
  case csv
  /// JSON lines: an object for each row.
  case jsonLines = "jsonl"
}

/// Writes the rows of a table as bytes, one after the other.
public struct ArchiveEncoder: Sendable {
  private let columns: [ArchiveColumn]
  private let format: ArchiveFormat
  private let isRaw: Bool

  /// An encoder of a table's rows.
  ///
  /// - Parameter isRaw: in CSV, leaves text as it is that a spreadsheet would run or a reader would not see, for
  ///   programs.
  public init(_ table: ArchiveTable, as format: ArchiveFormat, isRaw: Bool) {
    self.columns = table.columns
    self.format = format
    self.isRaw = isRaw
  }

  /// What stands before the rows.
  public func heading(into bytes: inout [UInt8]) {
    guard format == .csv else { return }
    bytes.append(contentsOf: columns.map(\.name).joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A row.
  ///
  /// - Precondition: there is a value for each column.
  public func row(_ values: [ArchiveValue], into bytes: inout [UInt8]) {
    precondition(values.count == columns.count, "a value for each column")
    switch format {
    case .csv:
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        field(value, into: &bytes)
      }
    case .jsonLines:
      for (index, (column, value)) in zip(columns, values).enumerated() {
        bytes.append(UInt8(ascii: index == 0 ? "{" : ","))
        string(column.name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member(value, into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func field(_ value: ArchiveValue, into bytes: inout [UInt8]) {
    switch value {
    case .absent: break
    case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .decimal(let decimal): bytes.append(contentsOf: decimal.utf8)
    case .text(let text):
      let field = isRaw ? text : SpreadsheetText.neutralised(text)
      guard field.utf8.contains(where: { Self.quotable.contains($0) }) else {
        return bytes.append(contentsOf: field.utf8)
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static let quotable = Array(",\"\r\n".utf8)

  private func member(_ value: ArchiveValue, into bytes: inout [UInt8]) {
    switch value {
    case .absent: bytes.append(contentsOf: "null".utf8)
    case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
    // No reader can round a string.
    case .decimal(let decimal): string(decimal, into: &bytes)
    case .text(let text): string(text, into: &bytes)
    }
  }

  private func string(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && !Self.escapable.contains($0) }) {
      return bytes.append(contentsOf: text.utf8)
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case _ where scalar.isTreacherous(after: previous): bytes.append(contentsOf: scalar.inJSON.utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
      previous = scalar
    }
  }

  private static let escapable = Array("\"\\".utf8)
}
