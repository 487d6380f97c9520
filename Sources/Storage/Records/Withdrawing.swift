public import Agreement

/// Why an import cannot be withdrawn.
public enum WithdrawalRefusal: Error, Hashable, Sendable {
  /// There is no import of that number for the contract.
  case unknown(Int, newest: Int?)
  /// Its rows are counts, which are corrected.
  case counts(Int, ImportKind)
  /// It was withdrawn before.
  case withdrawn(Int)
  /// A later import builds on what it brought.
  case overtaken(Int, by: Int)
  /// Nothing was said of why.
  case noReason
}

extension WithdrawalRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    switch self {
    case .unknown(let number, let newest):
      "there is no import \(number)"
        + (newest.map { "; the newest is \($0)" } ?? "; nothing was imported yet")
    case .counts(let number, let kind):
      "import \(number) brought \(kind.rawValue), which are mended one by one: "
        + (kind == .deliveries ? "leadpact log --correct" : "leadpact outcome")
    case .withdrawn(let number): "import \(number) is withdrawn already"
    case .overtaken(let number, let later):
      "import \(later) came after it, and what it found on record already it did not store again; "
        + "withdraw import \(later) first, then import \(number), and import the right files anew"
    case .noReason: "say why the import is withdrawn: --reason '…'"
    }
  }
}

extension Database {
  /// Takes back an import of leads or touches: its rows count for nothing from now on, and stay on record.
  ///
  /// - Throws: `UnknownContract`, `BackdatingRefusal`, `WithdrawalRefusal`, `StorageError`.
  public func withdrawImport(
    _ number: Int,
    reason: String,
    for name: Name,
    by person: String,
    at moment: @autoclosure () throws -> Moment
  ) throws {
    try recording(.withdraw, by: person, at: moment) { stamp in
      let (entry, history) = try agreed(name)
      guard !reason.allSatisfy(\.isWhitespace) else { throw WithdrawalRefusal.noReason }
      let store = WithdrawalStore(connection: connection)
      guard let kind = try store.kind(of: number, for: entry) else {
        throw WithdrawalRefusal.unknown(number, newest: try store.newestImport(for: entry))
      }
      guard kind == .leads || kind == .touches else { throw WithdrawalRefusal.counts(number, kind) }
      guard try !store.isWithdrawn(number) else { throw WithdrawalRefusal.withdrawn(number) }
      if let later = try store.newestStanding(kind, for: entry), later != number {
        throw WithdrawalRefusal.overtaken(number, by: later)
      }
      try store.insert(number, reason: reason, under: stamp)
      try LeadCounting(of: entry, history, under: stamp, on: connection).countAll()
      return ((), entry.id, "\(entry.name), import \(number) (\(reason))")
    }
  }
}
