import Foundation
import Glibc
import TestSupport
import Testing

/// What leadpact writes is its owner's alone, and goes where it was told to go.
@Suite struct FilePermissionTests {
  private func mode(_ name: String, in pair: PairSandbox) throws -> mode_t {
    var status = stat()
    try #require(lstat(pair.sandbox.home.appendingPathComponent(name).path, &status) == 0, "\(name)")
    return status.st_mode & 0o7777
  }

  /// Runs a shell script in the sandbox.
  private func shell(_ script: String, in pair: PairSandbox) async throws -> Consequence {
    try await ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", script],
      environment: pair.sandbox.environment, folder: pair.sandbox.home
    ).consequence(in: pair.sandbox)
  }

  @Test(arguments: ["000", "022", "777"])
  func `files have mode 0600 whatever the umask`(umask: String) async throws {
    let pair = try await PairSandbox.recorded()
    let script = """
      umask \(umask)
      leadpact contract propose examples/pair.yaml --database new.leadpact >&2 || exit
      leadpact backup copy.leadpact || exit
      leadpact demo --keep demo.leadpact >&2 || exit
      leadpact report month 2026-02 -o report.md || exit
      leadpact report month 2026-02 -o report.json
      """
    let consequence = try await shell(script, in: pair)
    #expect(consequence.exit == 0, "\(consequence)")
    for name in ["new.leadpact", "copy.leadpact", "demo.leadpact", "report.md", "report.json"] {
      #expect(try mode(name, in: pair) == 0o600, "\(name)")
    }
  }

  @Test func `a report that is written again keeps the permissions that it was given`() async throws {
    let pair = try await PairSandbox.recorded()
    let script = "leadpact plan -o plan.md && chmod 644 plan.md && leadpact plan -o plan.md"
    #expect(try await shell(script, in: pair) == Consequence())
    #expect(try mode("plan.md", in: pair) == 0o644)
  }

  @Test func `a database that anyone can change is warned about on standard error`() async throws {
    let pair = try await PairSandbox.recorded()
    let report = try await pair.leadpact("report", "month", "2026-02")
    let command = ["report", "month", "2026-02"]
    chmod(pair.database.path, 0o660)
    #expect(try await Leadpact.run(command, in: pair.sandbox) == Consequence(stdout: report))
    chmod(pair.database.path, 0o666)
    #expect(
      try await Leadpact.run(command, in: pair.sandbox)
        == Consequence(
          stdout: report,
          stderr: "leadpact: warning: Anyone on this machine can change ~/acme.leadpact. "
            + "Take that right away: chmod o-w '~/acme.leadpact'\n"))
    chmod(pair.database.path, 0o600)
    chmod(pair.sandbox.home.path, 0o777)
    #expect(
      try await Leadpact.run(command, in: pair.sandbox)
        == Consequence(
          stdout: report,
          stderr: "leadpact: warning: Anyone on this machine can replace the database, "
            + "for its folder ~ can be written by all. Take that right away: chmod o-w '~'\n"))
    // In such a folder, as /tmp is one, nobody can replace another's file.
    chmod(pair.sandbox.home.path, 0o1777)
    #expect(try await Leadpact.run(command, in: pair.sandbox) == Consequence(stdout: report))
  }

  /// Names beside the database under which somebody lays a link to a file of another's.
  @Test(arguments: ["acme.leadpact-wal", "acme.leadpact-shm", "copy.leadpact"])
  func `a link in the way is not followed`(name: String) async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write("precious", to: "victim")
    let link = pair.sandbox.home.appendingPathComponent(name)
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: pair.sandbox.home.appendingPathComponent("victim").path)
    let command = name == "copy.leadpact" ? ["backup", name] : ["log", "2026-W08", "web=1"]
    let consequence = try await Leadpact.run(command, in: pair.sandbox)
    #expect(consequence.exit == 1, "\(consequence)")
    #expect(consequence.stderr.hasPrefix("leadpact: "))
    let victim = pair.sandbox.home.appendingPathComponent("victim")
    #expect(try String(contentsOf: victim, encoding: .utf8) == "precious")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == victim.path)
  }

  @Test func `a link in the way of the copy before an upgrade is passed by`() async throws {
    let pair = try await PairSandbox.recorded()
    try pair.write("precious", to: "victim")
    let home = pair.sandbox.home.path
    try FileManager.default.removeItem(at: pair.database)
    let released = try #require(ReleasedDatabase.older.last)
    try OutsideConnection(pair.database).run(released.sql)
    let name = "acme.leadpact.before-V\(released.version + 1)"
    try FileManager.default.createSymbolicLink(
      atPath: "\(home)/\(name).backup", withDestinationPath: "\(home)/victim")
    let consequence = try await Leadpact.run("verify", in: pair.sandbox)
    #expect(
      consequence.stderr
        == "The database was brought up to date; as it was before, it is in ~/\(name)-2.backup.\n")
    #expect(try mode("\(name)-2.backup", in: pair) == 0o600)
    #expect(try String(contentsOfFile: "\(home)/victim", encoding: .utf8) == "precious")
  }
}
