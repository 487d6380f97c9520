import Agreement
import ArgumentParser
import Reporting
import Storage

struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign a contract, or decline it with a reason.",
    discussion: """
      leadpact sign acme-2026 --as ada@acme.example
      leadpact sign acme-2026 --as ben@acme.example --decline --reason 'the win rate is out of reach'
      leadpact sign acme-2026 --as ada@acme.example --key ~/.ssh/id_ed25519

      The terms and their digest are shown first. On a terminal you type a word to confirm; elsewhere say --yes.
      With --key, ssh-keygen signs the text as well, so that others can check it without this database. The key may
      be a .pub file whose private half an agent or a security key holds. docs/signatures.md says what that proves.
      """)

  @Argument(
    help: "The contract's name; may be left out where there is only one, or one is set.",
    completion: .contracts)
  var name: String?
  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who signs.", valueName: "email"), completion: .signatories)
  var email: String
  @Flag(help: "Decline instead of signing.") var decline = false
  @Option(help: "Why you decline.") var reason: String?
  @Option(
    name: .customLong("version"), help: "The version you have read; default: the newest.",
    completion: .versions) var number: Int?
  @Option(help: ArgumentHelp("The digest you have read, or its beginning.", valueName: "hex")) var digest:
    String?
  @Option(
    help: ArgumentHelp("Sign with this SSH key too: its file, or its .pub.", valueName: "file"),
    completion: .file())
  var key: String?
  @Flag(help: "Do not ask for a confirmation.") var yes = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let word = try word()
    let email = try Email(email)
    let database = try common.open(for: .recording(create: false))
    let (name, history) = try database.reading {
      let name = try database.contractName(self.name)
      return (name, try database.knownHistory(of: name))
    }
    let version = try history.version(number)
    if let digest, !version.digest.hex.hasPrefix(digest.lowercased()) || digest.count < 8 {
      throw Failure.couldNot(
        "version \(version.number) has the digest \(version.digest.short)…, not \(digest); read it again before you sign"
      )
    }
    try history.check(word, by: email, onVersion: version.number, digest: version.digest)
    if word == .signed, key == nil { try check(nil, email, version, history) }
    guard let person = version.contract.signatory(email) else { return }
    try checkConfirmable(person, version)

    let sheet = ContractSheet(version, in: history).document
    Terminal.say(sheet.rendered(as: .text, layout: TextRenderer(width: Terminal.width)))
    try confirm(person, version)
    let signature = try signature(of: person, on: version, in: history, database)
    _ = try database.sign(
      name, version: version.number, digest: version.digest, by: email, word: word, key: signature,
      at: common.now(), recordedBy: common.person)
    try announce(person, version, signature, in: database)
  }

  /// What the person signs with the key of the options, checked at once; nil where there is none.
  private func signature(
    of person: Signatory, on version: Version, in history: ContractHistory, _ database: Database
  ) throws -> KeySignature? {
    guard let key else { return nil }
    guard
      let text = try database.canonicalText(of: version.contract.name, version: version.number),
      Digest(hashing: text) == version.digest
    else {
      throw Failure.badData(
        "the text of version \(version.number) does not have its digest; see: leadpact verify")
    }
    let signature: KeySignature
    do { signature = KeySignature(try SSHKeygen.signature(of: text, withKeyAt: key)) } catch let error
      as Unreadable
    {
      throw Failure.couldNot(
        "ssh-keygen made no signature to keep: it is not \(error.expected); nothing was recorded")
    }
    try check(signature.key, person.email, version, history)
    switch try SSHKeygen.verdict(on: signature.armoured, of: text, by: person.email, key: signature.key) {
    case .good: return signature
    case .bad(let words), .unknown(let words):
      throw Failure.couldNot("the signature does not hold, so nothing was recorded: \(words)")
    }
  }

  private func check(_ key: PublicKey?, _ email: Email, _ version: Version, _ history: ContractHistory) throws
  {
    try history.check(key, by: email, onVersion: version.number, fingerprint: \.fingerprint)
  }

  private func word() throws -> Signature.Word {
    guard decline else {
      guard reason == nil else { throw Failure.usage("--reason goes with --decline") }
      return .signed
    }
    guard key == nil else {
      throw Failure.usage("--key goes with signing; a refusal is not signed with a key")
    }
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      throw Failure.usage("to decline, say why: --reason '…'")
    }
    return .declined(reason: reason)
  }

  /// Refuses where nobody can be asked, and `--yes` was not given.
  private func checkConfirmable(_ person: Signatory, _ version: Version) throws {
    guard !yes, !Terminal.isInteractive else { return }
    throw Failure.usage(
      "this is not a terminal, so confirm with --yes that \(person.email) will \(verb) version \(version.number), digest \(version.digest.short); to read it: leadpact contract show \(version.contract.name.text.asShellWord)"
    )
  }

  private var verb: String { decline ? "decline" : "sign" }

  private func confirm(_ person: Signatory, _ version: Version) throws {
    if yes { return }
    let question: Message =
      "\n\(person.name), type '\(verb)' to \(verb) version \(version.number), digest \(version.digest.short): "
    guard Terminal.ask(question) == verb else {
      throw Failure.couldNot("not confirmed; nothing was recorded")
    }
  }

  private func announce(
    _ person: Signatory, _ version: Version, _ signature: KeySignature?, in database: Database
  ) throws {
    let history = try database.knownHistory(of: version.contract.name)
    let verb = decline ? "declined" : "signed"
    let key = signature.map { ", with the key \($0.fingerprint)" } ?? ""
    Terminal.tell(
      "\n\(person.name) \(verb) version \(version.number) of \(version.contract.name), digest \(version.digest.short)\(key)."
    )
    switch history.standing(of: version) {
    case .inForce(_, let from): Terminal.tell("Everyone has signed: it is in force from \(from).")
    case .awaiting(let missing):
      Terminal.tell("Still to sign: \(missing.map { "\($0.name) (\($0.email))" }.joined(separator: ", ")).")
    case .refused:
      Terminal.tell(
        "It does not come into force; propose a new version, or talk and have it signed after all.")
    case .superseded(let newer): Terminal.tell("Version \(newer) has been proposed in its place meanwhile.")
    }
  }
}
