import Agreement

/// The contracts by name, and their histories.
struct ContractStore {
  /// A contract that is on record.
  struct Entry: Hashable {
    let id: Int
    /// The name as it was first written.
    let name: Name
  }

  let connection: Connection

  /// The contracts in the order of their names.
  func entries() throws(StorageError) -> [Entry] {
    try connection.rows(
      """
      SELECT contract_id, name
      FROM contract
      """
    ) { row in
      Entry(id: try row.int(0), name: try row.text(1, as: Name.self))
    }
    .sorted { $0.name < $1.name }
  }

  /// The contract of that name, in whichever of Unicode's equivalent forms it was written.
  func entry(named name: Name) throws(StorageError) -> Entry? {
    try entries().first { $0.name == name }
  }

  func insert(_ name: Name, under stamp: Stamp) throws(StorageError) -> Entry {
    try connection.run(
      """
      INSERT INTO contract (name, seq)
      VALUES (?, ?)
      """,
      name,
      stamp.number
    )
    return Entry(id: connection.lastInsertedRowID, name: name)
  }

  /// The versions and signatures recorded up to the journal entry `last`; nil where there was no version yet.
  ///
  /// - Parameter stamp: the stamp of the running transaction, under which it has added some itself.
  func history(
    of contract: Entry, through last: Int = .max, under stamp: Stamp? = nil
  ) throws(StorageError) -> ContractHistory? {
    let stored = try VersionStore(connection: connection)
      .versions(of: contract.id, through: last, under: stamp)
    guard stored.map(\.number) == Array(1..<stored.count + 1) else {
      let found = stored.map { "\($0.number)" }.joined(separator: ", ")
      throw .unexpectedValue(table: "version", column: "number", found: "\(found) for \(contract.name)")
    }
    guard !stored.isEmpty else { return nil }
    return ContractHistory(
      versions: stored,
      signatures: try SignatureStore(connection: connection)
        .signatures(of: contract, through: last, under: stamp)
    )
  }
}
