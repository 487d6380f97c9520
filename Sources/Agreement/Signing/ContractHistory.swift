/// All versions of a contract, with what everyone said of each, as known on some day.
public struct ContractHistory: Hashable, Sendable {
  /// The versions, by number from 1.
  public let versions: [Version]
  /// The words given, in the order in which they were given.
  public let signatures: [Signature]

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
  }

  /// The newest version, signed or not.
  public var newest: Version { versions[versions.count - 1] }

  /// The word of a person on a version that counts; nil where none was given.
  ///
  /// Who declined may still sign; who has signed is bound, whatever they say later.
  public func word(of signatory: Signatory, on version: Version) -> Signature? {
    let words = signatures.filter {
      $0.version == version.number && $0.email == signatory.email && $0.digest == version.digest
    }
    return words.first { $0.word == .signed } ?? words.last
  }

  /// Where a version stands.
  public func standing(of version: Version) -> Standing {
    let words = version.contract.signatories.map { (person: $0, word: word(of: $0, on: version)) }
    let missing = words.filter { $0.word?.word != .signed }.map(\.person)
    if missing.isEmpty {
      // Everyone signed, so there is a last signature; a contract has signatories.
      return .inForce(signed: words.compactMap(\.word?.at.day).max() ?? version.proposedAt.day)
    }
    if let newer = versions.last, newer.number > version.number { return .superseded(by: newer.number) }
    let refusals = words.compactMap { entry in entry.word.flatMap { $0.word == .signed ? nil : $0 } }
    return refusals.isEmpty ? .awaiting(missing) : .refused(refusals, missing: missing)
  }

  /// Whether everyone has signed `version`.
  public func isSigned(_ version: Version) -> Bool {
    if case .inForce = standing(of: version) { true } else { false }
  }

  /// The version that measures `month`: the newest in force then, else the newest that is proposed for it.
  ///
  /// DESIGN section 4. Nil for a month that no version covers.
  public func ruling(in month: Month) -> Ruling? {
    let covering = versions.filter { $0.contract.coverage.contains(month) }
    if let version = covering.last(where: isSigned) {
      return Ruling(version: version, standing: standing(of: version))
    }
    guard let version = covering.last else { return nil }
    return Ruling(version: version, standing: standing(of: version))
  }

  /// Every month that some version covers, in order.
  public var months: [Month] {
    let first = versions.map(\.contract.coverage.first).min() ?? newest.contract.term.first
    let last = versions.map(\.contract.term.last).max() ?? newest.contract.term.last
    return (0...first.distance(to: last)).map(first.advanced(by:)).filter { month in
      versions.contains { $0.contract.coverage.contains(month) }
    }
  }
}

/// Where a version stands between proposal and force.
public enum Standing: Hashable, Sendable {
  /// Everyone has signed, the last on that day.
  case inForce(signed: Day)
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
