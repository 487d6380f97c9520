/// A place in a text: line and column from 1, columns counted in Unicode scalars as YAML parsers do.
struct Place: Hashable, Comparable {
  let line: Int
  let column: Int

  static let start = Place(line: 1, column: 1)

  static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension Place {
  /// The place, or the nearest one that a text has whose lines have so many scalars.
  ///
  /// What YAML's parser misses at the end of a last line without a break, it misses in the line after it; and it miscounts
  /// lines after a `?` that stands alone.
  fileprivate func within(_ lengths: [Int]) -> Place {
    guard let last = lengths.last else { return self }
    guard line <= lengths.count else { return Place(line: lengths.count, column: last + 1) }
    return Place(line: line, column: min(column, lengths[line - 1] + 1))
  }
}

/// The problems found so far in one file.
struct Findings {
  /// After so many problems the rest is noise.
  static let most = 200

  let file: String
  /// What is read; nil where it is no text.
  var text: SourceText?
  private var problems: [(place: Place, message: String)] = []

  init(file: String) { self.file = file }

  var isEmpty: Bool { problems.isEmpty }

  mutating func report(_ place: Place, _ message: String) {
    problems.append((place, message))
  }

  /// The problems in the order of the text, each once.
  var error: ContractFileError {
    var seen: Set<Diagnostic> = []
    let lengths = text?.lineLengths ?? []
    let ordered =
      problems
      .map { problem in (place: problem.place.within(lengths), message: problem.message) }
      .enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map { Diagnostic(at: $0.element.place, in: file, $0.element.message) }
      .filter { seen.insert($0).inserted }
    return ContractFileError(problems: Array(ordered.prefix(Self.most)))
  }
}

extension Diagnostic {
  init(at place: Place, in file: String, _ message: String) {
    self.init(file: file, line: place.line, column: place.column, message: message)
  }
}
