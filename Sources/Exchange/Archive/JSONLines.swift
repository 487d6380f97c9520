import Agreement
import Foundation

/// The objects of a file that has one on each line.
final class JSONLines {
  /// A value of an object.
  enum Value: Decodable {
    case null
    case integer(Int)
    case string(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let number = try? container.decode(Int.self) {  // else it is a string, or an error
        self = .integer(number)
      } else {
        self = .string(try container.decode(String.self))
      }
    }

    /// The value as one of a column; nil where it is of another kind.
    func value(of kind: ArchiveColumn.Kind) -> ArchiveValue? {
      switch (self, kind) {
      case (.null, _): .absent
      case (.integer(let number), .number): .integer(number)
      case (.string(let text), .text): .text(text)
      case (.string(let text), .amount), (.string(let text), .score): .decimal(text)
      default: nil
      }
    }
  }

  /// The longest line, in bytes: the text of a contract may be long.
  private static let longest = 1 << 26

  /// The line that was read last, from 1.
  private(set) var line = 0

  private var window: ByteChunks
  private var chunk: ArraySlice<UInt8> = []
  private let decoder = JSONDecoder()

  init(_ path: String) throws(CSVError) {
    window = try ByteChunks(.file(path), size: 1 << 16)
  }

  /// The object of the next line; nil at the end.
  func next() throws(CSVError) -> [String: Value]? {
    guard let bytes = try nextLine() else { return nil }
    line += 1
    do {
      return try decoder.decode([String: Value].self, from: Data(bytes))
    } catch {
      throw CSVError(.notJSON, line: line)
    }
  }

  private func nextLine() throws(CSVError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      if let end = chunk.firstIndex(of: UInt8(ascii: "\n")) {
        bytes += chunk[..<end]
        chunk = chunk[(end + 1)...]
        return bytes
      }
      bytes += chunk
      guard bytes.count <= Self.longest else {
        throw CSVError(.lineTooLong(limit: Self.longest), line: line + 1)
      }
      chunk = try window.next()[...]
      if chunk.isEmpty { return bytes.isEmpty ? nil : bytes }
    }
  }
}
