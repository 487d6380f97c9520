import Agreement

/// What a YAML file is read as, for messages.
struct SourceKind {
  /// One of them: `a contract`.
  let one: String
  /// All of them: `contracts`.
  let all: String
  /// One of them as a subject: `contract`.
  let noun: String

  static let contract = SourceKind(one: "a contract", all: "contracts", noun: "contract")
  static let settings = SourceKind(one: "a settings file", all: "settings files", noun: "set of settings")
}

/// The text of a contract file as Unicode scalars, clean enough for a YAML parser.
struct SourceText {
  /// The largest file that is read, in bytes.
  static let largest = 1 << 20

  /// What keeps bytes from being such a text.
  struct Refusal: Error {
    let place: Place
    let message: String
  }

  /// The text without a byte order mark.
  let scalars: [Unicode.Scalar]

  /// Decodes UTF-8.
  ///
  /// - Throws: `Refusal` for a file that is too large, not in UTF-8, or holds control characters.
  init(decoding bytes: some Collection<UInt8>, as kind: SourceKind = .contract) throws(Refusal) {
    guard bytes.count <= Self.largest else {
      throw Refusal(
        place: .start,
        message:
          "the file has \(bytes.count.grouped) bytes; \(kind.one) has \(Self.largest.grouped) at most (1 MiB)"
      )
    }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw Refusal(place: .start, message: "the file is in UTF-16; save it as UTF-8")
    }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    decoding: while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): scalars.append(Unicode.UTF8.decode(encoded))
      case .emptyInput: break decoding
      case .error:
        throw Refusal(
          place: Self.place(after: scalars[...]),
          message: "here is a byte that is not UTF-8; save the file as UTF-8"
        )
      }
    }
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    if let index = scalars.firstIndex(where: Self.isForbidden) {
      let code = String(scalars[index].value, radix: 16, uppercase: true)
      throw Refusal(
        place: Self.place(after: scalars[..<index]),
        message: "the control character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) "
          + "has no place in \(kind.one); remove it"
      )
    }
    self.scalars = scalars
  }

  /// The index of the scalar at a place; nil beyond the text.
  func index(of place: Place) -> Int? {
    var line = 1
    var index = 0
    while line < place.line, index < scalars.count {
      if Self.isLineEnd(scalars, at: index) { line += 1 }
      index += 1
    }
    let found = index + place.column - 1
    return line == place.line && scalars.indices.contains(found) ? found : nil
  }

  /// How many scalars each line has, its end left out.
  var lineLengths: [Int] {
    var lengths = [0]
    for index in scalars.indices {
      if Self.isLineEnd(scalars, at: index) {
        lengths.append(0)
      } else if scalars[index] != "\r" {
        lengths[lengths.count - 1] += 1
      }
    }
    return lengths
  }

  /// The place that follows these scalars.
  private static func place(after scalars: ArraySlice<Unicode.Scalar>) -> Place {
    var place = Place.start
    let all = Array(scalars)
    for index in all.indices {
      place =
        isLineEnd(all, at: index)
        ? Place(line: place.line + 1, column: 1) : Place(line: place.line, column: place.column + 1)
    }
    return place
  }

  /// Whether a line ends with the scalar at `index`, by YAML 1.1's rules.
  private static func isLineEnd(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case "\r": index + 1 == scalars.count || scalars[index + 1] != "\n"
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
