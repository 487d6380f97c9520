import Agreement

/// The rows of a file that comes from another system, and their values as the options have them read.
struct ImportTable: ~Copyable {
  let file: String
  let header: CSVHeader
  /// The currency of the contract.
  let currency: Currency
  /// How many rows were passed over because they state nothing.
  private(set) var skipped = 0
  /// How rows are known that a report puts below its table; nil where there are none.
  var footer: ReportFooter?
  /// The columns whose dates may settle in which order all are written.
  var dateColumns: [Int] = []

  private var table: CSVTable
  /// The lines that were taken for a footer, until a row follows that is none.
  private var footerLines: [Int] = []
  /// Whether the row waits until the lines above it are refused.
  private var isHeld = false
  private var hasFailed = false
  private var clock: WallClock
  private var order: DateOrder?
  /// The text of a currency that was read last, and what it means: mostly it is that of the next row too.
  private var lastCurrency: (text: String, currency: Currency)?
  private let input: CSVInput
  private let decimalMark: DecimalMark?
  /// The columns whose names say that their times are UTC.
  private let coordinated: Set<Int>

  /// Opens a file and reads its header.
  init(
    _ input: CSVInput, named file: String, for contract: Contract, options: ReadingOptions, tap: ChunkTap?
  ) throws(ImportFileError) {
    let kept: CSVInput
    let clock: WallClock
    do throws(CSVError) {
      kept = try input.kept()
    } catch {
      throw ImportFileError(error, in: file)
    }
    do throws(Unreadable) {
      clock = try WallClock(options.timeZone ?? contract.timeZone)
    } catch {
      throw ImportFileError(file: file, "\(error)")
    }
    let table = try Self.table(kept, named: file, delimiter: options.delimiter, tap: tap)
    self.clock = clock
    self.input = kept
    self.header = table.header
    self.coordinated = Set(
      table.header.names.indices.filter { column in
        let words = table.header.names[column].foldedWords
        return words.hasSuffix(" utc") || words.hasSuffix(" gmt")
      })
    self.table = table
    self.file = file
    self.order = options.dateOrder
    self.currency = contract.currency
    self.decimalMark = options.decimalMark
  }

  private static func table(
    _ input: CSVInput, named file: String, delimiter: CSVDelimiter?, tap: ChunkTap?
  ) throws(ImportFileError) -> CSVTable {
    do throws(CSVError) {
      return try CSVTable(input, delimiter: delimiter, tap: tap)
    } catch {
      throw ImportFileError(error, in: file)
    }
  }

  /// The line of the row.
  var line: Int { table.row.line }

  /// Goes on to the next row that is neither blank nor a report's footer.
  ///
  /// What reads like a footer and has rows below it is none, and a row without an id.
  ///
  /// - Returns: false at the end, and after a problem that is not limited to its row.
  mutating func next() throws(RowProblem) -> Bool {
    while !hasFailed {
      if isHeld {
        guard footerLines.isEmpty else {
          skipped -= 1
          throw misplacedFooter(footerLines.removeFirst())
        }
        isHeld = false
        return true
      }
      do throws(CSVError) {
        guard try table.next() else { return false }
        if isPassedOver { continue }
      } catch {
        guard case .raggedRow = error.problem, isPassedOver else { throw RowProblem(error, in: file) }
        continue
      }
      isHeld = true
    }
    return false
  }

  /// Counts the row as passed over.
  mutating func skip() { skipped += 1 }

  /// Passes over a row that is blank or reads like a footer, and says whether it is.
  private var isPassedOver: Bool {
    mutating get {
      guard !isBlank else {
        skip()
        return true
      }
      guard let footer, footer.isShown(by: table.row) else { return false }
      footerLines.append(line)
      skip()
      return true
    }
  }

  private var isBlank: Bool {
    (0..<table.row.count).allSatisfy { column in
      table.row.withBytes(of: column) { bytes in bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    }
  }

  private func misplacedFooter(_ line: Int) -> RowProblem {
    RowProblem(
      file: file, line: line,
      "the row has no id and reads like the end of a report, but line \(self.line) follows; give it an id, or take it out"
    )
  }
}

// The values of the row.
extension ImportTable {
  /// The text in a column, without white space around it; nil where it is empty, or stands for nothing.
  func text(at column: Int?) throws(RowProblem) -> String? {
    guard let column, table.row.withBytes(of: column, { !$0.isEmpty }) else { return nil }
    do throws(CSVError) {
      let text = try table.row.text(at: column).trimmed
      return Self.isNothing(text) ? nil : text
    } catch {
      throw RowProblem(error, in: file)
    }
  }

