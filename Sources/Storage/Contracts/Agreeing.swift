public import Agreement

extension Database {
  /// Proposes a contract: its first version where the name is new, else its next.
  ///
  /// - Parameters:
  ///   - source: the text of the contract file, to be kept beside what it says.
  ///   - edited: the version that the text was made from, which must still be the newest; nil where none was.
  /// - Throws: `ProposalRefusal`, `BackdatingRefusal`, `StorageError`.
  public func propose(
    _ contract: Contract,
    by person: String,
    at moment: @autoclosure () throws -> Moment,
    note: String? = nil,
    source: String? = nil,
    madeFrom edited: Int? = nil
  ) throws -> Version {
    try recording(.propose, by: person, at: moment) { stamp in
      let digest = Digest(hashing: contract.canonicalText)
      let contracts = ContractStore(connection: connection)
      let known = try contracts.entry(named: contract.name)
      let history = try known.flatMap { entry throws(StorageError) in try self.history(of: entry) }
      if let edited, let newest = history?.newest.number, newest != edited {
        throw ProposalRefusal.overtaken(edited: edited, newest: newest)
      }
      try history?.check(proposal: contract, digest: digest)
      let entry = try known ?? contracts.insert(contract.name, under: stamp)
      let version = Version(
        number: (history?.newest.number ?? 0) + 1,
        contract: contract,
        digest: digest,
        proposedAt: stamp.at,
        proposedBy: stamp.by,
        note: note
      )
      let versions = VersionStore(connection: connection)
      try versions.insert(version, source: source, of: entry, under: stamp)
      let stored = try versions.versions(of: entry.id, under: stamp).last
      precondition(
        stored.map { Digest(hashing: $0.contract.canonicalText) } == digest,
        "A version reads back as it was proposed"
      )
      if let history { try LeadCounting.follow(entry, from: history, under: stamp, on: connection) }
      return (version, entry.id, "\(entry.name) version \(version.number)")
    }
  }

  /// Takes a person's word on a version, of which the person saw the text of `digest`.
  ///
  /// - Parameters:
  ///   - key: what the person signed with a key, checked against the text; nil for a typed word.
  ///   - recorder: who runs the command, which need not be who signs.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `SigningRefusal`, `StorageError`.
  public func sign(
    _ name: Name,
    version: Int,
    digest: Digest,
    by email: Email,
    word: Signature.Word,
    key: KeySignature? = nil,
    at moment: @autoclosure () throws -> Moment,
    recordedBy recorder: String
  ) throws -> Signature {
    try recording(word == .signed ? .sign : .decline, by: recorder, at: moment) { stamp in
      let (entry, history) = try agreed(name)
      try history.check(word, by: email, onVersion: version, digest: digest)
      if word == .signed {
        try history.check(key?.key, by: email, onVersion: version, fingerprint: \.fingerprint)
      } else {
        precondition(key == nil, "A refusal is not signed with a key")
      }
      let signature = Signature(
        version: version,
        digest: digest,
        // The address is kept as the contract writes it.
        email: history.versions[version - 1].contract.signatory(email)?.email ?? email,
        word: word,
        at: stamp.at,
        key: key
      )
      try SignatureStore(connection: connection).insert(signature, of: entry, under: stamp)
      try LeadCounting.follow(entry, from: history, under: stamp, on: connection)
      let subject = "\(entry.name) version \(version) by \(signature.email)"
      if case .declined(let reason) = word { return (signature, entry.id, "\(subject) (\(reason))") }
      return (signature, entry.id, subject)
    }
  }

  /// The contract of that name with its history.
  ///
  /// - Throws: `UnknownContract`, `StorageError`.
  func agreed(_ name: Name) throws -> (entry: ContractStore.Entry, history: ContractHistory) {
    let contracts = ContractStore(connection: connection)
    guard
      let entry = try contracts.entry(named: name),
      let history = try history(of: entry)
    else {
      throw UnknownContract(name: name, known: try contracts.entries().map(\.name))
    }
    return (entry, history)
  }
}
