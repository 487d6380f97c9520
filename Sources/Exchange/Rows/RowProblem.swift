/// What is wrong with a row of a file, and where.
public struct RowProblem: Error, Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// The line, counted from 1; absent where the whole file is meant.
  public let line: Int?
  /// The field within its row, counted from 1; absent where the whole row is meant.
  public let column: Int?
  /// What is wrong and what to do about it.
  public let message: String
  /// Whether the rows that follow can be read all the same.
  public let isLimitedToItsRow: Bool

  init(file: String, line: Int?, column: Int? = nil, _ message: String, isLimitedToItsRow: Bool = true) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.isLimitedToItsRow = isLimitedToItsRow
  }

  init(_ error: CSVError, in file: String) {
    self.init(
      file: file, line: error.line, column: error.column, "\(error.problem)",
      isLimitedToItsRow: error.isLimitedToItsRow)
  }
}

extension RowProblem {
  /// The same problem without its line, to tell which lines have it in common.
  public var anywhere: RowProblem {
    RowProblem(file: file, line: nil, column: column, message, isLimitedToItsRow: isLimitedToItsRow)
  }
}

extension RowProblem: CustomStringConvertible {
  /// `leads.csv:7:3: …`: the place as compilers write it, so that editors can jump there.
  public var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(message)"
  }
}

/// Everything that keeps a file from being read at all.
public struct ImportFileError: Error, Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// What is wrong, each with its place; at least one.
  public let problems: [RowProblem]

  init(file: String, problems: [RowProblem]) {
    self.file = file
    self.problems = problems
  }

  init(file: String, _ message: String) {
    self.init(file: file, problems: [RowProblem(file: file, line: nil, message, isLimitedToItsRow: false)])
  }

  init(_ error: CSVError, in file: String) {
    self.init(file: file, problems: [RowProblem(error, in: file)])
  }
}

extension ImportFileError: CustomStringConvertible {
  /// The lines, one below the other.
  public var description: String { lines.joined(separator: "\n") }

  /// A line a problem, and what follows from them.
  public var lines: [String] {
    problems.map(\.description) + ["\(file): nothing was imported; mend the lines above"]
  }
}
