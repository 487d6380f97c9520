/// One immutable text of a contract, numbered from 1.
public struct Version: Hashable, Sendable {
  /// Its number among the contract's versions, from 1.
  public let number: Int
  /// What it says.
  public let contract: Contract
  /// The SHA-256 of its canonical text.
  public let digest: Digest
  /// When it was proposed.
  public let proposedAt: Moment
  /// Who proposed it.
  public let proposedBy: String
  /// Why, where something was said.
  public let note: String?

  /// Creates a version.
  public init(
    number: Int,
    contract: Contract,
    digest: Digest,
    proposedAt: Moment,
    proposedBy: String,
    note: String? = nil
  ) {
    self.number = number
    self.contract = contract
    self.digest = digest
    self.proposedAt = proposedAt
    self.proposedBy = proposedBy
    self.note = note
  }
}

/// A person's word on one version.
public struct Signature: Hashable, Sendable {
  /// What the word is.
  public enum Word: Hashable, Sendable {
    /// Agreed.
    case signed
    /// Refused, with the reason.
    case declined(reason: String)
  }

  /// The version's number.
  public let version: Int
  /// The digest that the person saw.
  public let digest: Digest
  /// Who.
  public let email: Email
  /// What the word is.
  public let word: Word
  /// When.
  public let at: Moment
  /// What was signed with a key; nil where the word was only typed.
  public let key: KeySignature?

  /// Creates a signature.
  public init(
    version: Int,
    digest: Digest,
    email: Email,
    word: Word,
    at: Moment,
    key: KeySignature? = nil
  ) {
    self.version = version
    self.digest = digest
    self.email = email
    self.word = word
    self.at = at
    self.key = key
  }
}
