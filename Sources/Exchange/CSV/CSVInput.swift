/// Where CSV text comes from.
public enum CSVInput: Sendable {
  /// A file, by its path.
  case file(String)
  /// What is piped into the program.
  case standardInput
  /// Text that is in memory already.
  case bytes([UInt8])
  /// A file that is open, and read from its start.
  case kept(KeptInput)
}

/// Is shown the bytes of a file as they are read, in order and each once.
public typealias ChunkTap = (ArraySlice<UInt8>) -> Void
