import Storage

/// Whether the signatures with keys on record are those of their texts, as far as `ssh-keygen` can say.
struct KeySignatureCheck {
  /// What is wrong, a line each, in the words of `verify`.
  private(set) var problems: [String] = []
  /// Why some could not be checked; nil where all were.
  private(set) var obstacle: String?
  /// How many there are.
  let count: Int

  /// Checks each of them.
  init(_ signatures: [RecordedKeySignature]) throws {
    count = signatures.count
    for recorded in signatures {
      let verdict = try SSHKeygen.verdict(
        on: recorded.armoured, of: recorded.text, by: recorded.email, key: recorded.key)
      switch verdict {
      case .good: continue
      case .bad(let words):
        problems.append(
          "\(recorded.place): it is not the signature of \(recorded.email) on the text of the version; ssh-keygen says: \(words)"
        )
      case .unknown(let reason):
        obstacle = reason
        return
      }
    }
  }

  /// A sentence of what was checked; nil where there was nothing.
  var sentence: String? {
    guard count > 0 else { return nil }
    let noun = count == 1 ? "1 signature made with a key" : "\(count) signatures made with keys"
    guard let obstacle else { return "\(noun): checked with ssh-keygen." }
    return "\(noun) could not be checked: \(obstacle)."
  }
}
