import Agreement

extension ContractReader {
  /// What else either team owes.
  mutating func measures(in section: Section) -> [Measure] {
    var measures: [Measure] = []
    for entry in entries("measures", in: section, of: "measures") ?? [] {
      let name = self.name(of: entry)
      let path = section.path + ["measures", entry.key]
      guard let section = self.section(entry.value, at: entry.place, path: path, .measure) else { continue }
      let title = text("title", in: section)
      let owner = value("owner", in: section, Team.init(named:))
      let unit = text("unit", in: section)
      let target = value("target", in: section, Target.init(_:))
      guard let name else { continue }
      measures.append(
        Measure(
          name: name,
          title: title ?? name.text,
          owner: owner ?? .sales,
          unit: unit ?? "",
          target: target?.score ?? Score(millionths: 0),
          direction: target?.direction ?? .atLeast
        )
      )
    }
    return measures
  }

  /// The people who must sign.
  mutating func signatories(in section: Section) -> [Signatory] {
    var people: [Signatory] = []
    let everyone = value("signatures", in: section, SignaturesClause.init(_:))
    for (position, item) in (items("signatories", in: section) ?? []).enumerated() {
      let path = section.path + ["signatories", "\(position)"]
      let section = self.section(item, at: item.place, path: path, .signatory)
      let name = section.flatMap { text("name", in: $0) }
      let email = section.flatMap { value("email", in: $0, Email.init(_:)) }
      let team = section.flatMap { value("team", in: $0, Team.init(named:)) }
      let role = section.flatMap { text("role", in: $0) }
      let owes = section.flatMap { text("owes", in: $0) }
      let key = section.flatMap { value("key", in: $0, KeyClause.init(_:)) }
      if team == nil { unsound.insert(["signatories"]) }
      // Nobody is left out: problems name people by their position.
      people.append(
        Signatory(
          name: name ?? "",
          email: email ?? StandIn.email(position),
          team: team ?? .operations,
          role: role ?? "",
          owes: owes ?? "",
          key: key ?? everyone?.clause
        )
      )
    }
    return people
  }
}

/// What people sign with whom the contract says nothing else of: `keys` or `typed`.
private struct SignaturesClause {
  let clause: KeyClause?

  init(_ text: String) throws(Unreadable) {
    switch text {
    case "keys": clause = .required
    case "typed": clause = nil
    default: throw Unreadable(text, expected: "'keys', where everyone signs with a key, or 'typed'")
    }
  }
}

/// A target with its direction: `at least 4.5`.
private struct Target {
  let direction: Measure.Direction
  let score: Score

  init(_ text: String) throws(Unreadable) {
    for direction in Measure.Direction.allCases where text.hasPrefix(direction.rawValue + " ") {
      self.direction = direction
      self.score = try Score(String(text.dropFirst(direction.rawValue.count + 1)))
      return
    }
    throw Unreadable(text, expected: "a target such as 'at least 4.5' or 'at most 4.5'")
  }
}
