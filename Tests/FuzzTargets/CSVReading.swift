import Exchange

/// Everything that a CSV reader gives of some bytes.
struct CSVReading: Equatable {
  /// A record and the line that it starts on.
  struct Record: Equatable {
    let line: Int
    let fields: [[UInt8]]

    init(_ record: CSVRecord) {
      line = record.line
      fields = (0..<record.count).map { Array(record[$0]) }
    }
  }

  private(set) var records: [Record] = []
  /// What ended the reading; nil where the text was read to its end.
  private(set) var error: CSVError?
  /// What stood between the fields; nil where the first line could not be read.
  private(set) var delimiter: CSVDelimiter?
  /// The bytes that the tap was shown.
  private(set) var seen: [UInt8] = []

  init(of bytes: [UInt8], _ delimiter: CSVDelimiter?, _ limits: CSVLimits, chunkSize: Int) {
    var seen: [UInt8] = []
    do throws(CSVError) {
      var reader = try CSVReader(
        .bytes(bytes), delimiter: delimiter, limits: limits, chunkSize: chunkSize, tap: { seen += $0 })
      self.delimiter = reader.delimiter
      var record = CSVRecord()
      while try reader.read(into: &record) { records.append(Record(record)) }
    } catch {
      self.error = error
    }
    self.seen = seen
  }

  /// Whether both gave the same; what the tap saw beyond an error is left aside.
  static func == (a: CSVReading, b: CSVReading) -> Bool {
    a.records == b.records && a.error == b.error && a.delimiter == b.delimiter
  }
}

/// Everything that a table gives of some bytes.
struct TableReading {
  private(set) var rows: [CSVReading.Record] = []
  /// The lines of rows of another width than the header's.
  private(set) var ragged: [Int] = []
  /// What ended the reading; nil where the text was read to its end.
  private(set) var error: CSVError?

  init(of bytes: [UInt8], _ delimiter: CSVDelimiter?, _ limits: CSVLimits) {
    do throws(CSVError) {
      var table = try CSVTable(CSVReader(.bytes(bytes), delimiter: delimiter, limits: limits))
      while try next(of: &table) {}
    } catch {
      self.error = error
    }
  }

  private mutating func next(of table: inout CSVTable) throws(CSVError) -> Bool {
    do throws(CSVError) {
      guard try table.next() else { return false }
      rows.append(CSVReading.Record(table.row))
    } catch {
      guard error.isLimitedToItsRow, let line = error.line else { throw error }
      ragged.append(line)
    }
    return true
  }
}