  private static func isNothing(_ text: String) -> Bool {
    switch text.utf8.count {
    case 0: true
    case 1, 2: text == "-" || text == "--"
    case 10: text == "(No value)"
    default: false
    }
  }

  /// The time or the day in a column; nil where it is empty.
  mutating func time(at column: Int?) throws(RowProblem) -> Occurrence? {
    guard let column else { return nil }
    if let plain = table.row.withBytes(of: column, { PlainTime($0) }) {
      let found = occurrence(plain.day, plain.time, plain.offset, at: column)
      if Self.days.contains(found.day) { return found }
    }
    guard let text = try text(at: column) else { return nil }
    let written = try value(at: column) { () throws(Unreadable) in try WrittenTime(text) }
    if case .unordered = written.date, order == nil { try settleOrder() }
    let order = order ?? .monthFirst
    let day = try value(at: column) { () throws(Unreadable) in try written.day(order) }
    let found = occurrence(day, written.time, written.offset, at: column)
    guard Self.days.contains(found.day) else {
      let years = "\(Day.years.lowerBound) to \(Day.years.upperBound)"
      throw problem(Unreadable(text, expected: "a time in the years \(years) of its zone"), at: column)
    }
    return found
  }

  /// The day, or the moment at which clocks showed that time on it.
  private mutating func occurrence(_ day: Day, _ time: Int?, _ offset: Int?, at column: Int) -> Occurrence {
    guard let time else { return .day(day) }
    return .moment(clock.moment(day, time, offset: offset ?? (coordinated.contains(column) ? 0 : nil)))
  }

  /// The days of the years that records are kept for.
  private static let days = Day.inYears

  /// The amount in a column, in the currency that another one names; nil where it is empty.
  mutating func amount(at column: Int?, currency currencyColumn: Int?) throws(RowProblem) -> Money? {
    guard let column, let text = try text(at: column) else { return nil }
    let named = try currency(at: currencyColumn)
    if let plain = table.row.withBytes(of: column, { PlainAmount.money($0, in: named ?? currency) }) {
      return plain
    }
    return try value(at: column) { () throws(Unreadable) in
      try WrittenAmount(text).money(of: named, else: currency, mark: decimalMark)
    }
  }

  /// The currency that a column names; nil where it is empty.
  private mutating func currency(at column: Int?) throws(RowProblem) -> Currency? {
    guard let column, let text = try text(at: column) else { return nil }
    if let lastCurrency, lastCurrency.text == text { return lastCurrency.currency }
    let named = try value(at: column) { () throws(Unreadable) in try Currency(column: text) }
    lastCurrency = (text, named)
    return named
  }

  /// The number in a column in plain digits, read as amounts are; its words where it holds no number.
  func number(at column: Int?) throws(RowProblem) -> String? {
    guard let column, let text = try text(at: column) else { return nil }
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
    let written: WrittenAmount
    do throws(Unreadable) {
      written = try WrittenAmount(text)
    } catch {
      // What asks for a number says itself that these words are none.
      return text
    }
    return try value(at: column) { () throws(Unreadable) in try written.plainNumber(mark: decimalMark) }
      ?? text
  }

  /// Yes or no in a column; nil where it is empty.
  func truth(at column: Int?) throws(RowProblem) -> Bool? {
    guard let column, let text = try text(at: column) else { return nil }
    return try value(at: column) { () throws(Unreadable) in try Truth.read(text) }
  }

  /// What is wrong with the row, or with a column of it.
  func problem(_ message: String, at column: Int? = nil) -> RowProblem {
    RowProblem(file: file, line: line, column: column.map { $0 + 1 }, message)
  }

  /// What is wrong with the value in a column.
  func problem(_ error: Unreadable, at column: Int) -> RowProblem {
    problem("\(error.shortened) (column “\(header.names[column])”)", at: column)
  }

  private func value<Value>(
    at column: Int, _ body: () throws(Unreadable) -> Value
  ) throws(RowProblem) -> Value {
    do throws(Unreadable) {
      return try body()
    } catch {
      throw problem(error, at: column)
    }
  }

  private mutating func settleOrder() throws(RowProblem) {
    let search: DateOrderSearch
    do throws(CSVError) {
      search = try DateOrderSearch(input, delimiter: table.delimiter, columns: dateColumns)
    } catch {
      hasFailed = true
      throw RowProblem(error, in: file)
    }
    do throws(RowProblem) {
      order = try search.order(in: file)
    } catch {
      hasFailed = true
      throw error
    }
  }
}
