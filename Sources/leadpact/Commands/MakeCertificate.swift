import Agreement
import ArgumentParser
import Reporting
import Storage

extension ContractCommand {
  struct MakeCertificate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "certificate",
      abstract: "Write a folder with which anyone can check who signed a version, without leadpact.",
      discussion: """
        leadpact contract certificate acme-2026
        leadpact contract certificate acme-2026 --version 1 -o signed/acme-2026

        In the folder: the text, a .sig for each signature with a key, allowed_signers, checksums, the journal's head,
        and README.txt, which says who signed what and when, and which commands check it.
        """)

    @Argument(
      help: "The contract's name; may be left out where there is only one, or one is set.",
      completion: .contracts)
    var name: String?
    @Option(
      name: .customLong("version"), help: "The version; default: the newest.",
      completion: .versions)
    var number: Int?
    @Option(
      name: [.short, .long],
      help: ArgumentHelp("The folder to make; default: NAME-version-N-certificate.", valueName: "folder"))
    var output: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
      let database = try common.open(for: .reading)
      let (history, version, text, head) = try database.reading {
        let name = try database.contractName(name)
        let history = try database.knownHistory(of: name)
        let version = try history.version(number)
        let text = try database.canonicalText(of: name, version: version.number)
        return (history, version, text, try database.journalHead())
      }
      guard let text, Digest(hashing: text) == version.digest else {
        throw Failure.badData(
          "the text of version \(version.number) does not have its digest; see: leadpact verify")
      }
      let certificate = Certificate(
        of: version, in: history, text: text, journalHead: (head.number, head.hash),
        on: try common.now().day)
      try check(version, in: history, text: text)

      let files = certificate.files
      let sums = files.map { "\(Digest(hashing: $0.text))  \($0.name)\n" }.joined()
      let folder = output ?? certificate.folderName
      try WholeFolder.make(
        at: folder, holding: files.map { ($0.name, $0.text) } + [(Certificate.checksumFile, sums)])
      Terminal.tell(
        "Wrote \(folder), \(files.count + 1) files; \(folder)/README.txt says how to check them.")
    }

    /// Refuses to certify a signature that does not hold.
    private func check(_ version: Version, in history: ContractHistory, text: String) throws {
      for person in version.contract.signatories {
        guard let key = history.word(of: person, on: version)?.key else { continue }
        let verdict = try SSHKeygen.verdict(on: key.armoured, of: text, by: person.email, key: key.key)
        switch verdict {
        case .good: continue
        case .bad(let words):
          throw Failure.badData(
            "the signature of \(person.email) does not hold (\(words)); nothing was written; see: leadpact verify"
          )
        case .unknown(let reason):
          return Terminal.note("warning: the signatures were not checked before they were written: \(reason)")
        }
      }
    }
  }
}
