/// Turns UTF-16 into UTF-8 as it arrives, however it is cut into chunks.
struct UTF16Decoder {
  private let isBigEndian: Bool
  /// The first byte of a unit whose second one is still to come.
  private var firstByte: UInt8?
  /// The first half of a surrogate pair whose second one is still to come.
  private var highSurrogate: UInt16?
  private var line = 1
  private var followsCarriageReturn = false

  /// What the first bytes of a text show: UTF-16 by its byte order mark, or by the NULs of plain letters.
  ///
  /// Nil for anything else; `markLength` bytes of the text are no part of it.
  static func sniff(_ bytes: [UInt8]) -> (decoder: UTF16Decoder, markLength: Int)? {
    if bytes.starts(with: [0xFE, 0xFF]) { return (UTF16Decoder(isBigEndian: true), 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (UTF16Decoder(isBigEndian: false), 2) }
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) {
    case (true, false, true, false): return (UTF16Decoder(isBigEndian: true), 0)
    case (false, true, false, true): return (UTF16Decoder(isBigEndian: false), 0)
    default: return nil
    }
  }

  private init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// Adds what `bytes` say to `output`.
  ///
  /// - Throws: `CSVError` at half a surrogate pair; what stands before it is in `output`.
  mutating func decode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) throws(CSVError) {
    for byte in bytes {
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      let (high, low) = isBigEndian ? (first, byte) : (byte, first)
      try take(UInt16(high) << 8 | UInt16(low), into: &output)
    }
  }

  /// - Throws: `CSVError` where the text breaks off within a character.
  func finish() throws(CSVError) {
    if firstByte != nil || highSurrogate != nil { throw error }
  }

  private mutating func take(_ unit: UInt16, into output: inout [UInt8]) throws(CSVError) {
    if let high = highSurrogate {
      guard UTF16.isTrailSurrogate(unit) else { throw error }
      highSurrogate = nil
      let value = 0x10000 + (UInt32(high - 0xD800) << 10 | UInt32(unit - 0xDC00))
      append(Unicode.Scalar(value), to: &output)
    } else if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else if let scalar = Unicode.Scalar(unit) {
      append(scalar, to: &output)
    } else {
      throw error
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar?, to output: inout [UInt8]) {
    guard let scalar else { return }
    if scalar == "\r" || scalar == "\n" && !followsCarriageReturn { line += 1 }
    followsCarriageReturn = scalar == "\r"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private var error: CSVError { CSVError(.invalidUTF16, line: line) }
}
