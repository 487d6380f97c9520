import Agreement
import Exchange

/// Each row of a file is read, passed over, or refused with its place, the same each time, in whichever encoding.
///
/// The first byte chooses the kind of file and the layout, the second the mapping and what else is said about the file.
struct RowLaws {
  private let bytes: [UInt8]
  private let kind: RowKind
  private let options: ReadingOptions

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let (kind, said) = (rest.takeChoice(), rest.takeChoice())
    self.bytes = Array(rest)
    self.kind = RowKind.allCases.chosen(by: kind)
    options = ReadingOptions(
      layout: ([nil] + SourceSystem.allCases).chosen(by: kind >> 4),
      mapping: ([nil] + self.kind.mappings).chosen(by: said),
      timeZone: [nil, try? TimeZoneName("Europe/Berlin")].chosen(by: said >> 3),
      dateOrder: ([nil] + DateOrder.allCases).chosen(by: said >> 4),
      decimalMark: ([nil] + DecimalMark.allCases).chosen(by: said >> 6))
  }

  func check() throws(BrokenLaw) {
    let read = kind.read(bytes, options)
    let again = kind.read(bytes, options)
    try hold(again == read, "read again: \(again), else \(read)")
    try checkPlaces(read)
    try checkCounts(read)
    try checkOtherEncoding(read)
    for fact in read.facts { try fact.check() }
  }

  private var records: [CSVReading.Record] {
    CSVReading(of: bytes, options.delimiter, CSVLimits(), chunkSize: 1 << 16).records
  }

  private func checkPlaces(_ read: RowReading) throws(BrokenLaw) {
    let lines = Set(records.dropFirst().map(\.line))
    try hold(read.lines.allSatisfy(lines.contains), "each row is one of the file")
    let breaks = bytes.count { $0 == 0x0A || $0 == 0x0D }
    let width = records.first?.fields.count ?? 0
    for problem in read.problems {
      try hold(!problem.message.isEmpty && problem.file == "f", "a problem says what is wrong, and where")
      if let line = problem.line { try hold((1...breaks + 1).contains(line), "\(problem)") }
      guard read.refusal == nil, problem.isLimitedToItsRow else { continue }
      try hold(problem.line.map(lines.contains) ?? false, "a problem of a row has its line: \(problem)")
      if let column = problem.column { try hold((1...max(width, 1)).contains(column), "\(problem)") }
    }
  }

  /// No row gets lost, where a file is read to its end.
  private func checkCounts(_ read: RowReading) throws(BrokenLaw) {
    guard let skipped = read.skipped, read.problems.allSatisfy(\.isLimitedToItsRow) else { return }
    try hold(
      read.lines.count + read.problems.count + skipped == records.count - 1,
      "\(read.lines.count) rows, \(read.problems.count) refused and \(skipped) passed over of \(records.count - 1)"
    )
  }

  private func checkOtherEncoding(_ read: RowReading) throws(BrokenLaw) {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return }
    let copy = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let other = kind.read(copy, options)
    try hold(other == read, "in UTF-16: \(other), else \(read)")
  }
}
