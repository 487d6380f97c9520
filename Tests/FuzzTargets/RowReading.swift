import Agreement
import Exchange

/// A kind of file that comes in row by row.
enum RowKind: CaseIterable {
  case leads, touches, outcomes, deliveries, followUps

  /// Mappings to read such files by.
  var mappings: [ColumnMapping] {
    texts.compactMap { try? ColumnMapping($0) }
  }

  private var texts: [String] {
    switch self {
    case .leads:
      [
        "external-id=a,delivered=b,lead-type=c,stage=d,amount=e",
        "external-id=a,deal=b,won=c,lost=d,amount=e,currency=f,modified=g",
        "external-id=id,delivered=date,rep=\"owner, sales\"",
      ]
    case .touches: ["lead=a,at=b,kind=c", "id=a,lead=b,at=c,rep=d,automatic=e"]
    case .outcomes: ["month=a,lead-type=b,won=c,revenue=d"]
    case .deliveries: ["period=a,lead-type=b,count=c"]
    case .followUps: ["period=a,subject=b,met=c,due=d", "period=a,subject=b,score=c,stream=d,rep=e"]
    }
  }

  /// Everything that a file of this kind gives.
  func read(_ bytes: [UInt8], _ options: ReadingOptions) -> RowReading {
    var reading = RowReading()
    let input = CSVInput.bytes(bytes)
    let history = SampleContract.history
    do {
      switch self {
      case .leads:
        var file = try LeadFile(
          input, named: "f", for: SampleContract.contract, options: options, digest: Self.digest)
        reading.take(from: { () throws(RowProblem) in try file.next() }) { row in (row.line, RowFact(row)) }
        reading.skipped = file.skipped
      case .touches:
        var file = try TouchFile(input, named: "f", for: SampleContract.contract, options: options)
        reading.take(from: { () throws(RowProblem) in try file.next() }) { row in (row.line, RowFact(row)) }
        reading.skipped = file.skipped
      case .outcomes:
        var file = try OutcomeFile(input, named: "f", for: history, options: options)
        reading.take(from: { () throws(RowProblem) in try file.next() }) { row in (row.line, nil) }
      case .followUps:
        var file = try FollowUpFile(
          input, named: "f", for: history, today: SampleContract.today, options: options)
        reading.take(from: { () throws(RowProblem) in try file.next() }) { row in (row.line, nil) }
      case .deliveries:
        let file = try DeliveryRows(
          input, file: "f", for: history, today: SampleContract.today, options: options)
        reading.take(file.rows)
      }
    } catch {
      reading.refuse(error)
    }
    return reading
  }

  /// Stands for SHA-256: 64 digits that differ where the texts do, mostly.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: String(repeating: "0", count: 16 - digits.count) + digits, count: 4)
  }
}

/// Everything that a file of rows gives.
struct RowReading: Equatable {
  /// The lines of the rows, in their order.
  private(set) var lines: [Int] = []
  private(set) var rows: [AnyHashable] = []
  /// What is wrong with the file, or with rows of it.
  private(set) var problems: [RowProblem] = []
  /// Why the file is refused as a whole; nil where it is not.
  private(set) var refusal: String?
  /// How many rows were passed over; nil where that is not told, or rows are put together.
  var skipped: Int?
  private(set) var facts: [RowFact] = []

  static func == (a: RowReading, b: RowReading) -> Bool {
    a.lines == b.lines && a.rows == b.rows && a.problems == b.problems && a.refusal == b.refusal
      && a.skipped == b.skipped
  }

  /// Takes all rows, with what is wrong with some of them.
  mutating func take<Row: Hashable>(
    from next: () throws(RowProblem) -> Row?, _ parts: (Row) -> (line: Int, fact: RowFact?)
  ) {
    while true {
      do throws(RowProblem) {
        guard let row = try next() else { return }
        let (line, fact) = parts(row)
        lines.append(line)
        rows.append(row)
        if let fact { facts.append(fact) }
      } catch {
        problems.append(error)
      }
    }
  }

  mutating func take(_ deliveries: [DeliveryFile.Row]) {
    lines = deliveries.map(\.line)
    rows = deliveries
  }

  mutating func refuse(_ error: any Error) {
    if let error = error as? ImportFileError { problems += error.problems }
    refusal = "\(error)"
  }
}
