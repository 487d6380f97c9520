import Agreement
import ArgumentParser
import Reporting
import Storage

struct DisputeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute", abstract: "Reject a lead, contest a rejection, settle what is disputed.",
    discussion: """
      leadpact dispute reject 4711 --reason 'a student, no company'
      leadpact dispute contest 4712 --reason 'she buys for her university'
      leadpact dispute settle 4712 --accept --reason 'called her: 40 seats'
      leadpact dispute list

      Sales may reject a lead within the time that the contract gives (reject-within); after it the lead counts as \
      accepted. A rejection takes the lead off the count, a settlement that accepts it puts it back: both are signed \
      adjustments on record, with their reasons.
      """,
    subcommands: [Reject.self, Contest.self, Settle.self, List.self])

  /// Which lead, and why.
  struct Options: ParsableArguments {
    @Argument(help: "The lead's name in the system that it comes from.", completion: .leads) var lead: String
    @Option(help: "Why.") var reason: String
    @Option(
      help: "The contract; may be left out where there is only one, or one is set.", completion: .contracts)
    var contract: String?
    @OptionGroup var common: CommonOptions

    func open() throws -> Entries { try Entries(contract: contract, common, for: .recording(create: false)) }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject", abstract: "Say for sales that a lead is none.",
      discussion: """
        leadpact dispute reject 4711 --reason 'a student, no company'
        """)
    @OptionGroup var options: Options

    func run() throws {
      let entries = try options.open()
      let step = try entries.database.reject(
        lead: options.lead, reason: options.reason, for: entries.name, by: entries.person, at: entries.now)
      Terminal.tell("Lead \(step.lead) is rejected and counts no more: \(step.reason)")
    }
  }

  struct Contest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "contest", abstract: "Say for marketing that a rejected lead is one.",
      discussion: """
        leadpact dispute contest 4712 --reason 'she buys for her university'
        """)
    @OptionGroup var options: Options

    func run() throws {
      let entries = try options.open()
      let step = try entries.database.contest(
        lead: options.lead, reason: options.reason, for: entries.name, by: entries.person, at: entries.now)
      Terminal.tell("The rejection of lead \(step.lead) is contested: \(step.reason)")
    }
  }

  struct Settle: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "settle", abstract: "Record what both agreed on in the end.",
      discussion: """
        leadpact dispute settle 4712 --accept --reason 'called her: 40 seats'
        leadpact dispute settle 4712 --reject --reason 'she only wanted the e-book'
        """)
    @Flag(help: "The lead counts.") var accept = false
    @Flag(help: "The lead does not count.") var reject = false
    @OptionGroup var options: Options

    func run() throws {
      guard accept != reject else {
        throw Failure.usage("say what was agreed: --accept (the lead counts) or --reject (it does not)")
      }
      let entries = try options.open()
      let step = try entries.database.settle(
        lead: options.lead, accepted: accept, reason: options.reason, for: entries.name, by: entries.person,
        at: entries.now)
      Terminal.tell(
        "Lead \(step.lead) \(accept ? "counts" : "does not count"), settled by \(step.mark.by): \(step.reason)"
      )
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List what was disputed, and how it stands.",
      discussion: """
        leadpact dispute list
        leadpact dispute list acme-2026 -O csv
        """)
    @Argument(
      help: "The contract's name; may be left out where there is only one, or one is set.",
      completion: .contracts)
    var name: String?
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let database = try common.open(for: .reading)
      let day = try asOf.day()
      let (ledger, provenance) = try database.reading {
        let ledger = try database.knownLedger(
          of: database.contractName(name), asOf: day, only: .disputed)
        return (ledger, try database.provenance(asOf: day))
      }
      try output.write(DisputeList(of: ledger).document(provenance, today: common.reportDay(asOf: day)))
    }
  }
}
