/// A node of a contract file with its place; every value is the text that stands there, of no type.
///
/// YAML 1.1 would read `no` as false, `1_000` as a number and `9:30` as 570. Here they stay what was written.
struct SourceNode {
  indirect enum Content {
    /// A key without a value.
    case nothing
    case text(String)
    /// What contracts do without, and what has been reported.
    case refused
    case list([SourceNode])
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  struct Entry {
    let key: String
    let keyPlace: Place
    let value: SourceNode

    /// Where to point: at the value that stands beside its key, or else at the key.
    var place: Place { value.place.line == keyPlace.line ? value.place : keyPlace }
  }

  let place: Place
  let content: Content
  /// Whether an entry was left out that has been reported, so that nothing can be said of the rest as a whole.
  var isIncomplete = false

  /// The place of the deepest node that the keys lead to; in a list, an item's text or its position.
  func place(at path: [String]) -> Place {
    var (node, place) = (self, self.place)
    for step in path {
      switch node.content {
      case .mapping(let entries):
        guard let entry = entries.first(where: { $0.key == step }) else { return place }
        (node, place) = (entry.value, entry.place)
      case .list(let items):
        guard
          let item = items.first(where: { $0.says(step) })
            ?? Int(step).flatMap({ items.indices.contains($0) ? items[$0] : nil })
        else { return place }
        (node, place) = (item, item.place)
      case .nothing, .refused, .text: return place
      }
    }
    return place
  }

  private func says(_ word: String) -> Bool {
    if case .text(let text) = content { text == word } else { false }
  }
}

extension SourceNode.Content {
  /// What it is, for people.
  var noun: String {
    switch self {
    case .nothing, .refused: "nothing"
    case .text: "a single value"
    case .list: "a list"
    case .mapping: "a group of keys"
    }
  }
}
