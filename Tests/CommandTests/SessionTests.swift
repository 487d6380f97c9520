import Foundation
import Testing

@Suite struct SessionTests {
  private func outputs(of commands: String...) async throws -> [[String]] {
    try await Session(sandbox: Sandbox()).outputs(of: commands)
  }

  @Test func `carries folders, variables and files over to the next command`() async throws {
    let outputs = try await outputs(
      of: "export GREETING=hello; mkdir a; cd a",
      "cat > f <<END\n$GREETING\nEND",
      "cat f; pwd"
    )
    #expect(outputs == [[], [], ["hello", "~/a"]])
  }

  @Test func `merges both streams in order and shows the exit code`() async throws {
    let outputs = try await outputs(
      of: "echo 1; echo 2 >&2; echo 3",
      "printf 'no line end'; (exit 7)",
      "kill -s TERM $$; :"
    )
    #expect(outputs == [["1", "2", "3"], ["no line end", "[exit 7]"]])
  }

  @Test func `gives every command the same environment and no input`() async throws {
    let outputs = try await outputs(
      of:
        "env | grep -Ev '^(PATH|PWD|OLDPWD|_|SHLVL|LD_LIBRARY_PATH|LLVM_PROFILE_FILE|[A-Z]*SAN_OPTIONS)=' | sort",
      "cat",
      "leadpact --version"
    )
    #expect(
      outputs[0] == [
        "COLUMNS=100", "HOME=~", "LC_ALL=C.UTF-8", "LEADPACT_DB=~/acme.leadpact",
        "LEADPACT_TODAY=2026-05-15", "LEADPACT_USER=ada@acme.example", "NO_COLOR=1", "TZ=UTC",
      ]
    )
    #expect(outputs[1...] == [[], ["0.1.0"]])
  }

  @Test func `kills a command that hangs, with all that it started, and names it`() async throws {
    let sandbox = try Sandbox()
    let hung = await #expect(throws: Session.Hung.self) {
      try await Session(sandbox: sandbox)
        .outputs(of: ["true", "sleep 600 & echo $! > pid; sleep 600"], limit: .seconds(1))
    }
    #expect(
      hung?.description == "$ sleep 600 & echo $! > pid; sleep 600\nstill running after 1 s, so it was killed"
    )
    let text = try String(contentsOf: sandbox.home.appendingPathComponent("pid"), encoding: .utf8)
    let pid = try #require(Int32(text.dropLast()))
    #expect(hasEnded(pid))
  }

  /// An orphan that nobody has waited for yet has ended too.
  private func hasEnded(_ pid: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return true }
    return status.contains(") Z ")
  }
}
