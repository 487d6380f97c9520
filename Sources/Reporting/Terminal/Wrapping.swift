extension String {
  /// The text in lines of at most `width` columns, broken at blanks and between wide characters.
  ///
  /// A word longer than a line is broken where it must be. Runs of blanks become one.
  func wrapped(at width: Int) -> [String] {
    if !hasBlanksToSpare, DisplayWidth.of(self) <= width { return [self] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces {
      let columns = DisplayWidth.of(piece.text)
      let gap = piece.followsBlank && !line.isEmpty ? 1 : 0
      if used + gap + columns <= width {
        line += (gap == 1 ? " " : "") + piece.text
        used += gap + columns
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ("", 0)
      for character in piece.text {
        let columns = DisplayWidth.of(character)
        if used + columns > width, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += columns
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// The text in lines of at most `width` columns, the first after `lead`, the others as far in.
  public func wrapped(at width: Int, after lead: String) -> [String] {
    let indent = String(repeating: " ", count: DisplayWidth.of(lead))
    return wrapped(at: Swift.max(1, width - indent.count)).enumerated().map { index, line in
      (index == 0 ? lead : indent) + line
    }
  }

  /// How wide the widest part is that a line break should not divide.
  var widestWord: Int { pieces.map { DisplayWidth.of($0.text) }.max() ?? 0 }

  /// What may not be divided, each with whether a blank parts it from the one before.
  private var pieces: [(text: String, followsBlank: Bool)] {
    var pieces: [(text: String, followsBlank: Bool)] = []
    for word in split(separator: " ") {
      var piece = ""
      var isFirst = true
      // A percent sign stays with its number.
      if word.first == "%", let last = pieces.popLast() {
        piece = last.text + " "
        isFirst = last.followsBlank
      }
      // Between plain signs no line breaks.
      if DisplayWidth.isPlain(word) {
        pieces.append((piece + word, isFirst))
        continue
      }
      var last: Character?
      for character in word {
        if let last, Self.mayBreak(between: last, and: character) {
          pieces.append((piece, isFirst))
          (piece, isFirst) = ("", false)
        }
        piece.append(character)
        last = character
      }
      pieces.append((piece, isFirst))
    }
    return pieces
  }

  /// Whether blanks begin it, end it or follow each other.
  private var hasBlanksToSpare: Bool {
    let blank = UInt8(ascii: " ")
    guard let first = utf8.first, let last = utf8.last else { return false }
    return first == blank || last == blank
      || zip(utf8, utf8.dropFirst()).contains { $0 == blank && $1 == blank }
  }

  private static func mayBreak(between before: Character, and after: Character) -> Bool {
    (DisplayWidth.of(before) == 2 || DisplayWidth.of(after) == 2)
      && !opening.contains(before) && before != "→" && !"ー％".contains(after)
      && (!after.isPunctuation || opening.contains(after))
  }

  private static let opening: Set<Character> = ["（", "「", "『", "【", "〈", "《", "〔", "｛", "［"]
}
