import Agreement

/// Some rows of a file on their way from the thread that reads them to the one that records them.
protocol RowBatch: AnyObject {
  /// The rows, ready to be added.
  var ready: ReadyRows { get }

  /// Whether any of them was added when they were recorded: the next ones will mostly be as they were.
  var hasNews: Bool { get set }

  /// An empty one.
  init()
}

extension RowBatch {
  /// Whether no more rows are to be put into it: so many that handing it over costs next to nothing beside recording them,
  /// and about as many as a part of the journal holds.
  var isFull: Bool { ready.count >= 256 || ready.values.size >= JournalContent.partSize }

  /// As many as go round: one is filled and one emptied, and one waits for either.
  static func several() -> [Self] { [Self(), Self(), Self()] }
}

/// Makes the rows of a file ready to be recorded, as far as that needs no look at what is on record.
protocol RowPreparation {
  associatedtype Row
  associatedtype Batch: RowBatch

  /// Puts a row into a batch.
  mutating func put(_ row: Row, into batch: Batch)

  /// Takes the rows out of a batch that was recorded.
  mutating func takeBack(_ batch: Batch)

  /// What the rows come to that it refuses.
  var refused: RowTally { get }
}

extension RowPreparation {
  /// Makes rows ready as they are read, on this thread, and has them recorded on another, batch by batch.
  ///
  /// - Parameters:
  ///   - rows: hands over the rows in the order of the file, and returns the SHA-256 of its bytes.
  ///   - recording: records the rows of a batch, and looks at nothing else that this thread does meanwhile.
  /// - Returns: the SHA-256, and what the rows come to that are not recorded because they are refused before.
  mutating func convey(
    _ rows: (_ record: (Row) throws -> Void) throws -> Digest,
    recording: (Batch) throws -> Void
  ) throws -> (digest: Digest, refused: RowTally) {
    let batches = Batch.several()
    let digest = try Conveyor.run(batches, emptying: recording) { conveyor in
      var batch = try conveyor.next()
      let digest = try rows { row in
        if batch.isFull {
          try conveyor.send(batch)
          batch = try conveyor.next()
          takeBack(batch)
        }
        put(row, into: batch)
      }
      try conveyor.send(batch)
      return digest
    }
    for batch in batches { takeBack(batch) }
    return (digest, refused)
  }
}
