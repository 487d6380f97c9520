import Agreement
import Foundation

/// A file that is written from its beginning to its end, a megabyte at a time.
struct TextFile: ~Copyable {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private static let size = 1 << 20

  /// Creates the file, or empties it.
  init(_ url: URL) throws {
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    self.handle = handle
    buffer.reserveCapacity(Self.size + 4_096)
  }

  mutating func write(_ text: StaticString) {
    buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ text: [UInt8]) { buffer.append(contentsOf: text) }

  mutating func write(_ text: String) { buffer.append(contentsOf: text.utf8) }

  /// Writes a number that is not below 0, with zeros before it up to `digits`.
  mutating func write(_ number: Int, digits: Int = 1) {
    let start = buffer.count
    var rest = number
    repeat {
      buffer.append(UInt8(48 + rest % 10))
      rest /= 10
    } while rest > 0 || buffer.count - start < digits
    var (low, high) = (start, buffer.count - 1)
    while low < high {
      buffer.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  /// Ends a line.
  mutating func endLine() throws {
    buffer.append(10)
    if buffer.count >= Self.size { try flush() }
  }

  /// Writes what is left, and closes the file.
  consuming func close() throws {
    try flush()
    try handle.close()
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Days as files have them, `2025-12-31`, each made once.
struct DayTexts {
  private var texts: [Int: [UInt8]] = [:]
  private var last: (day: Int, text: [UInt8]) = (.min, [])

  /// Writes `2025-12-31 09:05:23`.
  mutating func write(_ time: WallTime, to file: inout TextFile) {
    file.write(text(time.day))
    file.write(" ")
    file.write(time.second / 3_600, digits: 2)
    file.write(":")
    file.write(time.second / 60 % 60, digits: 2)
    file.write(":")
    file.write(time.second % 60, digits: 2)
  }

  private mutating func text(_ day: Int) -> [UInt8] {
    if last.day == day { return last.text }
    let text = texts[day] ?? Array("\(Day(number: day))".utf8)
    texts[day] = text
    last = (day, text)
    return text
  }
}
