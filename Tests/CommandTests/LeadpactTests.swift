import Foundation
import Testing

@Suite struct LeadpactTests {
  @Test func `tells its version on standard output`() async throws {
    #expect(try await Leadpact.run("--version") == Consequence(stdout: "0.1.0\n"))
  }

  @Test func `tells bad usage on standard error`() async throws {
    let consequence = try await Leadpact.run("--no-such-option")
    #expect(consequence.exit == 64)
    #expect(consequence.stdout == "")
    #expect(consequence.stderr.hasPrefix("Error: Unknown option '--no-such-option'\n"))
  }

  @Test func `a consequence keeps the streams apart and passes input and environment on`() async throws {
    let sandbox = try Sandbox()
    let shell = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "cat; pwd >&2; echo $NO_COLOR; exit 3"],
      environment: sandbox.environment,
      folder: sandbox.home
    )
    #expect(
      try await shell.consequence(input: "in\n", in: sandbox)
        == Consequence(stdout: "in\n1\n", stderr: "~\n", exit: 3)
    )
  }
}
