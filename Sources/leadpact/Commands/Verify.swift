import Agreement
import ArgumentParser
import Storage

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that nothing was altered since it was recorded.",
    discussion: """
      Checks the journal's chain of hashes, every row against the journal, every version's text against its digest
      and its terms, every signature, and the file itself; signatures with keys are checked by ssh-keygen, if installed. Names what was altered, and exits with 2 then.

      leadpact verify
      leadpact verify --since 3f6c0d1e9a42    whether the history is still the one that a report was made from
      leadpact verify --head                  print only the journal's head, to keep somewhere else

      The hash is the journal head in the last line of a report; its first 12 digits will do.
      """)

  @Option(
    help: ArgumentHelp("Check that the journal still contains the entry of this hash.", valueName: "hash"),
    completion: .journalHashes)
  var since: String?
  @Flag(help: "Print only the journal's head: keep it elsewhere, and it convicts a rewritten history.")
  var head = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let since = try since.map(HashPrefix.init)
    let database = try common.open(for: .reading)
    if head { return Terminal.tell("\(try database.journalHead().hash)") }
    let report = try database.verify(since: since)
    let checked = report.checked
    let extent =
      [
        "\(checked.entries.of("journal entry", "journal entries")) with \(checked.rows.of("row", "rows"))",
        checked.versions.of("version", "versions"), checked.signatures.of("signature", "signatures"),
      ].joined(separator: ", ")
    let keys = try KeySignatureCheck(report.keySignatures)
    let lines = report.problems.map { "\($0.place): \($0.message)" } + keys.problems
    guard lines.isEmpty else {
      throw Failure.badData(
        "\(try common.path) is not as it was recorded (\(extent) checked):\n" + Message(lines: lines))
    }
    Terminal.tell("Nothing was altered: \(extent).")
    if let sentence = keys.sentence { Terminal.tell("\(sentence)") }
    if let entry = report.since {
      Terminal.tell("The journal goes on from entry \(entry.number), which has the hash \(entry.hash).")
    }
    Terminal.tell("Journal head: \(report.head.hash)")
  }
}

extension Int {
  /// `1 row`, `2 rows`.
  fileprivate func of(_ one: String, _ many: String) -> String { "\(grouped) \(self == 1 ? one : many)" }
}
