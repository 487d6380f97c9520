import Agreement

/// A problem in a file, with its place.
public struct Diagnostic: Hashable, Sendable {
  /// The file, as it was named.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int
  /// What was found, and what would be right: a line, in which signs of the file that no line can hold stand by number.
  public let message: String

  /// Creates a problem at a place.
  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message.unicodeScalars.map(\.inQuotes).joined()
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The problem as compilers print it: `acme.yaml:12:7: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Everything that keeps a file from being a contract.
public struct ContractFileError: Error, Hashable, Sendable {
  /// The problems in the order of the text; at least one.
  public let problems: [Diagnostic]

  /// Creates an error of problems in their order, at least one.
  public init(problems: [Diagnostic]) { self.problems = problems }
}

extension ContractFileError: CustomStringConvertible {
  /// A line a problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
