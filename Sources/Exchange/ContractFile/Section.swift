import Agreement

/// The keys that a part of a contract file knows.
struct Keys {
  /// A key that must be there, with an example of its value.
  struct Required {
    let name: String
    let example: String
  }

  /// The part, as a noun phrase: `a lead type`.
  let owner: String
  let required: [Required]
  let optional: [String]

  init(of owner: String, required: KeyValuePairs<String, String> = [:], optional: [String] = []) {
    self.owner = owner
    self.required = required.map { Required(name: $0.key, example: $0.value) }
    self.optional = optional
  }

  var names: [String] { required.map(\.name) + optional }

  /// What to say of a key that is not among them.
  func refusal(of key: String) -> String {
    let near = key.count > Name.longest ? [] : Spelling.nearest(to: key, among: names)
    let remedy =
      near.isEmpty
      ? "the keys of \(owner) are \(names.joined(separator: ", "))"
      : "did you mean \(near.joined(separator: " or "))?"
    return "unknown key '\(key.shortened)'; \(remedy)"
  }
}

/// A part of a contract file: a mapping whose keys are known.
struct Section {
  let path: [String]
  let place: Place
  let entries: [SourceNode.Entry]

  subscript(key: String) -> SourceNode.Entry? { entries.first { $0.key == key } }
}
