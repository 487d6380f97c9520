import Agreement

extension ContractReader {
  /// The mapping at `node` with its unknown and missing keys reported; nil where there is none.
  mutating func section(_ node: SourceNode, at place: Place, path: [String], _ keys: Keys) -> Section? {
    guard case .mapping(let entries) = node.content else {
      if case .refused = node.content {
      } else {
        let key = path.last { Int($0) == nil }.map { "\($0): " } ?? ""
        findings.report(
          place,
          "\(key)here is \(node.content.noun) where a group of keys is due: \(keys.names.joined(separator: ", "))"
        )
      }
      unsound.insert(path)
      return nil
    }
    for entry in entries.filter({ !keys.names.contains($0.key) }).prefix(Findings.most) {
      findings.report(entry.keyPlace, keys.refusal(of: entry.key))
    }
    for key in keys.required where !entries.contains(where: { $0.key == key.name }) {
      findings.report(
        place,
        "'\(key.name)' is missing in \(keys.owner); add for example '\(key.name): \(key.example)'"
      )
      unsound.insert(path + [key.name])
    }
    return Section(path: path, place: place, entries: entries)
  }

  /// The mapping at a key with its unknown and missing keys reported; nil where there is none.
  mutating func section(_ key: String, in parent: Section, _ keys: Keys) -> Section? {
    guard let entry = parent[key] else { return nil }
    return section(entry.value, at: entry.place, path: parent.path + [key], keys)
  }

  /// The entries of the mapping at a key, whose keys are names or times; nil where there is none.
  mutating func entries(_ key: String, in section: Section, of noun: String) -> [SourceNode.Entry]? {
    guard let entry = section[key] else { return nil }
    guard case .mapping(let entries) = entry.value.content else {
      findings.report(
        entry.place,
        "\(key): here is \(entry.value.content.noun) where \(noun) are due, each under its name: 'name: …'"
      )
      unsound.insert(section.path + [key])
      return nil
    }
    if entry.value.isIncomplete { unsound.insert(section.path + [key]) }
    return entries
  }

  /// The items of the list at a key; nil where there is none.
  mutating func items(_ key: String, in section: Section) -> [SourceNode]? {
    guard let entry = section[key] else { return nil }
    guard case .list(let items) = entry.value.content else {
      findings.report(
        entry.place,
        "\(key): here is \(entry.value.content.noun) where a list is due: items after '- ', or between [ and ]"
      )
      unsound.insert(section.path + [key])
      return nil
    }
    return items
  }

  /// The single value at a key, read; nil where there is none, or it cannot be.
  mutating func value<Result>(
    _ key: String,
    in section: Section,
    _ read: (String) throws(Unreadable) -> Result
  ) -> Result? {
    guard let entry = section[key] else { return nil }
    let result = value(of: entry.value, at: entry.place, named: key, read)
    if result == nil { unsound.insert(section.path + [key]) }
    return result
  }

  /// The single value at a key as it stands there; nil where there is none.
  mutating func text(_ key: String, in section: Section) -> String? {
    value(key, in: section) { text in text }
  }

  /// A single value, read; nil where it cannot be.
  mutating func value<Result>(
    of node: SourceNode,
    at place: Place? = nil,
    named key: String,
    _ read: (String) throws(Unreadable) -> Result
  ) -> Result? {
    let place = place ?? node.place
    switch node.content {
    case .text(let text):
      do throws(Unreadable) { return try read(text) } catch {
        findings.report(place, "\(key): \(error.shortened)")
      }
    case .refused: break
    case .nothing:
      findings.report(place, "\(key): there is no value; give one, or remove the key")
    case .list, .mapping:
      findings.report(place, "\(key): here is \(node.content.noun) where a single value is due")
    }
    return nil
  }
}
