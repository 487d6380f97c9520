public import Foundation

/// A database as a release of leadpact kept it, with the schema of that release.
public struct ReleasedDatabase: Sendable, CustomStringConvertible {
  /// The version of its schema.
  public let version: Int

  /// One for each schema that was released; 6 and 7 came out together with 8.
  public static let all = [1, 2, 3, 4, 5, 8, 9, 10].map(ReleasedDatabase.init)

  /// Those that this program has to bring up to date.
  public static let older = all.filter { $0.version < newest }

  private init(version: Int) {
    self.version = version
  }

  /// `schema 3`.
  public var description: String { "schema \(version)" }

  /// The statements that make it.
  public var sql: String {
    get throws {
      try String(contentsOf: Self.folder.appendingPathComponent("V\(version).sql"), encoding: .utf8)
    }
  }

  /// The figures that it reports, as `commands` print them.
  public var figures: URL { Self.folder.appendingPathComponent("V\(version).csv") }

  /// What is asked of it, which is as much as its release knew to record.
  public var commands: [[String]] {
    var commands = [["plan", "pair-2026"]]
    if version >= 2 { commands.append(["report", "quarter", "2026-Q1", "pair-2026"]) }
    if version >= 4 { commands.append(["plan", "leads-2026"]) }
    if version >= 5 { commands.append(["report", "month", "2026-04", "leads-2026"]) }
    if version >= 8 { commands.append(["report", "month", "2026-05", "keys-2026"]) }
    if version >= 10 { commands.append(["report", "month", "2026-05", "leads-2026"]) }
    return commands.map { $0 + ["-O", "csv"] }
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent()
    .appendingPathComponent("Released")

  /// The newest step of the schema.
  private static let newest: Int = {
    let migrations = folder.appendingPathComponent("../../../migrations").standardizedFileURL
    let steps = FileManager.default.enumerator(atPath: migrations.path)
    return steps?.filter { ($0 as? String)?.hasSuffix(".sql") == true }.count ?? 0
  }()
}
