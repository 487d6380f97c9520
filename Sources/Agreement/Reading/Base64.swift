/// Bytes written as letters, as keys and signatures are.
///
/// The alphabet is that of [RFC 4648](https://www.rfc-editor.org/rfc/rfc4648#section-4), and each text has one meaning:
/// what is padded wrongly, or holds bits that say nothing, is refused.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8: UInt32] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($1, UInt32($0)) }
  )

  /// The bytes in letters, filled up with `=` to groups of four.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    var letters: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let group = rest.prefix(3)
      rest = rest.dropFirst(3)
      var bits: UInt32 = 0
      for position in 0..<3 { bits = bits << 8 | UInt32(group.dropFirst(position).first ?? 0) }
      for position in 0..<4 {
        let letter = alphabet[Int(bits >> UInt32(18 - 6 * position) & 63)]
        letters.append(position <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The bytes that letters stand for; nil where they are not written in the one way that there is.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let letters = Array(text.utf8)
    let padding = letters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard letters.count.isMultiple(of: 4), padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    for (position, letter) in letters.dropLast(padding).enumerated() {
      guard let value = values[letter] else { return nil }
      bits = bits << 6 | value
      // Of each group of four letters, every one but the first completes a byte.
      let ready = position % 4
      guard ready > 0 else { continue }
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - 2 * ready)))
    }
    return self.text(bytes).utf8.elementsEqual(letters) ? bytes : nil
  }
}
