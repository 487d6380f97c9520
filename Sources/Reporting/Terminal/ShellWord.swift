extension String {
  /// The text as one types it as a word of a shell's: in quotes where it holds a sign that a shell would obey.
  ///
  /// By Unicode scalars, as shells read: a quotation mark with an accent on it ends a quotation.
  public var asShellWord: String {
    let isPlain = !isEmpty && utf8.allSatisfy { $0 >= 0x80 || Self.plainInShells.contains($0) }
    if isPlain { return self }
    let parts = unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.map { String($0) }.joined(separator: #"'\''"#) + "'"
  }

  /// Signs that mean nothing to a shell, wherever they stand.
  private static let plainInShells = Set(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_./+,@:%".utf8)
}
