/// A paragraph of a command's help.
enum Paragraph: Equatable {
  /// Sentences.
  case text(String)
  /// Calls of the program, as they would be typed.
  case examples([String])
  /// A heading, and words with what they mean.
  case definitions(heading: String, items: [Definition])

  struct Definition: Equatable {
    let term: String
    let meaning: String
  }

  /// The paragraphs of a discussion, which empty lines part.
  static func all(in discussion: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    for block in discussion.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "") {
      paragraphs += self.paragraphs(block.map(String.init))
    }
    return paragraphs
  }

  private static func paragraphs(_ lines: [String]) -> [Paragraph] {
    let prose = lines.prefix { !$0.hasPrefix(" ") }.joined(separator: " ")
    let indented = lines.drop { !$0.hasPrefix(" ") }.map(\.trimmed)
    if lines.first?.hasPrefix("leadpact ") == true { return [.examples(lines.map(\.trimmedEnd))] }
    if indented.first?.hasPrefix("leadpact ") == true {
      return (prose.isEmpty ? [] : [.text(prose)]) + [.examples(indented)]
    }
    guard !indented.isEmpty else { return [.text(prose)] }
    return [
      .definitions(
        heading: prose,
        items: indented.map { line in
          let parts = line.halves(at: "  ")
          return Definition(term: parts.0.trimmed, meaning: parts.1.trimmed)
        })
    ]
  }
}

extension String {
  var trimmed: String { String(drop { $0 == " " }).trimmedEnd }

  var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  /// What stands before and behind the first `sign`; nothing behind where there is none.
  func halves(at sign: String) -> (String, String) {
    let halves = split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (halves[0], halves.count > 1 ? halves[1] : "")
  }
}
