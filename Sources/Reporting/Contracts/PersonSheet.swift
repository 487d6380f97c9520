public import Agreement

/// One person's part of a contract, in plain words: `leadpact contract show NAME --for EMAIL`.
public struct PersonSheet: Sendable {
  /// The person.
  public let person: Signatory
  /// The version and where it stands.
  public let ruling: Ruling
  /// The person's word on it; nil where none was given.
  public let word: Signature?

  /// The part of `person` in a version.
  public init(_ person: Signatory, of version: Version, in history: ContractHistory) {
    self.person = person
    self.ruling = Ruling(version: version, standing: history.standing(of: version))
    self.word = history.word(of: person, on: version)
  }

  /// The part laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document() throws(Overflow) -> Document {
    let contract = ruling.contract
    let owes = person.owes.isEmpty ? "The contract has no sentence of what \(person.name) owes." : person.owes
    var sections = [Section("owes", "What \(person.name) owes", [.paragraph(owes)])]
    if person.team == .marketing { sections.append(try leadsSection(contract)) }
    if person.team == .sales { sections.append(salesSection(contract)) }
    let promises = contract.promises.filter { $0.owner == person.team }
    if !promises.isEmpty {
      sections.append(
        Section(
          "commitments", "What \(person.team.rawValue) has promised",
          [.list(promises.map { "\($0.title(in: .english)): \($0.agreed(in: .english))" })]))
    }
    let others = contract.signatories.filter { $0.email != person.email }
    sections.append(
      Section(
        "others", "What the others owe",
        [.list(others.map(\.part))]))
    let state =
      switch word?.word {
      case .signed?:
        "signed on \(word.map { "\($0.at.day)" } ?? "")"
          + (word?.key.map { " with the key \($0.fingerprint)" } ?? "")
      case .declined(let reason)?: "declined: \(reason)"
      case nil:
        "not signed yet: leadpact sign \(contract.name.text.asShellWord) --as \(person.email.text.asShellWord)"
          + (person.key == nil ? "" : " --key ~/.ssh/id_ed25519")
      }
    return Document(
      kind: "part", title: "\(contract.title): the part of \(person.name)",
      facts: [
        Fact("contract", "Contract", contract.name.text),
        Fact("version", "Version", "\(ruling.version.number), \(ruling.standing.words(of: ruling.version))"),
        Fact("role", "Role", "\(person.role), \(person.team.rawValue)"),
        Fact("signature", "Signature", state),
      ] + (person.key.map { [Fact("key", "Signs with", $0.words)] } ?? []), sections: sections,
      footer: ["Digest: \(ruling.version.digest)."])
  }

  /// What sales must win, and how many leads its reps are there for.
  private func salesSection(_ contract: Contract) -> Section {
    var lines = contract.streams.map { "\($0.title): \($0.quotas.words)" }
    if let capacity = contract.sales.capacity {
      lines.append(
        "Capacity: \(capacity.leadsPerRep.grouped) leads a rep and month; "
          + capacity.staffing.map { "\($0.reps) reps from \($0.from)" }.joined(separator: ", "))
    }
    if let rejection = contract.sales.rejection { lines.append(rejection.sentence) }
    lines.append("The leads that sales is given each month: leadpact plan \(contract.name.text.asShellWord)")
    return Section("quotas", "What sales must win", [.list(lines)])
  }

  private func leadsSection(_ contract: Contract) throws(Overflow) -> Section {
    var lines: [String] = []
    let plan = Plan(contract)
    for stream in contract.streams {
      for type in stream.leadTypes {
        let demand = try plan.demand(in: contract.effective, for: type, of: stream)
        lines.append(
          "\(stream.title), \(type.title): \(demand.demand.mqls.grouped) leads in \(contract.effective), worth \(demand.due)"
            + " (\(try demand.leadValue.rounded()) each)")
        if let sentence = type.conditionSentence { lines.append("\(stream.title), \(sentence)") }
      }
    }
    lines.append("Every other month: leadpact plan \(contract.name.text.asShellWord)")
    return Section("leads", "What marketing owes in leads", [.list(lines)])
  }
}

extension Signatory {
  /// The person with what they owe, in a line.
  var part: String { "\(name), \(role)" + (owes.isEmpty ? "" : ": \(owes)") }
}
