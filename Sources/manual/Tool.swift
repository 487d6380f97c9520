import Foundation

/// What a tool says of itself: the JSON of `--experimental-dump-help`.
struct Tool: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let superCommands: [String]?
    let shouldDisplay: Bool?
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?
  }

  init(json: Data) throws {
    self = try JSONDecoder().decode(Tool.self, from: json)
  }
}

extension Tool.Command {
  /// The words by which the command is called: `leadpact contract new`.
  var words: [String] { (superCommands ?? []) + [commandName] }

  /// The name of its page: `leadpact-contract-new`.
  var pageName: String { words.joined(separator: "-") }

  /// The commands below it that have pages, without the parser's own `help`.
  var parts: [Tool.Command] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  /// The command and all below it.
  var family: [Tool.Command] { [self] + parts.flatMap(\.family) }

  /// The arguments to describe.
  var shownArguments: [Tool.Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}

extension Tool.Argument.Name {
  /// `--output`, `-o`.
  var dashed: String { (kind == "long" ? "--" : "-") + name }
}
