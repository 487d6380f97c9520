import Foundation

/// A command as the program itself describes it.
struct HelpPage: Decodable {
  private let commandName: String
  private let superCommands: [String]?
  private let discussion: String?
  private let subcommands: [HelpPage]?

  private struct Tool: Decodable { let command: HelpPage }

  /// All commands, the program itself first.
  static func all() async throws -> [HelpPage] {
    let dump = try await Leadpact.run("--experimental-dump-help").stdout
    return try JSONDecoder().decode(Tool.self, from: Data(dump.utf8)).command.family
  }

  /// The words by which it is called.
  var words: [String] { (superCommands ?? []) + [commandName] }

  /// The commands below it.
  var parts: [HelpPage] { (subcommands ?? []).filter { $0.commandName != "help" } }

  private var family: [HelpPage] { [self] + parts.flatMap(\.family) }

  /// The lines of its examples, as they are written.
  var exampleLines: [String] {
    var lines: [String] = []
    for line in (discussion ?? "").split(separator: "\n") {
      let text = String(line.drop { $0 == " " })
      let goesOn = lines.last?.hasSuffix("\\") == true
      if text.hasPrefix("leadpact ") { lines.append(text) } else if goesOn { lines.append(String(line)) }
    }
    return lines
  }

  /// Its examples as commands for a shell, without what is said about them behind two blanks.
  var examples: [String] {
    var commands: [String] = []
    for line in exampleLines {
      if let last = commands.last, last.hasSuffix("\\") {
        commands[commands.count - 1] = last + "\n" + line
      } else {
        commands.append(line.components(separatedBy: "  ")[0])
      }
    }
    return commands
  }
}
