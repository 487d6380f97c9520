/// Why a person's word on a version cannot be taken.
public enum SigningRefusal: Error, Hashable, Sendable {
  /// Nobody of that address is expected to sign.
  case notExpected(Email, expected: [Signatory])
  /// The person has signed this version already.
  case alreadySigned(Email, version: Int, at: Moment)
  /// The person has refused this version already.
  case alreadyDeclined(Email, version: Int, at: Moment)
  /// A newer version has taken the place of the one that was to be signed.
  case superseded(version: Int, newest: Int)
  /// The text is not the one that the person saw.
  case otherText(version: Int, digest: Digest)
  /// There is no version of that number.
  case noSuchVersion(Int, newest: Int)
  /// The contract asks for a signature with a key, with that one where it names one.
  case keyRequired(Email, pinned: KeyFingerprint?)
  /// The key is not the one that the contract names for the person.
  case otherKey(Email, pinned: KeyFingerprint, given: KeyFingerprint)
  /// The key is another person's.
  case keyOfAnother(KeyFingerprint, owner: Email)
}

extension SigningRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    switch self {
    case .notExpected(let email, let expected):
      "\(email) is not among those who sign; expected are "
        + expected.map { "\($0.email) (\($0.name), \($0.team.rawValue))" }.joined(separator: ", ")
    case .alreadySigned(let email, let version, let at):
      "\(email) signed version \(version) on \(at.day) already; a signature is given once"
    case .alreadyDeclined(let email, let version, let at):
      "\(email) declined version \(version) on \(at.day) already; sign it, or propose a new version"
    case .superseded(let version, let newest):
      "version \(version) was superseded by version \(newest); read and sign that one"
    case .otherText(let version, let digest):
      "version \(version) has the digest \(digest.short), which is not the one given; read it again before you sign"
    case .noSuchVersion(let version, let newest):
      "there is no version \(version); the newest is \(newest)"
    case .keyRequired(let email, nil):
      "the contract asks \(email) to sign with a key: add --key ~/.ssh/id_ed25519, or whichever is yours; "
        + "'ssh-keygen -t ed25519' makes one"
    case .keyRequired(let email, let pinned?):
      "the contract asks \(email) to sign with the key \(pinned): add --key and that key's file"
    case .otherKey(let email, let pinned, let given):
      "the contract names the key \(pinned) for \(email), and this one is \(given); sign with that key, "
        + "or propose a version that names this one"
    case .keyOfAnother(let key, let owner):
      "the key \(key) is that of \(owner); a key is one person's, so sign with your own"
    }
  }
}

extension ContractHistory {
  /// Checks that `email` may give `word` on the version of that number, of which the person saw `digest`.
  ///
  /// - Throws: `SigningRefusal`.
  public func check(_ word: Signature.Word, by email: Email, onVersion number: Int, digest: Digest)
    throws(SigningRefusal)
  {
    guard versions.contains(where: { $0.number == number }) else {
      throw .noSuchVersion(number, newest: newest.number)
    }
    let version = versions[number - 1]
    guard let signatory = version.contract.signatory(email) else {
      throw .notExpected(email, expected: version.contract.signatories)
    }
    guard version.digest == digest else { throw .otherText(version: number, digest: version.digest) }
    if let given = self.word(of: signatory, on: version) {
      if given.word == .signed { throw .alreadySigned(email, version: number, at: given.at) }
      if word != .signed { throw .alreadyDeclined(email, version: number, at: given.at) }
    }
    guard number == newest.number else { throw .superseded(version: number, newest: newest.number) }
  }

  /// Checks that `email` may sign the version of that number with `key`, or by a typed word where there is none.
  ///
  /// A key that the contract names for someone else, or that someone else has signed the version with, is theirs.
  /// - Parameter fingerprint: what people call a key by.
  /// - Throws: `SigningRefusal`.
  public func check(
    _ key: PublicKey?,
    by email: Email,
    onVersion number: Int,
    fingerprint: (PublicKey) -> KeyFingerprint
  ) throws(SigningRefusal) {
    guard let version = versions.first(where: { $0.number == number }) else {
      throw .noSuchVersion(number, newest: newest.number)
    }
    let contract = version.contract
    let clause = contract.signatory(email)?.key
    guard let key else {
      switch clause {
      case nil: return
      case .required: throw .keyRequired(email, pinned: nil)
      case .pinned(let pinned): throw .keyRequired(email, pinned: fingerprint(pinned))
      }
    }
    if case .pinned(let pinned) = clause, pinned != key {
      throw .otherKey(email, pinned: fingerprint(pinned), given: fingerprint(key))
    }
    let owner =
      contract.signatories.first { $0.key == .pinned(key) }?.email
      ?? signatures.first { $0.version == number && $0.key?.key == key }?.email
    if let owner, owner != email { throw .keyOfAnother(fingerprint(key), owner: owner) }
  }
}
