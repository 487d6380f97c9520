/// Rows that are ready to be added to a table: their values, and what the journal will say of them.
struct ReadyRows: ~Copyable {
  let form: JournaledForm
  private(set) var values = RowValues()
  /// What the lines of the journal say of the values, one row's after the other's.
  private var texts = ByteBuffer(capacity: 1_024)
  /// Where the text of each row ends.
  private var ends: [Int] = []

  init(_ form: JournaledForm) { self.form = form }

  /// How many rows there are.
  var count: Int { ends.count }

  /// How many bytes the journal will say of them.
  var textSize: Int { texts.count }

  /// The place of a row's first value.
  func first(of row: Int) -> Int { row * form.width }

  /// Lends what the journal says of the values of a row.
  func text(of row: Int) -> UnsafeBufferPointer<UInt8> { texts[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }

  /// Adds a row of the values that `body` puts in.
  mutating func append(_ body: (inout RowValues) -> Void) {
    let first = values.count
    body(&values)
    precondition(values.count == first + form.width, "A value for each column")
    form.write(values, from: first, to: &texts)
    ends.append(texts.count)
  }

  /// Takes all rows out.
  mutating func removeAll() {
    values.removeAll()
    texts.removeAll()
    ends.removeAll(keepingCapacity: true)
  }
}
