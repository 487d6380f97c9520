import Foundation
import Testing

/// What `--help` says of every command, with examples that work.
@Suite struct HelpTests {
  @Test func `every command shows an example of itself`() async throws {
    for command in try await HelpPage.all() where command.parts.isEmpty {
      let call = command.words.joined(separator: " ")
      #expect(command.examples.contains { $0.hasPrefix(call) }, "\(call)")
    }
  }

  @Test(arguments: [60, 80, 200])
  func `prose is wrapped at the width there is, and examples stay whole`(width: Int) async throws {
    for command in try await HelpPage.all() {
      let help = try await Leadpact.run(
        command.words.dropFirst() + ["--help"], environment: ["COLUMNS": "\(width)"])
      #expect(help.exit == 0 && help.stderr == "")
      let lines = help.stdout.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for line in command.exampleLines {
        #expect(lines.contains("  " + line), "\(command.words): \(line)")
      }
      for line in lines where line.count > min(width, 100) {
        #expect(line.contains("leadpact ") || command.exampleLines.contains { line.hasSuffix($0) }, "\(line)")
      }
    }
  }

  @Test(arguments: [
    (["reprot"], "there is no command 'reprot'; did you mean report?"),
    (["rep"], "there is no command 'rep'; did you mean report?"),
    (["help", "lgo"], "there is no command 'lgo'; did you mean log?"),
    (["contract", "shwo"], "there is no command 'shwo' of 'leadpact contract'; did you mean show?"),
    (
      ["report", "querter", "2026-Q1"],
      "there is no command 'querter' of 'leadpact report'; did you mean quarter?"
    ),
    (["import", "lead", "x.csv"], "there is no command 'lead' of 'leadpact import'; did you mean leads?"),
  ])
  func `a mistyped command is told with the nearest`(words: [String], message: String) async throws {
    #expect(try await Leadpact.run(words) == Consequence(stderr: "leadpact: \(message)\n", exit: 64))
  }

  @Test func `a word like no command gets the list of them`() async throws {
    let refusal = try await Leadpact.run("xyzzy")
    #expect(refusal.exit == 64)
    #expect(
      refusal.stderr.hasPrefix("leadpact: there is no command 'xyzzy'; there are demo, calc, contract, "))
  }

  @Test func `the help of a command is the same, however it is asked for`() async throws {
    let asked = try await Leadpact.run("help", "report", "quarter")
    #expect(asked == (try await Leadpact.run("report", "quarter", "--help")))
    #expect(asked.stdout.hasPrefix("OVERVIEW: Review a quarter"))
  }

  @Test func `every variable that the program reads is explained`() async throws {
    let help = try await Leadpact.run("--help").stdout
    let sources = Repository.root.appending(path: "Sources/leadpact")
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    var variables: Set<String> = []
    for file in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      variables.formUnion(text.matches(of: /"(LEADPACT_[A-Z_]+)"/).map { String($0.output.1) })
    }
    #expect(variables.count >= 4)
    for variable in variables { #expect(help.contains(variable), "\(variable)") }
  }
}
