public import Agreement

/// What an import did, or would do.
public struct ImportSummary: Hashable, Sendable {
  /// The counts that were not on record.
  public let added: [NewDelivery]
  /// How many rows were on record already.
  public let unchanged: Int
  /// When the same bytes were last imported, and by whom; nil where they are new.
  public let importedBefore: EntryMark?
  /// The number of the import; nil where nothing was added, or in a dry run.
  public let number: Int?
}

/// Rows of a file that cannot be imported; none of the file's rows was.
public struct ImportRefusal: Error, Hashable, Sendable {
  /// Why a row is refused.
  public enum Reason: Hashable, Sendable {
    /// It breaks a rule of the ledger.
    case recording(RecordingRefusal)
    /// It says again what an earlier line says.
    case repeats(line: Int)
  }

  /// A row that is refused.
  public struct Row: Hashable, Sendable {
    /// The line in the file, from 1.
    public let line: Int
    /// Why it is refused.
    public let reason: Reason
  }

  /// The file's name.
  public let file: String
  /// The rows refused, in the order of the file; at least one.
  public let rows: [Row]
}

extension ImportRefusal: CustomStringConvertible {
  /// What is wrong with each row, one line each, for people.
  public var description: String {
    rows.map { "\(file):\($0.line): \($0.reason)" }.joined(separator: "\n")
  }
}

extension ImportRefusal.Reason: CustomStringConvertible {
  /// What is wrong with the row and what to do, for people.
  public var description: String {
    switch self {
    case .recording(let refusal): refusal.description
    case .repeats(let line): "it counts the same leads as line \(line); keep one of the two"
    }
  }
}
