public import Agreement

extension Database {
  /// Proposes a contract: its first version where the name is new, else its next.
  ///
  /// - Throws: `ProposalRefusal`, `StorageError`.
  public func propose(
    _ contract: Contract,
    by person: String,
    at moment: Moment,
    note: String? = nil
  ) throws -> Version {
    fatalError("to be written")
  }

  /// Takes a person's word on a version, of which the person saw the text of `digest`.
  ///
  /// - Parameter recorder: who runs the command, which need not be who signs.
  /// - Throws: `UnknownContract`, `SigningRefusal`, `StorageError`.
  public func sign(
    _ name: Name,
    version: Int,
    digest: Digest,
    by email: Email,
    word: Signature.Word,
    at moment: Moment,
    recordedBy recorder: String
  ) throws -> Signature {
    fatalError("to be written")
  }
}
