public import Agreement

extension Database {
  /// Keeps a mapping of columns under a name, in place of an earlier one of that name and kind.
  ///
  /// - Parameter text: the mapping as it is given to `--map`, which is not empty.
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `StorageError`.
  public func saveMapping(
    _ text: String,
    named mapping: Name,
    kind: ImportKind,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws {
    try recording(.saveMapping, by: person, at: moment) { stamp in
      let (entry, _) = try agreed(name)
      let store = MappingStore(connection: connection)
      if try store.mappings(for: kind, of: entry)[mapping] != text {
        try store.insert(text, named: mapping, for: kind, of: entry, under: stamp)
      }
      return ((), entry.id, "\(entry.name), \(mapping) for \(kind.rawValue)")
    }
  }

  /// The mappings of columns for files of a kind, by their names; none where there is no contract of that name.
  ///
  /// - Throws: `StorageError`.
  public func mappings(kind: ImportKind, for name: Name) throws(StorageError) -> [Name: String] {
    try connection.read { () throws(StorageError) in
      guard let entry = try ContractStore(connection: connection).entry(named: name) else { return [:] }
      return try MappingStore(connection: connection).mappings(for: kind, of: entry)
    }
  }

  /// The mapping of columns for files of a kind that was last saved under a name; nil where there is none.
  ///
  /// - Throws: `StorageError`.
  public func mapping(
    named mapping: Name, kind: ImportKind, for name: Name
  ) throws(StorageError) -> String? {
    try mappings(kind: kind, for: name)[mapping]
  }
}
