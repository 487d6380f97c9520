import Agreement
import Exchange
import Reporting
import Storage

/// The newest version of a contract as a text to edit.
struct ContractDraft {
  /// What is edited, and what came before it.
  let history: ContractHistory
  /// The text to edit.
  let text: String
  /// What whoever edits should know beforehand.
  let notice: String?

  /// The lines that leadpact puts above the text and takes away again.
  private let heading: String

  /// The version that is edited.
  var version: Version { history.newest }

  /// The newest version of a contract that exists: the file as it was proposed where it is on record and still reads
  /// as that version, else its normalised text.
  init(of name: Name, in database: Database, on today: Day) throws {
    history = try database.knownHistory(of: name)
    let version = history.newest
    let source = try database.sourceText(of: name, version: version.number)
    let body: String
    if let source, Self.reads(source, as: version) {
      // What stands above it would leave a byte order mark in the middle.
      body = String(source.unicodeScalars.drop { $0 == "\u{FEFF}" })
      notice = nil
    } else {
      body = version.contract.canonicalText
      notice =
        "version \(version.number) was not made from a file, so this is its normalised text, without comments"
    }
    heading = Self.hint(history, on: today).map { "\(Self.mark)\($0)\n" }.joined()
    text = heading + body
  }

  private static let mark = "# leadpact: "

  private static func reads(_ source: String, as version: Version) -> Bool {
    do {
      let contract = try ContractFile.read(source, file: "source")
      return Digest(hashing: contract.canonicalText) == version.digest
    } catch { return false }
  }

  /// What a new version must heed: the month from which on it holds.
  private static func hint(_ history: ContractHistory, on today: Day) -> [String] {
    guard let signed = history.versions.last(where: history.isSigned) else { return [] }
    let contract = signed.contract
    let first = contract.effective.advanced(by: 1)
    let next = max(first, contract.calendar.month(containing: today).advanced(by: 1))
    guard first <= history.newest.contract.term.last else {
      return [
        "Everyone has signed version \(signed.number), which holds from \(contract.effective), the last month of the term.",
        "A new version needs a longer term, or a contract of another name.",
      ]
    }
    let example = min(next, history.newest.contract.term.last)
    return [
      "Everyone has signed version \(signed.number), which holds from \(contract.effective). A new version needs",
      "a later month, such as effective: \(example) (\(first) at the earliest). These lines are taken away again.",
    ]
  }

  /// What was edited, without the lines that leadpact put above it.
  func source(from bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let own = Set(heading.unicodeScalars.split(separator: "\n").map(String.init))
    return lines.drop { own.contains($0) }.joined(separator: "\n")
  }

  /// Whether something was edited.
  func differs(from bytes: [UInt8]) -> Bool {
    source(from: bytes).utf8.elementsEqual(source(from: Array(text.utf8)).utf8) == false
  }

  /// The contract that the edited text says; nil where it says what the version says.
  ///
  /// - Throws: `ContractFileError`, `ProposalRefusal`, `Failure.badData` where it is another contract's.
  func contract(from bytes: [UInt8], file: String) throws -> Contract? {
    let contract = try ContractFile.read(bytes: bytes, file: file)
    let digest = Digest(hashing: contract.canonicalText)
    if digest == version.digest { return nil }
    guard contract.name == version.contract.name else {
      throw ContractFileError(
        problems: [
          Diagnostic(
            file: file, line: 1, column: 1,
            message: "contract: this is '\(contract.name)' now, and '\(version.contract.name)' was opened; "
              + "a contract of another name is proposed from a file: leadpact contract propose FILE")
        ])
    }
    try history.check(proposal: contract, digest: digest)
    return contract
  }
}
