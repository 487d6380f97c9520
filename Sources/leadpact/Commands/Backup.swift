import Agreement
import ArgumentParser
import Storage

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the database to a new file, whole and as of one moment, also while others write.",
    discussion: """
      leadpact backup acme-2026-05-15.leadpact
      leadpact backup "backups/$(date +%F).leadpact"

      The copy is a database of its own, which only its owner may read; a file that is there is never overwritten.
      To go back to it, put it in the database's place, or name it: leadpact verify --database FILE.
      """)

  @Argument(help: "The file to make.", completion: .file()) var file: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let database = try common.open(for: .reading)
    let (contracts, head) = try database.reading {
      // What is read first fixes the moment that is copied.
      let found = (try database.contractNames().count, try database.journalHead())
      try database.save(to: file)
      return found
    }
    let size = try Files.size(of: file) ?? 0
    let entries = head.number
    Terminal.tell(
      """
      Saved \(try common.path) to \(file): \(contracts.grouped) contract\(contracts == 1 ? "" : "s"), \
      \(entries.grouped) journal entr\(entries == 1 ? "y" : "ies"), \((size / 1_024).grouped) KiB.
      Journal head: \(head.hash)
      """)
  }
}
