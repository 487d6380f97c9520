import Agreement
import ArgumentParser

/// The names by which commands are called.
enum CommandName {
  /// Looks whether the first words of a command line name a command where one is due.
  ///
  /// - Throws: `Failure.usage` with the nearest names.
  static func check(_ words: some Sequence<String>, of root: any ParsableCommand.Type) throws {
    var (command, path) = (root, [name(of: root)])
    for word in words {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty, !word.hasPrefix("-") else { return }
      if path.count == 1, word == "help" { continue }
      guard let next = commands.first(where: { name(of: $0) == word }) else {
        let place = path.count == 1 ? "" : " of '\(path.joined(separator: " "))'"
        throw Failure.usage("\(UnknownName("command", word, place: place, among: commands.map(name(of:))))")
      }
      command = next
      path.append(word)
    }
  }

  /// The name of a command: the one that it says, else that of its type.
  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }
}
