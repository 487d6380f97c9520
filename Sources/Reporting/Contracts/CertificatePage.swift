import Agreement

extension Certificate {
  /// The page that says in plain words who signed what, and how to check it.
  var page: String {
    let contract = ruling.contract
    let version = ruling.version
    let title = PrintableText.line("\(contract.title), version \(version.number): who signed it")
      .withoutIndent
    let lines =
      [
        title,
        String(repeating: "=", count: title.count),
        "",
        "Contract:  \(contract.name), for \(contract.term), effective from \(contract.effective)",
        "Proposed:  \(version.proposedAt) by \(PrintableText.line(version.proposedBy))",
        "Standing:  \(PrintableText.line(ruling.standing.words(of: version)))",
        "Digest:    \(version.digest)",
        "",
        "The text that they agree on is \(Self.textFile). Its digest is its SHA-256: every report carries it.",
        "",
      ] + section("Who said what", entries.enumerated().flatMap { account(of: $1, number: $0 + 1) })
      + section("Check it yourself", checks) + section("What this proves", proofs)
      + section("Where it comes from", origin)
    return lines.joined(separator: "\n")
  }

  private var withKeys: [Entry] { entries.filter { $0.file != nil } }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    [title, String(repeating: "-", count: title.count), ""] + lines + [""]
  }

  /// What a person said, when, and how.
  private func account(of entry: Entry, number: Int) -> [String] {
    let person = entry.person
    let head = PrintableText.line(
      "\(number). \(person.name) <\(person.email)>, \(person.role), for \(person.team.rawValue)")
    guard let word = entry.word else { return [head, "   has neither signed nor declined."] }
    if case .declined(let reason) = word.word {
      return [head, PrintableText.line("   declined on \(word.at): \(reason)")]
    }
    guard let key = word.key, let file = entry.file else {
      return [head, "   signed on \(word.at) by a typed word; no key stands behind it."]
    }
    let clause =
      switch person.key {
      case .pinned: "The contract itself names this key."
      case .required: "The contract asks for a key, and leaves open which."
      case nil: "The contract asks for no key."
      }
    return [
      head,
      "   signed on \(word.at) with the key \(key.fingerprint)",
      "   (\(key.key.kind.rawValue)): \(file). \(clause)",
    ]
  }

  private var checks: [String] {
    var lines = [
      "In this folder. Nothing in it was changed since it was made:",
      "",
      "    sha256sum -c \(Self.checksumFile)",
      "",
      "The text is the one of the digest above, which must come out:",
      "",
      "    sha256sum \(Self.textFile)",
      "",
    ]
    if !withKeys.isEmpty {
      lines += [
        "The signatures with keys are checked by ssh-keygen, which comes with OpenSSH (8.2 or later). Each command",
        "must print a line that begins with: Good \"\(ArmouredSignature.namespace)\" signature for",
        "and that ends with the fingerprint above.",
        "",
      ]
    }
    for entry in withKeys {
      guard let file = entry.file else { continue }
      lines += [
        PrintableText.line("For \(entry.person.name):"),
        "",
        "    ssh-keygen -Y verify -f \(Self.signersFile) -I \(entry.person.email.text.asShellWord) "
          + "-n \(ArmouredSignature.namespace) -s \(file) < \(Self.textFile)",
        "",
      ]
    }
    return Array(lines.dropLast())
  }

  private var proofs: [String] {
    let typed = [
      "A typed word proves that someone who could write the database recorded it, at that place in its journal:",
      "not who that was. Those who have an earlier journal head can tell whether the history was rewritten since.",
    ]
    guard !withKeys.isEmpty else {
      return ["Nobody has signed this version with a key. What stands above rests on the database."] + typed
    }
    return [
      "A good signature proves that whoever holds the private key agreed to this text, to the letter. It does not",
      "prove whose key that is: \(Self.signersFile) came with this folder, so ask each person for the fingerprint of",
      "their key in another way, and compare. Nor does it prove when: the times above are those of the database.",
    ] + (entries.contains { $0.word?.word == .signed && $0.word?.key == nil } ? typed : [])
  }

  private var origin: [String] {
    [
      "Made on \(day) from the database's journal, which then ended with entry \(journalHead.number), whose hash is",
      "\(journalHead.hash). Whoever has the database checks with",
      "",
      "    leadpact verify --since \(journalHead.hash.short)",
      "",
      "that nothing up to that entry was altered.",
    ]
  }
}

extension String {
  /// The text without blanks at its start: in the page, commands alone are indented by four.
  fileprivate var withoutIndent: String { String(drop(while: \.isWhitespace)) }
}
