import Foundation
import TestSupport
import Testing

/// A database at several moments, and what commands say of it at each.
struct DamagedBooks: Sendable {
  /// The database at one moment.
  struct State: Sendable {
    /// The file, and the log in which the latest changes wait.
    let files: Damage.Files
    /// The file after the log was taken over into it.
    let whole: Data
    /// The hash that the journal ends with.
    let head: String
    /// What each command prints.
    let outputs: [[String]: String]
  }

  /// What is asked of a damaged copy.
  static let commands = [
    ["report", "quarter", "2026-Q1", "pair-2026"], ["report", "month", "2026-04", "leads-2026"],
    ["report", "week", "2026-W07", "pair-2026"], ["plan", "pair-2026"], ["history"],
    ["contract", "show", "pair-2026"], ["overdue", "leads-2026"],
    ["lead", "2003", "--contract", "leads-2026"],
    ["rates", "2026-Q1", "pair-2026"],
  ]

  /// From the oldest to the newest.
  let states: [State]

  /// Makes the database, and records more while somebody has it open, so that the log stays.
  init() async throws {
    let sandbox = try Sandbox()
    let file = sandbox.home.appendingPathComponent("acme.leadpact")
    let released = try #require(ReleasedDatabase.all.last)
    try OutsideConnection(file).run(released.sql)
    try await Self.run(["log", "2026-W09", "web=70", "--contract", "pair-2026"], in: sandbox)
    var states = [try await Self.state(of: file, in: sandbox)]
    for count in 1...3 {
      let holder = try OutsideConnection(file)
      _ = try holder.texts("SELECT count(*) FROM journal")
      for number in 1...4 {
        try await Self.run(
          [
            "log", "2026-W09", "web=1", "--correct", "--reason", "number \(count).\(number)", "--contract",
            "pair-2026",
          ], in: sandbox)
        states.append(try await Self.state(of: file, in: sandbox))
      }
      // Once the last connection closes, the log is taken over into the file.
      holder.close()
    }
    self.states = states
  }

  private static func state(of file: URL, in sandbox: Sandbox) async throws -> State {
    let copy = try Sandbox()
    let whole = copy.home.appendingPathComponent("acme.leadpact")
    // By another process: one that closes a file drops the locks of its own connections to it.
    let copying = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "cp acme.leadpact* '\(copy.home.path)'"],
      environment: sandbox.environment, folder: sandbox.home)
    let consequence = try await copying.consequence(in: sandbox)
    try #require(consequence == Consequence())
    let files = try Damage.Files(of: whole)
    try OutsideConnection(whole).run("PRAGMA wal_checkpoint(TRUNCATE)")
    var outputs: [[String]: String] = [:]
    for command in commands { outputs[command] = try await run(command, in: copy) }
    return State(
      files: files,
      whole: try Data(contentsOf: whole),
      head: String(try await run(["verify", "--head"], in: copy).dropLast()),
      outputs: outputs
    )
  }

  @discardableResult
  private static func run(_ arguments: [String], in sandbox: Sandbox) async throws -> String {
    let consequence = try await Leadpact.run(arguments, in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
    return consequence.stdout
  }
}

extension Damage.Files {
  /// Reads those of a database that nobody has open.
  init(of file: URL) throws {
    database = try Data(contentsOf: file)
    log = FileManager.default.contents(atPath: file.path + "-wal")
  }

  /// Writes them as a database of that name.
  func write(as file: URL) throws {
    try database.write(to: file)
    try log?.write(to: URL(fileURLWithPath: file.path + "-wal"))
    try index?.write(to: URL(fileURLWithPath: file.path + "-shm"))
  }
}
