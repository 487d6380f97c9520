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
      Entry(id: try row.int(0), name: try row.text(1, as: Name.init(_:)))
    }
    .sorted { $0.name < $1.name }
  }

  /// The contract of that name, in whichever of Unicode's equivalent forms it was written.
  func entry(named name: Name) throws(StorageError) -> Entry? {
    try entries().first { $0.name == name }
  }

  func insert(_ name: Name, by person: String, at moment: Moment) throws(StorageError) -> Entry {
    try connection.run(
      """
      INSERT INTO contract (name, recorded_at, recorded_by)
      VALUES (?, ?, ?)
      """,
      name,
      moment,
      person
    )
    return Entry(id: connection.lastInsertedRowID, name: name)
  }

  /// The versions and signatures of a contract as known on `asOf`; nil where there was no version yet.
  func history(of contract: Entry, asOf: Day? = nil) throws(StorageError) -> ContractHistory? {
    let stored = try VersionStore(connection: connection).versions(of: contract)
    guard stored.map(\.number) == Array(1..<stored.count + 1) else {
      let found = stored.map { "\($0.number)" }.joined(separator: ", ")
      throw .unexpectedValue(table: "version", column: "number", found: "\(found) for \(contract.name)")
    }
    let versions = stored.prefix { version in asOf.map { version.proposedAt.day <= $0 } ?? true }
    guard !versions.isEmpty else { return nil }
    let signatures = try SignatureStore(connection: connection).signatures(of: contract, asOf: asOf)
    return ContractHistory(
      versions: Array(versions),
      signatures: signatures.filter { $0.version <= versions.count }
    )
  }
}
