/// Where CSV text comes from.
public enum CSVInput: Sendable {
  /// A file, by its path.
  case file(String)
  /// What is piped into the program.
  case standardInput
  /// Text that is in memory already.
  case bytes([UInt8])
}
