/// One record: its fields' bytes, without the quotes that CSV puts around them.
///
/// A record is read into, again and again, so that a million rows need the memory of one.
public struct CSVRecord: Sendable {
  /// The line that the record starts on, counted from 1.
  public private(set) var line = 0

  /// The fields' bytes, one after the other.
  private var bytes: [UInt8] = []
  /// Where each field ends in `bytes`.
  private var ends: [Int] = []

  /// An empty record, to read into.
  public init() {}

  /// How many fields there are.
  public var count: Int { ends.count }

  /// The bytes of the field at `index`, counted from 0.
  public subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(of: index)] }

  /// Lends the bytes of the field at `index`, which is faster than a slice.
  public func withBytes<Result, Failure>(
    of index: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = range(of: index)
    return try bytes.withUnsafeBufferPointer { (all) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  /// The field at `index`, counted from 0, as text.
  ///
  /// - Throws: `CSVError` where the field is not UTF-8.
  public func text(at index: Int) throws(CSVError) -> String {
    guard let text = String(validating: self[index], as: UTF8.self) else {
      throw CSVError(.invalidUTF8, line: line, column: index + 1)
    }
    return text
  }

  private func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}

// What the reader writes.
extension CSVRecord {
  /// The bytes of all fields, the unfinished one included.
  var byteCount: Int { bytes.count }
  /// The bytes of the field that is not ended yet.
  var unfinishedByteCount: Int { bytes.count - (ends.last ?? 0) }

  mutating func restart(onLine line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ run: ArraySlice<UInt8>) { bytes.append(contentsOf: run) }
  mutating func endField() { ends.append(bytes.count) }
}
