/// A file of deliveries that is to be imported, already read.
public struct DeliveryFile: Hashable, Sendable {
  /// A delivery and the line that it stands on.
  public struct Row: Hashable, Sendable {
    /// The line in the file, from 1.
    public let line: Int
    /// What it says.
    public let delivery: NewDelivery

    /// Creates a row.
    public init(line: Int, delivery: NewDelivery) {
      self.line = line
      self.delivery = delivery
    }
  }

  /// The file's name, as the record of the import keeps it.
  public let name: String
  /// The SHA-256 of its bytes.
  public let digest: Digest
  /// Its rows.
  public let rows: [Row]

  /// Creates a file.
  public init(name: String, digest: Digest, rows: [Row]) {
    self.name = name
    self.digest = digest
    self.rows = rows
  }
}
