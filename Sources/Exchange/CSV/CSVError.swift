/// What is wrong with a CSV text, and where.
public struct CSVError: Error, Equatable, Sendable {
  /// The line, counted from 1; absent where the whole file is meant.
  public let line: Int?
  /// The field within its record, counted from 1; absent where the whole line is meant.
  public let column: Int?
  /// What is wrong.
  public let problem: Problem

  init(_ problem: Problem, line: Int? = nil, column: Int? = nil) {
    self.problem = problem
    self.line = line
    self.column = column
  }

  /// What can be wrong with a CSV text.
  public enum Problem: Equatable, Sendable {
    /// The file could not be opened, for the system's `reason`.
    case cannotOpen(path: String, reason: String)
    /// Reading stopped short, for the system's `reason`.
    case cannotRead(reason: String)
    /// Half a character of UTF-16.
    case invalidUTF16
    /// There is no line at all.
    case hasNoHeader
    /// The line is longer than `limit` bytes, where a file of JSON objects was to be read.
    case lineTooLong(limit: Int)
    /// The line is no JSON object, where a file of such was to be read.
    case notJSON
    /// The quote that opens the field is never closed.
    case unterminatedQuote
    /// A quote inside a field that does not start with one.
    case strayQuote
    /// Something other than a delimiter or a line's end after a closing quote.
    case textAfterQuote
    /// A byte 0, which no text has.
    case nullByte
    /// The field is not UTF-8.
    case invalidUTF8
    /// The field is longer than `limit` bytes.
    case fieldTooLong(limit: Int)
    /// The record is longer than `limit` bytes.
    case recordTooLong(limit: Int)
    /// The record has more than `limit` fields.
    case tooManyColumns(limit: Int)
    /// The row has another number of fields than the header.
    case raggedRow(expected: Int, found: Int)
    /// No column has this name; the header has `names`.
    case missingColumn(name: String, names: [String])
    /// More than one column has this name, counted from 1.
    case ambiguousColumn(name: String, columns: [Int])
  }

  /// Whether the rows that follow can be read all the same.
  public var isLimitedToItsRow: Bool {
    switch problem {
    case .raggedRow, .invalidUTF8: true
    default: false
    }
  }
}

extension CSVError: CustomStringConvertible {
  /// A sentence without the file's name, such as `line 12, column 3: the quote … is never closed`.
  public var description: String {
    switch (line, column) {
    case (let line?, let column?): "line \(line), column \(column): \(problem)"
    case (let line?, nil): "line \(line): \(problem)"
    default: "\(problem)"
    }
  }
}

extension CSVError.Problem: CustomStringConvertible {
  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
    case .cannotRead(let reason): "cannot read on: \(reason)"
    case .invalidUTF16: "half a character of UTF-16; the file is damaged or cut off: export it again"
    case .hasNoHeader: "the file is empty; its first line must name the columns"
    case .lineTooLong(let limit): "the line is longer than \(limit) bytes; is this what leadpact wrote?"
    case .notJSON: "the line is no JSON object of plain values"
    case .unterminatedQuote: "the quote that opens this field is never closed"
    case .strayQuote: "a quote inside an unquoted field; put the field in quotes and double those inside it"
    case .textAfterQuote: "text after the closing quote; double the quotes inside a quoted field"
    case .nullByte: "a NUL byte; the file is not text, or not UTF-8: save it as UTF-8 and try again"
    case .invalidUTF8: "the field is not UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”) and try again"
    case .fieldTooLong(let limit): "the field is longer than \(limit) bytes; is a closing quote missing?"
    case .recordTooLong(let limit): "the record is longer than \(limit) bytes; is this a CSV file?"
    case .tooManyColumns(let limit): "the record has more than \(limit) fields; is this a CSV file?"
    case .raggedRow(let expected, let found):
      "\(found) \(found == 1 ? "field" : "fields") where the header has \(expected); "
        + (found > expected ? "put a field that holds a delimiter in quotes" : "add what is missing")
    case .missingColumn(let name, let names):
      "there is no column “\(name)”; the file has \(names.map { "“\($0)”" }.joined(separator: ", "))"
    case .ambiguousColumn(let name, let columns):
      "the columns \(columns.map(String.init).joined(separator: ", ")) are all named “\(name)”; rename all but one"
    }
  }
}
