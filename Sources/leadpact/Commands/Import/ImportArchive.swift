import Agreement
import ArgumentParser
import Storage

struct ImportArchive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Put everything back that 'leadpact export' wrote, into an empty database.",
    discussion: """
      leadpact import archive acme-2026-05-15 --database restored.leadpact

      Contracts, signatures and records come back with their numbers, dates and people, and the journal with its \
      hashes: every report says what it said. A file that was altered since is refused, and nothing is put back then.
      """)

  @Argument(help: "The folder.", completion: .directory) var folder: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let archive = try ArchiveFolder(folder)
    let head = try archive.restore(into: common.open(for: .recording(create: true)))
    Terminal.tell(
      """
      Put back \(head.number.grouped) journal entr\(head.number == 1 ? "y" : "ies") from \(folder) into \
      \(try common.path).
      Journal head: \(head.hash)
      """)
  }
}
