/// Which rows of a table the journal recorded, kept as spans: they mostly follow each other.
struct RecordedRows {
  private var spans: [ClosedRange<Int>] = []

  mutating func insert(_ id: Int) {
    if let last = spans.last, last.upperBound < .max, last.upperBound + 1 == id {
      spans[spans.count - 1] = last.lowerBound...id
    } else {
      spans.append(id...id)
    }
  }

  /// The spans in order, to be walked along beside the rows of the table.
  var sorted: [ClosedRange<Int>] { spans.sorted { $0.lowerBound < $1.lowerBound } }
}
