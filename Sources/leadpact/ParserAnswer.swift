import ArgumentParser
import Glibc
import Reporting

/// What the argument parser has to say instead of a command's own run: a help text, the version, a completion script,
/// or what is wrong with the words of the command.
struct ParserAnswer {
  private let text: String
  private let code: Int32

  init(_ error: any Error) {
    // Laid out without any break, so that the breaks can be put where they belong.
    let message = Leadpact.fullMessage(for: error, columns: 1 << 20)
    // Words of the command stand in it as they were given; none may add a line.
    text = CommandLine.arguments.flatMap { [$0, String($0.drop { $0 != "=" }.dropFirst())] }
      .filter { $0.contains(where: \.isNewline) }
      .reduce(message) { $0.replacing($1, with: PrintableText.line($1)) }
    code = Leadpact.exitCode(for: error).rawValue
  }

  /// Prints it and ends the program.
  func exit() -> Never {
    if code != 0 {
      // A shell asks in the middle of what someone types, where no word of ours may appear.
      if CommandLine.arguments.dropFirst().first != "---completion" { Terminal.note(Message(text: text)) }
    } else if text.hasPrefix("OVERVIEW: ") {
      Terminal.say(HelpText(text).lines(within: min(Terminal.width, 100)).map { $0 + "\n" }.joined())
    } else if text.hasPrefix("#!/bin/bash") {
      Terminal.say(text + "\n" + BashCompletion.joiningWords)
    } else if text.hasPrefix("#compdef") {
      Terminal.say(ZshCompletion.withoutBlanks(text) + "\n")
    } else if !text.isEmpty {
      Terminal.say(text + "\n")
    }
    Glibc.exit(code)
  }
}
