/// A command as a transcript writes it, which may go on over several lines.
///
/// It goes on after a trailing backslash, within quotes, and within a here-document. Lines after the first
/// are prefixed by `> `, as the shell prompts for them; after a backslash the prefix may be left out.
struct ShellCommand {
  private(set) var text = ""

  private var quote: Character?
  private var endsInBackslash = false
  /// The words that end the here-documents still to be read, in order.
  private var hereDocuments: [(end: String, allowsTabs: Bool)] = []

  init(_ firstLine: String) {
    text = firstLine
    scan(firstLine)
  }

  /// Whether the shell would ask for another line.
  var isUnfinished: Bool { quote != nil || endsInBackslash || !hereDocuments.isEmpty }

  /// Adds the next line of a transcript, with or without its prompt.
  mutating func append(_ line: String) {
    let next = line == ">" ? "" : line.hasPrefix("> ") ? String(line.dropFirst(2)) : line
    text += "\n" + next
    if let document = hereDocuments.first, quote == nil, !endsInBackslash {
      let last = document.allowsTabs ? String(next.drop { $0 == "\t" }) : next
      if last == document.end { hereDocuments.removeFirst() }
    } else {
      scan(next)
    }
  }

  /// Follows the quotes of one line of commands, and notes the here-documents that it opens.
  private mutating func scan(_ line: String) {
    endsInBackslash = false
    var rest = Substring(line)
    while let character = rest.popFirst() {
      switch (quote, character) {
      case ("'", "'"), ("\"", "\""): quote = nil
      case ("'", _): continue
      case (_, "\\"): endsInBackslash = rest.popFirst() == nil
      case (nil, "'"), (nil, "\""): quote = character
      case (nil, "<") where rest.hasPrefix("<"): openHereDocument(&rest)
      default: continue
      }
    }
  }

  private mutating func openHereDocument(_ rest: inout Substring) {
    rest.removeFirst()
    let allowsTabs = rest.first == "-"
    if allowsTabs { rest.removeFirst() }
    rest = rest.drop { $0 == " " }
    let word = rest.prefix { !" ;|&<>()".contains($0) }
    rest.removeFirst(word.count)
    hereDocuments.append((word.filter { !"'\"\\".contains($0) }, allowsTabs))
  }
}
