/// Finds what YAML cannot read in `qualifies: [employees > 10, industry in [finance, banking]]`: between [ and ] a
/// text ends at the next bracket and at each comma.
struct ConditionLists {
  /// The brackets and commas within conditions, by their index in the text.
  private(set) var signs: [Int] = []

  private let scalars: [Unicode.Scalar]

  init(in scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    let key = Array("qualifies".unicodeScalars)
    var index = 0
    while let found = Self.next(key, in: scalars, from: index) {
      // What is passed over here is never looked at again, however often the word stands in one comment.
      index = afterBlanks(afterQuote(found + key.count))
      guard index < scalars.count, scalars[index] == ":" else { continue }
      index = afterBlanks(index + 1)
      if index < scalars.count, scalars[index] == "[" { index = markConditions(from: index + 1) }
    }
  }

  private static func next(_ key: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start + key.count <= scalars.count else { return nil }
    return (start...scalars.count - key.count).first {
      scalars[$0] == key[0] && scalars[$0...].starts(with: key)
    }
  }

  /// The index after the quote that may stand at `index`.
  private func afterQuote(_ index: Int) -> Int {
    index < scalars.count && isQuote(scalars[index]) ? index + 1 : index
  }

  /// The first index from `index` on that is neither blank nor part of a comment.
  private func afterBlanks(_ index: Int) -> Int {
    var index = index
    while index < scalars.count {
      if scalars[index] == "#", isBlank(index - 1) {
        while index < scalars.count, scalars[index] != "\n" { index += 1 }
      } else if isBlank(index) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// Marks the signs within the items of a list, and returns the index after the list, or where it breaks off.
  private mutating func markConditions(from start: Int) -> Int {
    var index = afterBlanks(start)
    while index < scalars.count, scalars[index] != "]" {
      if isQuote(scalars[index]) { index = afterQuotes(index) }
      while index < scalars.count, scalars[index] != ",", scalars[index] != "]" {
        if scalars[index] == "[" {
          guard let closing = scalars[index...].firstIndex(of: "]") else { return scalars.count }
          signs += (index...closing).filter { ["[", ",", "]"].contains(scalars[$0]) }
          index = closing
        }
        index += 1
      }
      if index < scalars.count, scalars[index] == "," { index = afterBlanks(index + 1) }
    }
    return index
  }

  /// The index after the quoted text that begins at `start`.
  private func afterQuotes(_ start: Int) -> Int {
    let quote = scalars[start]
    var index = start + 1
    while index < scalars.count, scalars[index] != quote {
      index += quote == "\"" && scalars[index] == "\\" ? 2 : 1
    }
    return min(index + 1, scalars.count)
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

  private func isBlank(_ index: Int) -> Bool {
    index < 0 || scalars[index].properties.isWhitespace
  }
}
