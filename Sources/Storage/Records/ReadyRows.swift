/// Rows that are ready to be added to a table: their values, and what the journal will say of them.
struct ReadyRows: ~Copyable {
  let form: JournaledForm
  private(set) var values = RowValues()
  /// What the lines of the journal say of the values, one row's after the other's.
  private var texts = ByteBuffer(capacity: 1_024)
  /// Where the text of each row ends; nothing where texts are written when a row is added.
  private var ends: [Int] = []
  private var writesAhead = true

  init(_ form: JournaledForm) { self.form = form }

  /// How many rows there are.
  var count: Int { values.count / form.width }

  /// The place of a row's first value.
  func first(of row: Int) -> Int { row * form.width }

  /// Adds a row of the values that `body` puts in.
  mutating func append(_ body: (inout RowValues) -> Void) {
    let first = values.count
    body(&values)
    precondition(values.count == first + form.width, "A value for each column")
    guard writesAhead else { return }
    form.write(values, from: first, to: &texts)
    ends.append(texts.count)
  }

  /// Writes what the journal says of the values of a row.
  func writeText(of row: Int, to body: inout ByteBuffer) {
    guard writesAhead else { return form.write(values, from: first(of: row), to: &body) }
    body.append(texts[(row == 0 ? 0 : ends[row - 1])..<ends[row]])
  }

  /// Takes all rows out.
  ///
  /// - Parameter writesAhead: whether the journal's text of the next rows is written as they come in, because most of them
  ///   will be added.
  mutating func removeAll(writesAhead: Bool = true) {
    values.removeAll()
    texts.removeAll()
    ends.removeAll(keepingCapacity: true)
    self.writesAhead = writesAhead
  }
}
