import ArgumentParser

@main struct Leadpact: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "leadpact", version: "0.1.0")
}
