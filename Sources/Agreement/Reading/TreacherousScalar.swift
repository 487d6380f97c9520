extension Unicode.Scalar {
  /// Whether a reader or a terminal would see something other than the sign: controls, what divides lines, what turns
  /// the direction of text round, and what takes no room at all.
  ///
  /// Marks, joiners and variation selectors do their work in words of many scripts, and are not among them.
  public var isTreacherous: Bool {
    switch value {
    case 0x20...0x7E: false  // nearly all there is, told at once
    case 0x00...0x1F, 0x7F...0x9F: true  // controls
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0xAD, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF: true  // soft hyphen, blanks without width
    case 0x3164, 0xFFA0: true  // letters that look like a blank
    case 0xFFF9...0xFFFB: true  // annotations
    case 0xE0000...0xE00FF, 0xE01F0...0xE0FFF: true  // tags, which spell words that nobody sees
    default: properties.isBidiControl
    }
  }

  /// Likewise in a text after `previous`: a joiner that has no letter to join, as after a Latin one, is one more sign
  /// that nobody sees.
  public func isTreacherous(after previous: Unicode.Scalar?) -> Bool {
    isTreacherous || (self == "\u{200C}" || self == "\u{200D}") && previous?.isASCII != false
  }

  /// The sign by its number, such as `\u{1B}`.
  public var byNumber: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }

  /// The sign as a string of JSON has it by its number, such as `\u001b`; beyond 16 bits as a pair of surrogates.
  public var inJSON: String {
    String(self).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    .joined()
  }
}
