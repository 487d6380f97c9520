/// The words of a command line that is being written, as a shell hands them over: quotes and all.
struct CommandWords {
  /// The words before the one that is being completed, the program's name left out.
  let before: [String]
  /// All words but the one that is being completed.
  let others: [String]
  /// What stands of the word that is being completed, up to the cursor.
  let prefix: String

  init(_ words: [String], completing index: Int, prefix: String) {
    let plain = words.map(Self.unquoted)
    self.before = Array(plain.prefix(max(0, index)).dropFirst())
    self.others = before + plain.dropFirst(max(0, index) + 1)
    self.prefix = Self.unquoted(prefix)
  }

  /// The value of an option, `--name value` or `--name=value`; nil where it is not there.
  func value(of option: String) -> String? {
    if let index = others.firstIndex(of: option), index + 1 < others.count { return others[index + 1] }
    return others.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
  }

  /// The words before the one that is being completed, but for options and the values of some.
  func plainWordsBefore(withoutValuesOf options: [String]) -> [String] {
    zip([""] + before, before)
      .filter { previous, word in !options.contains(previous) && !word.hasPrefix("-") }
      .map(\.1)
  }

  /// The word as a command would get it: without quotes and backslashes, a leading `~/` as the home folder.
  private static func unquoted(_ word: String) -> String {
    var plain = ""
    var quote: Character?
    var rest = word[...]
    if rest.hasPrefix("~/"), let home = Terminal.environment("HOME") {
      plain = home
      rest = rest.dropFirst()
    }
    while let character = rest.popFirst() {
      switch (quote, character) {
      case (nil, "'"), (nil, "\""): quote = character
      case ("'", "'"), ("\"", "\""): quote = nil
      case (nil, "\\"), ("\"", "\\"): if let next = rest.popFirst() { plain.append(next) }
      default: plain.append(character)
      }
    }
    return plain
  }
}
