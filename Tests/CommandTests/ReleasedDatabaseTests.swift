import Foundation
import TestSupport
import Testing

/// A file of every release that there was reports what it did then.
@Suite struct ReleasedDatabaseTests {
  private let sandbox: Sandbox
  private var file: URL { sandbox.home.appendingPathComponent("acme.leadpact") }

  init() throws {
    sandbox = try Sandbox()
  }

  /// What the commands print, one after the other.
  private func figures(of released: ReleasedDatabase) async throws -> String {
    var figures = ""
    for command in released.commands {
      let consequence = try await Leadpact.run(command, in: sandbox)
      #expect(consequence.exit == 0, "\(command): \(consequence)")
      figures += consequence.stdout
    }
    return figures
  }

  @Test(arguments: ReleasedDatabase.all)
  func `is brought up to date by the first command, and reports the same figures`(
    released: ReleasedDatabase
  ) async throws {
    try OutsideConnection(file).run(released.sql)
    let first = try await Leadpact.run("verify", in: sandbox)
    let copy = "\(file.path).before-V\(released.version + 1).backup"
    let isOlder = released.version < Repository.schema
    #expect(first.exit == 0)
    #expect(
      first.stderr
        == (isOlder
          ? "The database was brought up to date; as it was before, it is in \(sandbox.abbreviatingHome(in: copy)).\n"
          : ""))
    let told = try await figures(of: released)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try told.write(to: released.figures, atomically: true, encoding: .utf8)
    }
    #expect(try told == String(contentsOf: released.figures, encoding: .utf8))

    // The copy takes the file's place, and is brought up to date again.
    guard isOlder else { return }
    try FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(atPath: copy, toPath: file.path)
    #expect(try OutsideConnection(file).texts("PRAGMA user_version") == ["\(released.version)"])
    #expect(try await Leadpact.run("verify", in: sandbox) == first)
    #expect(try await figures(of: released) == told)
  }
}
