import ArgumentParser
import Testing

@testable import leadpact

@Suite struct CommandNameTests {
  /// Otherwise the parser makes a name of the type's description at every start of any command, which costs more than all
  /// else that it does.
  @Test func `every command says its name itself`() {
    var left: [any ParsableCommand.Type] = [leadpact.Leadpact.self]
    while let command = left.popLast() {
      #expect(command.configuration.commandName != nil, "\(command)")
      left += command.configuration.subcommands
    }
  }
}
