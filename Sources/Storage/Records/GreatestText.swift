import Glibc

/// The last of some texts in the order of their bytes, which is SQLite's: what comes after it is none of them.
struct GreatestText: ~Copyable {
  private var bytes = ByteBuffer(capacity: 64)

  /// - Parameter text: the bytes of the last by now; nothing where there is none.
  init(_ text: [UInt8]) { text.withUnsafeBufferPointer { bytes.append($0) } }

  /// Whether a text comes after all of them; then it is the last.
  mutating func isPassed(by text: UnsafeBufferPointer<UInt8>) -> Bool {
    let order = Self.order(text, bytes.bytes)
    guard order > 0 else { return false }
    bytes.removeAll()
    bytes.append(text)
    return true
  }

  private static func order(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = a.baseAddress, let other = b.baseAddress else { return a.count - b.count }
    let order = Int(memcmp(start, other, min(a.count, b.count)))
    return order == 0 ? a.count - b.count : order
  }
}
