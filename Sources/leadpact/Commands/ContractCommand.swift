import Agreement
import ArgumentParser
import Exchange
import Reporting
import Storage

struct ContractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract", abstract: "Write, propose, read and compare contracts.",
    discussion: """
      leadpact contract new > acme.yaml
      leadpact contract propose acme.yaml
      leadpact contract status acme-2026
      """,
    subcommands: [
      New.self, Propose.self, Edit.self, List.self, Show.self, Diff.self, Status.self, MakeCertificate.self,
    ])
}

extension ContractCommand {
  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "propose", abstract: "Propose a contract file: its first version, or the next one.",
      discussion: """
        leadpact contract propose acme.yaml
        leadpact contract propose acme.yaml --dry-run        check the file and show what it would change

        docs/contract-file.md explains every key of the file. '-' reads standard input.
        """)

    @Argument(help: "The contract file.", completion: .file(extensions: ["yaml", "yml"])) var file: String
    @Option(help: "Why, for those who read the history.") var note: String?
    @Flag(help: "Check the file, and show what would change; record nothing.") var dryRun = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      let bytes = try Files.read(file, limit: 1 << 20)
      let contract = try ContractFile.read(bytes: bytes, file: Files.name(of: file))
      if dryRun { return try preview(contract) }
      let database = try common.open(for: .recording(create: true))
      let before = try database.history(of: contract.name)
      let version = try database.propose(
        contract, by: common.person, at: common.now(), note: note,
        source: String(decoding: bytes, as: UTF8.self))
      announce(version)
      if let before { noteRetroaction(of: contract, to: before, on: try common.now().day) }
    }

    private func preview(_ contract: Contract) throws {
      let digest = Digest(hashing: contract.canonicalText)
      if let history = try history(of: contract.name) {
        try history.check(proposal: contract, digest: digest)
        noteRetroaction(of: contract, to: history, on: try common.now().day)
        let sheet = try DiffSheet(from: history.newest, to: contract, called: "the file")
        Terminal.say(sheet.document.rendered(as: .text, layout: TextRenderer(width: Terminal.width)))
      }
      Terminal.note("\(Files.name(of: file)) is a contract; its digest is \(digest). Nothing was recorded.")
      warn(of: contract)
    }

    /// What there is to compare with; nil where there is no database yet, or no such contract in it.
    private func history(of name: Name) throws -> ContractHistory? {
      do { return try common.open(for: .reading).history(of: name) } catch StorageError.databaseMissing {
        return nil
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the contracts.",
      discussion: """
        leadpact contract list
        leadpact contract list -O json
        """)
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let database = try common.open(for: .reading)
      let histories = try database.reading {
        try database.contractNames().compactMap { try database.history(of: $0) }
      }
      try output.write(ContractList(histories).document)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a contract, or one person's part of it.",
      discussion: """
        leadpact contract show acme-2026
        leadpact contract show acme-2026 --for ben@acme.example
        leadpact contract show acme-2026 --canonical         the text that is hashed and signed
        """)

    @Argument(
      help: "The contract's name; may be left out where there is only one, or one is set.",
      completion: .contracts)
    var name: String?
    @Option(name: .customLong("version"), help: "The version; default: the newest.", completion: .versions)
    var number: Int?
    @Option(
      name: .customLong("for"), help: ArgumentHelp("Show only the part of this person.", valueName: "email"),
      completion: .signatories)
    var email: String?
    @Flag(help: "Print the normalised text, whose SHA-256 is the digest.") var canonical = false
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let database = try common.open(for: .reading)
      let (history, version, text) = try database.reading {
        let name = try database.contractName(name)
        let history = try database.knownHistory(of: name, asOf: asOf.day())
        let version = try history.version(number)
        return (history, version, try database.canonicalText(of: name, version: version.number))
      }
      if canonical, let text { return Terminal.say(text) }
      guard let email else { return try output.write(ContractSheet(version, in: history).document) }
      let address = try Email(email)
      guard let person = version.contract.signatory(address) else {
        throw SigningRefusal.notExpected(address, expected: version.contract.signatories)
      }
      try output.write(PersonSheet(person, of: version, in: history).document())
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "Say what a version changes: rates, leads owed, who must sign.",
      discussion: """
        leadpact contract diff acme-2026              the newest version and the one before
        leadpact contract diff acme-2026 1 3
        """)

    @Argument(help: "The contract's name.", completion: .contracts) var name: String
    @Argument(help: "The older and the newer version.", completion: .versions) var numbers: [Int] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard numbers.isEmpty || numbers.count == 2 else {
        throw Failure.usage("give two versions to compare, or none for the newest and the one before")
      }
      let database = try common.open(for: .reading)
      let history = try database.reading { try database.knownHistory(of: database.contractName(name)) }
      if numbers.isEmpty, history.newest.number == 1 {
        throw Failure.couldNot(
          "\(history.newest.contract.name) has one version only; there is nothing to compare")
      }
      let old = try history.version(numbers.first ?? history.newest.number - 1)
      let new = try history.version(numbers.last)
      try output.write(DiffSheet(from: old, to: new.contract, called: "version \(new.number)").document)
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Say who signed which digest and when, and who is missing.",
      discussion: """
        leadpact contract status
        leadpact contract status acme-2026 --as-of 2026-01-10
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
      let history = try database.reading {
        try database.knownHistory(of: database.contractName(name), asOf: asOf.day())
      }
      try output.write(StatusSheet(history).document)
    }
  }
}

/// Says what was proposed, and who has to sign it.
func announce(_ version: Version) {
  let contract = version.contract
  Terminal.tell(
    "Proposed version \(version.number) of \(contract.name), effective from \(contract.effective).")
  Terminal.tell("Digest: \(version.digest)")
  Terminal.tell("To sign:")
  let name = contract.name.text.asShellWord
  let people = PrintableText.column(contract.signatories.map { "\($0.name), \($0.role)" })
  for (person, words) in zip(contract.signatories, people) {
    let key = person.key == nil ? "" : " --key ~/.ssh/id_ed25519"
    Terminal.tell("  \(words)  leadpact sign \(name) --as \(person.email.text.asShellWord)\(key)")
  }
  warn(of: contract)
}

extension ContractHistory {
  /// The version of that number, or the newest.
  func version(_ number: Int?) throws -> Version {
    guard let number else { return newest }
    guard let version = versions.first(where: { $0.number == number }) else {
      throw SigningRefusal.noSuchVersion(number, newest: newest.number)
    }
    return version
  }
}
