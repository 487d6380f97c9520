public import Agreement

/// A version with everything that someone needs who checks its signatures without leadpact.
public struct Certificate: Sendable {
  /// One of its files.
  public struct File: Hashable, Sendable {
    /// Its name, which is safe on every file system.
    public let name: String
    /// What is in it.
    public let text: String

    /// A file.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A person, and what is known of their word.
  struct Entry {
    let person: Signatory
    let word: Signature?
    /// The file of the signature with a key; nil where there is none.
    let file: String?
  }

  /// The version and where it stands.
  let ruling: Ruling
  /// Who must sign it, in the order of the contract.
  let entries: [Entry]
  /// The version's text, as it is stored.
  let text: String
  /// Where the journal of the database ends.
  let journalHead: (number: Int, hash: Digest)
  /// The day on which it is made.
  let day: Day

  /// The certificate of a version.
  ///
  /// - Parameters:
  ///   - text: the version's text, as it is stored.
  ///   - journalHead: the number and the hash of the journal's newest entry.
  ///   - day: the day on which it is made.
  public init(
    of version: Version,
    in history: ContractHistory,
    text: String,
    journalHead: (number: Int, hash: Digest),
    on day: Day
  ) {
    ruling = Ruling(version: version, standing: history.standing(of: version))
    self.text = text
    self.journalHead = journalHead
    self.day = day
    var taken: Set<String> = []
    entries = version.contract.signatories.map { person in
      let word = history.word(of: person, on: version)
      return Entry(
        person: person,
        word: word,
        file: word?.key == nil ? nil : Self.fileName(for: person.email, besides: &taken)
      )
    }
  }

  /// The name of the folder, where none is asked for: `acme-2026-version-1-certificate`.
  public var folderName: String {
    "\(ruling.contract.name)-version-\(ruling.version.number)-certificate"
  }

  /// All files but the one of their checksums, which is to be called `checksumFile`.
  public var files: [File] {
    let signatures = entries.compactMap { entry in
      entry.file.flatMap { name in entry.word?.key.map { File(name: name, text: $0.armoured.text) } }
    }
    let signers = entries.compactMap { entry in
      entry.word?.key.map { (email: entry.person.email, key: $0.key) }
    }
    return [File(name: Self.textFile, text: text)] + signatures
      + (signers.isEmpty ? [] : [File(name: Self.signersFile, text: AllowedSigners(signers).text)])
      + [
        File(name: Self.journalFile, text: "\(journalHead.number) \(journalHead.hash)\n"),
        File(name: Self.pageFile, text: page),
      ]
  }

  /// What the file of the checksums is called.
  public static let checksumFile = "SHA256SUMS"

  static let textFile = "contract.txt"
  static let signersFile = "allowed_signers"
  static let journalFile = "journal-head.txt"
  static let pageFile = "README.txt"

  /// `ada.sig` for `ada@acme.example`, with a number where another one is called so.
  private static func fileName(for email: Email, besides taken: inout Set<String>) -> String {
    let local = email.text.prefix { $0 != "@" }.lowercased().utf8.prefix(40)
    let safe = local.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        byte
      default: UInt8(ascii: "-")
      }
    }
    let trimmed = String(
      decoding: safe.drop { [UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0) }, as: UTF8.self)
    let stem = trimmed.isEmpty ? "signer" : trimmed
    var name = stem
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name + ".sig"
  }
}
