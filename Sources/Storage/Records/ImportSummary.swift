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

/// What an import of a file's rows, one after the other, did or would do.
public struct RowSummary: Hashable, Sendable {
  /// How many rows speak of something that was not on record.
  public let added: Int
  /// How many rows say something new of what was on record.
  public let changed: Int
  /// How many rows say what was on record already.
  public let unchanged: Int
  /// How many rows change nothing, since their system changed them again before what is on record.
  public let older: Int
  /// When the same bytes were last imported, and by whom; nil where they are new.
  public let importedBefore: EntryMark?
  /// The number of the import; nil where nothing was new, or in a dry run.
  public let number: Int?
}

/// Ends the transaction of an import that is not to be kept.
struct NothingToKeep<Summary: Sendable>: Error {
  let summary: Summary
}

/// Rows of a file that cannot be imported; none of the file's rows was.
public struct ImportRefusal: Error, Hashable, Sendable {
  /// Why a row is refused.
  public enum Reason: Hashable, Sendable {
    /// It breaks a rule of the ledger.
    case recording(RecordingRefusal)
    /// It cannot be recorded of what sales did.
    case observation(ObservationRefusal)
    /// It says again what an earlier line says.
    case repeats(line: Int)
    /// It says something else of the same thing than an earlier line.
    case contradicts(line: Int, of: String)
    /// Nothing tells it apart from an earlier line, for want of a column of ids.
    case indistinct(line: Int, column: String)
    /// Its revenue is in another currency than the contract's.
    case otherCurrency(Currency, agreed: Currency)
    /// It does not say what it is about.
    case nameless
    /// It says that something happened on a day that lies ahead.
    case ahead(Day, of: Day)
    /// Its amount is larger than any deal's.
    case tooLarge(Money)
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
  /// How many more are refused than `rows` lists.
  public let more: Int

  init(file: String, rows: [Row], more: Int = 0) {
    self.file = file
    self.rows = rows
    self.more = more
  }
}

extension ImportRefusal: CustomStringConvertible {
  /// The lines, one below the other.
  public var description: String { lines.joined(separator: "\n") }

  /// What is wrong with each row, one line each, for people.
  public var lines: [String] {
    let listed = rows.map { "\(file):\($0.line): \($0.reason)" }
    let rest = more == 0 ? [] : ["\(file): and \(more) more"]
    let end = "\(file): nothing was imported; mend the lines above"
    return listed + rest + [end]
  }
}

extension ImportRefusal.Reason: CustomStringConvertible {
  /// What is wrong with the row and what to do, for people.
  public var description: String {
    switch self {
    case .recording(let refusal): refusal.description
    case .observation(let refusal): refusal.description
    case .repeats(let line): "it counts the same leads as line \(line); keep one of the two"
    case .contradicts(let line, let subject):
      "it says something else of \(subject) than line \(line); keep the one that is right"
    case .indistinct(let line, let column):
      "nothing tells it apart from line \(line); export the file with the column “\(column)”, or keep one of the two"
    case .otherCurrency(let other, let agreed):
      "its revenue is in \(other.code), and the contract counts in \(agreed.code); convert it first"
    case .ahead(let day, let today):
      "it says that something happened on \(day), which lies ahead of today, \(today); mend the date, or take the row out"
    case .tooLarge(let amount):
      "its amount of \(amount) is larger than any deal that leadpact counts; look for digits too many"
    case .nameless: "it has no id; give the column that names what it is about"
    }
  }
}
