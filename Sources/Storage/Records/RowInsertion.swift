/// Adds rows to a table, a few with each statement, and writes each into the journal.
///
/// A statement costs as much to begin and to end as a row to add. Until it is run, its rows wait and no query finds them.
struct RowInsertion: ~Copyable {
  private let form: JournaledForm
  private let one: Statement
  private let several: Statement
  /// How many rows `several` adds.
  private let most: Int
  private let connection: Connection

  /// The rows that wait, and after them the one that is put in.
  private(set) var values = RowValues()
  /// How many rows wait.
  private(set) var waiting = 0
  private var end = RowValues.Mark.start

  /// - Parameters:
  ///   - one: adds one row, of as many values as `form` has.
  ///   - several: adds a few.
  init(_ form: JournaledForm, one: Statement, several: Statement, on connection: Connection) {
    precondition(
      one.parameterCount == form.width && several.parameterCount.isMultiple(of: form.width), "Whole rows")
    self.form = form
    self.one = one
    self.several = several
    self.most = several.parameterCount / form.width
    self.connection = connection
  }

  /// The place of the first value of the row that is put in.
  var first: Int { waiting * form.width }

  /// Puts in a row, in the place of the one that was put in and not added.
  mutating func put(_ body: (inout RowValues) -> Void) {
    values.removeAll(after: end)
    body(&values)
    precondition(values.count == first + form.width, "A value for each column")
  }

  /// Whether a row waits of which `body` holds, by the place of its first value.
  func hasWaiting(where body: (Int) -> Bool) -> Bool {
    for row in 0..<waiting where body(row * form.width) { return true }
    return false
  }

  /// Adds the row that is put in, together with those that wait, or lets it wait.
  mutating func add(to journal: inout JournalContent) throws(StorageError) {
    waiting += 1
    end = values.mark
    if waiting == most { try flush(to: &journal) }
  }

  /// Adds the rows that wait; the row that is put in goes.
  mutating func flush(to journal: inout JournalContent) throws(StorageError) {
    guard waiting > 0 else { return }
    if waiting == most {
      try several.run(values, from: 0)
    } else {
      for row in 0..<waiting { try one.run(values, from: row * form.width) }
    }
    // SQLite numbers rows one after the other, and the journal is held against the rows that it reports as added.
    let next = connection.lastInsertedRowID + 1
    for row in 0..<waiting {
      try journal.append(form, next - waiting + row, values, from: row * form.width)
    }
    waiting = 0
    end = .start
    values.removeAll(after: end)
  }
}
