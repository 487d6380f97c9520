import Agreement
import ArgumentParser
import Exchange
import Reporting

extension ContractCommand {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Write a commented contract file: asks a few questions on a terminal.",
      discussion: """
        leadpact contract new                                asks, shows the file, and writes it
        leadpact contract new -o acme.yaml --currency EUR    asks for what the options do not say
        leadpact contract new --template > acme.yaml         asks nothing: a contract to edit

        Off a terminal it asks nothing either. No file is replaced unless you say so; Ctrl-C or Ctrl-D leaves nothing \
        behind. The answers go into the same commented file, which explains every key.
        """)

    @OptionGroup var answers: ContractOptions
    @Flag(help: "Ask nothing, even on a terminal: print what there is to edit.") var template = false
    @Option(
      name: [.short, .long],
      help: ArgumentHelp(
        "The file to write. Default: on a terminal what you choose, else standard output.", valueName: "file")
    )
    var output: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
      let next = try common.now().day.month.advanced(by: 1)
      guard !template, Terminal.isInteractive else {
        return try write(answers.template(from: next).text)
      }
      let questions = Questions(onEnd: "stopped; nothing was written")
      let contract = try ContractQuestions(questions, answers, from: next).contract()
      // Each answer was read by the rules of the file; the whole is once more, before anybody relies on it.
      do { _ = try ContractFile.read(contract.text, file: "the contract") } catch {
        Terminal.note(Message(text: contract.text))
        throw error
      }
      if output == nil, !Terminal.isTerminal { return Terminal.say(contract.text, next: "FILE") }
      Terminal.note("\n\(Message(text: contract.text))")
      let file = try choose(output, suggesting: "\(contract.name).yaml", for: contract.text, questions)
      Terminal.note("Wrote \(file).")
      Terminal.noteNext(file)
    }

    /// Writes the file without a question.
    private func write(_ text: String) throws {
      guard let output else { return Terminal.say(text) }
      guard try Files.create(text, atFile: output) else {
        throw Failure.couldNot("\(output) is there already; remove it, or choose another name with -o")
      }
      Terminal.noteNext(output)
    }

    /// Asks for a file until one could be written.
    ///
    /// - Returns: its path.
    private func choose(
      _ wanted: String?, suggesting usual: String, for text: String, _ questions: Questions
    ) throws -> String {
      var file = wanted ?? usual
      while true {
        file = try questions.ask("Write it to", usual: file) { text in text }
        do {
          if try Files.create(text, atFile: file) { return file }
          let choice = try questions.choose(
            "\(file) is there already: choose another name, or overwrite it?",
            among: ["another", "overwrite"])
          guard choice == "overwrite" else { continue }
          try Files.write(text, toFile: file)
          return file
        } catch Failure.couldNot(let reason) where reason.description.hasPrefix("cannot write") {
          Terminal.note("\(reason); choose another file.")
        }
      }
    }
  }
}

extension Terminal {
  fileprivate static func say(_ text: String, next file: String) {
    say(text)
    noteNext(file)
  }

  /// Says what to do with a contract file.
  fileprivate static func noteNext(_ file: String) {
    note("Next: leadpact contract propose \(file.asShellWord)")
  }
}
