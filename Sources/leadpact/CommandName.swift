import Agreement
import ArgumentParser

/// The names by which commands are called.
enum CommandName {
  /// Looks whether the first words of a command line name a command where one is due.
  ///
  /// - Throws: `Failure.usage` with the nearest names.
  static func check(_ words: some Sequence<String>, of root: any ParsableCommand.Type) throws {
    var (command, path) = (root, [root._commandName])
    for word in words {
      let commands = command.configuration.subcommands
      // Where a command stands in for one that is left out, the word may be an argument of it.
      guard !commands.isEmpty, command.configuration.defaultSubcommand == nil, !word.hasPrefix("-") else {
        return
      }
      if path.count == 1, word == "help" { continue }
      guard
        let next = commands.first(where: {
          $0._commandName == word || $0.configuration.aliases.contains(word)
        })
      else {
        let place = path.count == 1 ? "" : " of '\(path.joined(separator: " "))'"
        let shown = commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
        throw Failure.usage("\(UnknownName("command", word, place: place, among: shown))")
      }
      command = next
      path.append(word)
    }
  }
}
