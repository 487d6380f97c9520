import Exchange

/// Reading CSV does not depend on how the bytes arrive or are encoded, stays within its limits, and gives back what was
/// written.
///
/// The first byte chooses the delimiter and the limits.
struct CSVLaws {
  private let bytes: [UInt8]
  private let delimiter: CSVDelimiter?
  private let limits: CSVLimits

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let choice = rest.takeChoice()
    self.bytes = Array(rest)
    let hasLimits = choice & 0x80 != 0
    limits = hasLimits ? CSVLimits(fieldBytes: 12, recordBytes: 30, columns: 5) : CSVLimits()
    // A delimiter is looked for in as much of the first line as a record may have.
    delimiter = ([hasLimits ? .comma : nil] + CSVDelimiter.allCases).chosen(by: choice)
  }

  func check() throws(BrokenLaw) {
    let whole = CSVReading(of: bytes, delimiter, limits, chunkSize: 1 << 16)
    for size in [1, 2, 3, 7, 64] {
      let cut = CSVReading(of: bytes, delimiter, limits, chunkSize: size)
      try hold(cut == whole, "in chunks of \(size): \(cut), else \(whole)")
    }
    try checkBounds(whole)
    try checkOtherEncodings(whole)
    try checkWriting(whole)
    try checkTable(whole)
  }

  private func checkBounds(_ reading: CSVReading) throws(BrokenLaw) {
    try hold(bytes.starts(with: reading.seen), "the tap sees the bytes in order")
    if reading.error == nil { try hold(reading.seen.count == bytes.count, "the tap sees all bytes") }
    let breaks = bytes.count { $0 == 0x0A || $0 == 0x0D }
    var last = 0
    for record in reading.records {
      try hold(record.line > last && record.line <= breaks + 1, "line \(record.line) after \(last)")
      last = record.line
      try hold((1...limits.columns).contains(record.fields.count), "as many fields as the limits allow")
      try hold(
        record.fields.allSatisfy { $0.count <= limits.fieldBytes }, "fields as long as the limits allow")
      try hold(record.fields.joined().count <= limits.recordBytes, "records as long as the limits allow")
      try hold(!record.fields.joined().contains(0), "no NUL in a field")
    }
    guard let error = reading.error else { return }
    try hold(!error.description.isEmpty && !error.isLimitedToItsRow, "nothing is read after an error")
    if let line = error.line { try hold((1...breaks + 1).contains(line), "\(error) lies in the file") }
    if let column = error.column { try hold((1...limits.columns + 1).contains(column), "\(error)") }
  }

  /// The same text in UTF-16 is the same table.
  private func checkOtherEncodings(_ reading: CSVReading) throws(BrokenLaw) {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return }
    for isBigEndian in [true, false] {
      let copy = ([0xFEFF] + Array(text.utf16)).flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
      let read = CSVReading(of: copy, delimiter, limits, chunkSize: 5)
      try hold(
        read.records == reading.records && read.error == reading.error, "in UTF-16: \(read), else \(reading)")
    }
  }

  /// What was read, written with every field in quotes, is read again.
  private func checkWriting(_ reading: CSVReading) throws(BrokenLaw) {
    let delimiter = reading.delimiter ?? .comma
    var written: [UInt8] = []
    for record in reading.records {
      for (place, field) in record.fields.enumerated() {
        if place > 0 { written.append(delimiter.rawValue) }
        written.append(0x22)
        for byte in field { written += byte == 0x22 ? [byte, byte] : [byte] }
        written.append(0x22)
      }
      written += [0x0D, 0x0A]
    }
    let again = CSVReading(of: written, delimiter, limits, chunkSize: 16)
    try hold(again.error == nil, "what was read and written is refused: \(again)")
    try hold(again.records.map(\.fields) == reading.records.map(\.fields), "\(again), else \(reading)")
  }

  /// A table has the records below its header, but for those of another width, which it refuses one by one.
  private func checkTable(_ reading: CSVReading) throws(BrokenLaw) {
    let table = TableReading(of: bytes, delimiter, limits)
    guard let header = reading.records.first else {
      return try hold(table.rows.isEmpty, "rows below no header")
    }
    guard header.fields.allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) else {
      return try hold(table.error != nil, "a header that is no text is refused")
    }
    let below = reading.records.dropFirst()
    let width = header.fields.count
    try hold(table.rows == below.filter { $0.fields.count == width }, "\(table), else \(reading)")
    try hold(
      table.ragged == below.filter { $0.fields.count != width }.map(\.line), "\(table), else \(reading)")
    try hold(table.error == reading.error, "\(table), else \(reading)")
  }
}
