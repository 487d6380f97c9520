/// All versions of a contract, with what everyone said of each, as known on some day.
public struct ContractHistory: Hashable, Sendable {
  /// The versions, by number from 1.
  public let versions: [Version]
  /// The words given, in the order in which they were given.
  public let signatures: [Signature]
  /// Every month that some version covers, in order.
  public let months: [Month]

  /// Where each version stands, in their order.
  private let standings: [Standing]

  /// Creates a history.
  ///
  /// - Precondition: there is a version, and they are numbered from 1 in order.
  public init(versions: [Version], signatures: [Signature]) {
    precondition(
      !versions.isEmpty && versions.map(\.number) == Array(1...versions.count),
      "versions follow each other"
    )
    self.versions = versions
    self.signatures = signatures
    self.months = Set(versions.flatMap(\.contract.coverage)).sorted()
    self.standings = Self.standings(of: versions, signedBy: signatures)
  }

  /// From the first month that some version covers to the last.
  public var span: MonthRange {
    // Every version covers a month, and they stand in order.
    (try? MonthRange(first: months[0], last: months[months.count - 1])) ?? newest.contract.term
  }

  /// The newest version, signed or not.
  public var newest: Version { versions[versions.count - 1] }

  /// The word of a person on a version that counts; nil where none was given.
  ///
  /// Who declined may still sign; who has signed is bound, whatever they say later.
  public func word(of signatory: Signatory, on version: Version) -> Signature? {
    Self.word(of: signatory, on: version, among: signatures)
  }

  /// Where a version stands.
  ///
  /// - Precondition: it is one of this history's versions.
  public func standing(of version: Version) -> Standing { standings[version.number - 1] }

  /// Whether everyone has signed `version`.
  public func isSigned(_ version: Version) -> Bool { standing(of: version).isInForce }

  /// The first month that `version` binds in; nil while not everyone has signed it.
  ///
  /// It is the later one of its effective month and the month of its last signature. Months before that
  /// signature stay with the older version that everyone had signed for them; where there is none, as for a
  /// first contract that is signed late, the version binds from its effective month on.
  public func bindingMonth(of version: Version) -> Month? {
    if case .inForce(_, let from) = standing(of: version) { from } else { nil }
  }

  /// The version that measures `month`: the newest that binds then, else the newest that is proposed for it.
  ///
  /// No version changes what a month before its last signature was measured against. Nil for a month that no
  /// version covers, and for one after the end to which a version that binds has shortened the term.
  public func ruling(in month: Month) -> Ruling? {
    let binding = versions.indices.last { index in
      if case .inForce(_, let from) = standings[index] { from <= month } else { false }
    }
    if let binding, versions[binding].contract.coverage.contains(month) { return ruling(at: binding) }
    // Nothing older than a version that binds can take its place.
    let proposed = versions.indices.last { index in
      !standings[index].isInForce && versions[index].contract.coverage.contains(month)
    }
    guard let proposed, binding.map({ $0 < proposed }) ?? true else { return nil }
    return ruling(at: proposed)
  }

  private func ruling(at index: Int) -> Ruling {
    Ruling(version: versions[index], standing: standings[index])
  }
}

extension ContractHistory {
  private static func standings(of versions: [Version], signedBy signatures: [Signature]) -> [Standing] {
    var standings: [Standing] = []
    var lastSignedMonth: Month?
    for version in versions {
      let contract = version.contract
      let words = contract.signatories.map { person in
        (person: person, word: word(of: person, on: version, among: signatures))
      }
      let missing = words.filter { $0.word?.word != .signed }.map(\.person)
      guard !missing.isEmpty else {
        // Everyone signed, so there is a last signature; a contract has signatories.
        let signed = words.compactMap(\.word?.at.day).max() ?? version.proposedAt.day
        let signedMonth = contract.calendar.month(containing: signed)
        // The first month without an older text that everyone signed, or of which this one was signed.
        let open = lastSignedMonth.map { min($0.advanced(by: 1), signedMonth) } ?? contract.effective
        standings.append(.inForce(signed: signed, from: max(contract.effective, open)))
        lastSignedMonth = max(lastSignedMonth ?? contract.term.last, contract.term.last)
        continue
      }
      let refusals = words.compactMap { entry in entry.word.flatMap { $0.word == .signed ? nil : $0 } }
      if version.number < versions.count {
        standings.append(.superseded(by: versions.count))
      } else {
        standings.append(refusals.isEmpty ? .awaiting(missing) : .refused(refusals, missing: missing))
      }
    }
    return standings
  }

  private static func word(of signatory: Signatory, on version: Version, among signatures: [Signature])
    -> Signature?
  {
    let words = signatures.filter {
      $0.version == version.number && $0.email == signatory.email && $0.digest == version.digest
    }
    return words.first { $0.word == .signed } ?? words.last
  }
}

/// Where a version stands between proposal and force.
public enum Standing: Hashable, Sendable {
  /// Everyone has signed, the last on that day; the version binds from that month on.
  case inForce(signed: Day, from: Month)
  /// These people have not given their word.
  case awaiting([Signatory])
  /// Someone refused; `missing` are all who have not signed.
  case refused([Signature], missing: [Signatory])
  /// A newer version was proposed before everyone had signed.
  case superseded(by: Int)

  /// Whether the version binds.
  public var isInForce: Bool { if case .inForce = self { true } else { false } }
}

/// The version that measures a month, and whether it binds.
public struct Ruling: Hashable, Sendable {
  /// The version.
  public let version: Version
  /// Where it stands.
  public let standing: Standing

  /// A version, and where it stands.
  public init(version: Version, standing: Standing) {
    self.version = version
    self.standing = standing
  }

  /// What it says.
  public var contract: Contract { version.contract }
}
