/// How much one record may ask of memory before the text is taken for something other than CSV.
public struct CSVLimits: Sendable {
  /// The longest field, in bytes.
  public var fieldBytes: Int
  /// The longest record, in bytes, without its delimiters.
  public var recordBytes: Int
  /// The most fields in a record.
  public var columns: Int

  /// Limits that no honest export comes near.
  public init(fieldBytes: Int = 1 << 20, recordBytes: Int = 1 << 24, columns: Int = 4_096) {
    self.fieldBytes = fieldBytes
    self.recordBytes = recordBytes
    self.columns = columns
  }
}
