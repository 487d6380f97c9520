/// A contract file as it is handed to the YAML parser: without aliases, and with doubled keys renamed.
///
/// Yams follows aliases while it reads, so that a few lines can unfold to gigabytes, and stops at the first
/// mapping that holds a key twice, naming one of them only. YAML itself has no list within a text within a list,
/// which is how conditions are written. A stand-in of the same length in the text, from a range of Unicode that
/// nobody writes in, keeps all that from it without moving anything else.
struct MaskedSource {
  private let text: SourceText
  private var scalars: [Unicode.Scalar]
  private var free: [Unicode.Scalar]
  private let asterisk: Unicode.Scalar
  /// What stands for brackets and commas within conditions.
  private let signs: [Unicode.Scalar: Unicode.Scalar]
  private let originals: [Unicode.Scalar: Unicode.Scalar]
  private var hasMaskedConditions = false
  private var renamed: [Place: (standIn: Unicode.Scalar, original: Unicode.Scalar)] = [:]

  /// How many doubled keys are looked into before the rest is left for the next run: each costs a reading.
  private static func mostRenamed(in text: SourceText) -> Int {
    min(50, max(3, 4 * SourceText.largest / max(1, text.scalars.count)))
  }

  init(_ text: SourceText) {
    let taken = Set(text.scalars.filter { $0.value >= 0xF0000 })
    let unused = (0xF0000...0xFFFFD).lazy.compactMap(Unicode.Scalar.init).filter { !taken.contains($0) }
    // A text of 1 MiB holds 262,144 such scalars at most, but a contract holds none.
    var free = Array(unused.prefix(Self.mostRenamed(in: text) + 4))
    let asterisk = free.popLast() ?? "\u{FFFFD}"
    var signs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for sign in ["[", ",", "]"] as [Unicode.Scalar] { signs[sign] = free.popLast() }
    self.text = text
    self.free = free
    self.asterisk = asterisk
    self.signs = signs
    self.originals = Dictionary(signs.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
      .merging([asterisk: "*"]) { _, last in last }
    self.scalars = text.scalars.map { $0 == "*" ? asterisk : $0 }
  }

  /// The text to parse.
  var yaml: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Hides the brackets and commas within conditions from the parser; false where there are none, or they are hidden.
  ///
  /// Only for a text that is no YAML as it stands, so that nothing is hidden in one that is.
  mutating func maskConditions() -> Bool {
    guard !hasMaskedConditions else { return false }
    hasMaskedConditions = true
    let lists = ConditionLists(in: scalars)
    for index in lists.signs { scalars[index] = signs[scalars[index]] ?? scalars[index] }
    return !lists.signs.isEmpty
  }

  /// Makes the key at `place` another one; false where that cannot be.
  mutating func rename(at place: Place) -> Bool {
    guard renamed[place] == nil, var index = text.index(of: place) else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard
      scalars.indices.contains(index), !["\"", "'", "\\", "{", "[", "?"].contains(scalars[index]),
      let standIn = free.popLast()
    else { return false }
    renamed[place] = (standIn, scalars[index])
    scalars[index] = standIn
    return true
  }

  /// Whether this plain text would be an alias to YAML.
  func isAlias(_ text: String) -> Bool { text.unicodeScalars.first == asterisk }

  /// What stands in the file in place of `text`, which was parsed at `place`.
  func original(_ text: String, at place: Place) -> String {
    var result = String.UnicodeScalarView()
    // Yams drops a leading U+FEFF, an invisible sign that means nothing: it is dropped everywhere.
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      if let name = renamed[place], scalar == name.standIn {
        result.append(originals[name.original] ?? name.original)
      } else {
        result.append(originals[scalar] ?? scalar)
      }
    }
    return String(result)
  }
}
