/// A phrase with places for values: `{months} {months|month|months} in a row`.
///
/// `{name}` stands for a value; `{name|one|several}` for the first of two wordings where the count of that name is
/// one, and for the second where it is not.
struct PhraseTemplate: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case value(String)
    case choice(String, one: String, several: String)

    /// What it has a place for; nil where it has none.
    var name: String? {
      switch self {
      case .text: nil
      case .value(let name), .choice(let name, _, _): name
      }
    }
  }

  private let pieces: [Piece]

  /// Reads a template; nil where braces do not match or hold neither a name nor a choice.
  init?(_ text: String) {
    var pieces: [Piece] = []
    for (place, part) in text[...].parts(by: "{").enumerated() {
      guard place > 0 else {
        guard part.parts(by: "}").count == 1 else { return nil }
        pieces.append(.text(String(part)))
        continue
      }
      let halves = part.parts(by: "}")
      guard halves.count == 2 else { return nil }
      let words = halves[0].parts(by: "|").map(String.init)
      guard let name = words.first, !name.isEmpty, name.utf8.allSatisfy(\.isLetter) else { return nil }
      switch words.count {
      case 1: pieces.append(.value(name))
      case 3: pieces.append(.choice(name, one: words[1], several: words[2]))
      default: return nil
      }
      pieces.append(.text(String(halves[1])))
    }
    self.pieces = pieces
  }

  /// The names that it has places for.
  var names: Set<String> { Set(pieces.compactMap(\.name)) }

  /// The phrase, with `values` in their places.
  func filled(with values: KeyValuePairs<String, any PhraseValue>, in language: Language) -> String {
    assert(values.allSatisfy { names.contains($0.key) }, "a place for each of \(values.map(\.key))")
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text.append(words, in: language)
      case .value(let name):
        text.append(values[name]?.words(in: language) ?? Self.missing(name), in: language)
      case .choice(let name, let one, let several):
        guard let count = values[name] as? Int else {
          text += Self.missing(name)
          continue
        }
        text.append(count == 1 ? one : several, in: language)
      }
    }
    return text
  }

  private static func missing(_ name: String) -> String {
    assertionFailure("a value for {\(name)}")
    return "{\(name)}"
  }
}

extension Substring {
  /// What stands between separators, nothing included.
  fileprivate func parts(by separator: Unicode.Scalar) -> [Substring] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { Substring($0) }
  }
}

extension UInt8 {
  /// Whether it is a letter of English.
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

extension KeyValuePairs<String, any PhraseValue> {
  fileprivate subscript(name: String) -> (any PhraseValue)? { first { $0.key == name }?.value }
}

extension String {
  /// Appends `words`, after a blank where the language parts the scripts that meet.
  fileprivate mutating func append(_ words: String, in language: Language) {
    if language.partsScripts, let last, let first = words.first,
      last.isIdeograph && first.isRunOn || last.isRunOn && first.isIdeograph
    {
      self += " "
    }
    self += words
  }
}

extension Character {
  /// Whether it is an ideograph, as Chinese is written in.
  fileprivate var isIdeograph: Bool { unicodeScalars.first?.properties.isIdeographic == true }

  /// Whether it belongs to a word or a number of another script.
  fileprivate var isRunOn: Bool {
    DisplayWidth.of(self) == 1 && (isLetter || isNumber || isCurrencySymbol || "%#+-−±".contains(self))
  }
}
