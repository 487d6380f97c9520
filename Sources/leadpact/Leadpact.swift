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

      A period is written 2026-W07, 2026-02, 2026-Q1 (FY2026-Q1 where the year does not start in January), 2026-02-14,
      2026-02-01..2026-02-14, today, yesterday, or this, last or next before week, month or quarter.

      Exit status:
        0   done
        1   could not
        2   bad data in a file or the database
        3   a breach of the agreement ('check' only)
        64  bad usage

      Environment:
        LEADPACT_DB            the database, where --database names none; else as set by 'leadpact config'
        LEADPACT_CONTRACT      the contract, where a command names none; else as set by 'leadpact config'
        LEADPACT_TODAY         the day to take for today, where --today names none
        LEADPACT_USER          who records, where --user names nobody; else as set by 'leadpact config', else USER
        LEADPACT_LANG          the language of reports, where --lang names none; else that of LC_ALL, LC_MESSAGES or LANG
        LEADPACT_BUSY_TIMEOUT  how many milliseconds to wait for another process that writes; default: 5000
        LEADPACT_PAGER         what shows long text on a terminal; else PAGER, else less -FRX; run without a shell; empty or cat: nothing
        VISUAL, EDITOR         what 'contract edit' opens a contract with; else as set by 'leadpact config', else vi
        NO_COLOR               where it is set, nothing is coloured
        COLUMNS                how wide text is laid out; default: as wide as the terminal, else 100

      Files:
        ~/.local/share/leadpact/leadpact.db  the database, where nothing names another; under XDG_DATA_HOME where that is set
        ~/.config/leadpact/config.yaml       what you have set ('leadpact config'); under XDG_CONFIG_HOME where that is set
        .leadpact.yaml                       what a project has set, in this folder or one above
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
    // A file that may not grow is an error to report; a reader that goes away keeps no command from its work.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      try CommandName.check(CommandLine.arguments.dropFirst(), of: Leadpact.self)
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.exit(with: error)
    }
  }
}
