import Foundation
import Testing

/// A sandbox with keys that `ssh-keygen` made in it, and a contract that may ask for them.
struct KeySandbox {
  /// Whether there is an `ssh-keygen` to test with.
  static let isPossible = ["/usr/bin", "/usr/local/bin", "/bin"]
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/ssh-keygen") }

  /// What is said where there is none.
  static let absence: Comment =
    "ssh-keygen is not installed (on Debian: openssh-client), so nothing that signs with keys is tested"

  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  var database: URL { sandbox.home.appendingPathComponent("acme.leadpact") }

  /// Makes a key of a kind, in a file of the home folder, and gives its public half without the comment.
  @discardableResult
  func makeKey(_ kind: String = "ed25519", at path: String, passphrase: String = "") async throws -> String {
    let made = try await run("ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", "a comment", "-f", path)
    try #require(made.exit == 0, "\(made)")
    let line = try text(path + ".pub")
    return line.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// The fingerprint that `ssh-keygen` shows for a key.
  func fingerprint(_ path: String) async throws -> String {
    let shown = try await run("ssh-keygen", "-l", "-f", path + ".pub")
    return String(shown.stdout.split(separator: " ")[1])
  }

  /// Proposes the pair's contract, in which Ada and Ben have these clauses on keys.
  func propose(ada: String? = nil, ben: String? = nil) async throws {
    var text = try self.text("examples/pair.yaml")
    for (name, clause) in [("Ada Li", ada), ("Ben Okafor", ben)] {
      guard let clause else { continue }
      let line = "  - name: \(name)\n"
      try #require(text.contains(line))
      text = text.replacingOccurrences(of: line, with: line + "    key: \(clause)\n")
    }
    try Data(text.utf8).write(to: sandbox.home.appendingPathComponent("pair.yaml"))
    try await leadpact("contract", "propose", "pair.yaml")
  }

  /// Runs a command of leadpact that succeeds, and gives what it printed.
  @discardableResult
  func leadpact(_ arguments: String..., environment: [String: String] = [:]) async throws -> String {
    let consequence = try await Leadpact.run(arguments, environment: environment, in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
    return consequence.stdout
  }

  /// Signs as a person with a key.
  func sign(_ email: String, key: String, environment: [String: String] = [:]) async throws -> Consequence {
    try await Leadpact.run(
      ["sign", "--as", email, "--key", key, "--yes"], environment: environment, in: sandbox)
  }

  /// Runs a program in the home folder.
  func run(_ words: String..., environment: [String: String] = [:], in folder: String = "") async throws
    -> Consequence
  {
    let program = ChildProcess(
      executable: URL(fileURLWithPath: "/usr/bin/env"), arguments: words,
      environment: sandbox.environment.merging(environment) { $1 },
      folder: sandbox.home.appendingPathComponent(folder))
    return try await program.consequence(in: sandbox)
  }

  /// The text of a file of the home folder.
  func text(_ path: String) throws -> String {
    try String(contentsOf: sandbox.home.appendingPathComponent(path), encoding: .utf8)
  }

  /// The names in a folder of the home folder, in order.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sandbox.home.appendingPathComponent(folder).path)
      .sorted()
  }
}
