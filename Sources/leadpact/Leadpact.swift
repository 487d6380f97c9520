import ArgumentParser
import Glibc

/// The command-line tool.
@main struct Leadpact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadpact",
    abstract:
      "A sales-and-marketing SLA: write it down, sign it, log leads every week, review it every quarter.",
    discussion: """
      Start with 'leadpact demo', or write a contract of your own:

        leadpact contract new -o acme.yaml
        leadpact contract propose acme.yaml
        leadpact sign acme-2026 --as ada@acme.example
        leadpact log 2026-W07 website-form=212 outbound=80
        leadpact report quarter 2026-Q1

      The database is one SQLite file: --database, else $LEADPACT_DB, else as set by 'leadpact config', else
      leadpact/leadpact.db in the XDG data folder.
      Exit codes: 0 done, 1 could not, 2 bad data in a file or the database, 3 a breach of the agreement ('check' only), 64 bad usage.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Try it:", subcommands: [Demo.self, Calc.self]),
      CommandGroup(name: "Agree:", subcommands: [ContractCommand.self, Sign.self, PlanCommand.self]),
      CommandGroup(
        name: "Record:",
        subcommands: [Log.self, FollowUp.self, OutcomeCommand.self, Import.self, DisputeCommand.self]),
      CommandGroup(name: "Day by day:", subcommands: [StandupCommand.self, Check.self, Overdue.self]),
      CommandGroup(
        name: "Review:",
        subcommands: [
          Report.self, Rates.self, LeadCommand.self, Revise.self, ReviewCommand.self,
          Explain.self,
        ]),
      CommandGroup(name: "Set up:", subcommands: [ConfigCommand.self]),
      CommandGroup(name: "Trust:", subcommands: [History.self, Verify.self, Backup.self, Export.self]),
    ])

  static func main() {
    // A file that may not grow is an error to report, and a reader that goes away ends the program quietly.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.exit(with: error)
    }
  }
}
