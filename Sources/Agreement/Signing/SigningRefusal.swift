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
}
