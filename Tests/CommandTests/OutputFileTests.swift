import Foundation
import Testing

/// What `-o` names stays what it is, unless it is a file.
@Suite struct OutputFileTests {
  @Test func `a pipe is written into`() async throws {
    let outputs = try await Session(sandbox: PairSandbox.recorded().sandbox).outputs(of: [
      "mkfifo pipe; cat pipe > read & leadpact report month 2026-02 -O text -o pipe && wait",
      "test -p pipe && head -n 1 read; ls | grep partial",
    ])
    #expect(outputs == [[], ["Pair, marketing and sales 2026: 2026-02", "[exit 1]"]])
  }

  @Test(arguments: ["old", "nothing"])
  func `a link is followed, and stays a link`(target: String) async throws {
    let outputs = try await Session(sandbox: PairSandbox.recorded().sandbox).outputs(of: [
      "seq 1000 > old; ln -s \(target) link; leadpact check --only overdue -O text -o link",
      "test -L link && cat \(target)",
    ])
    #expect(outputs == [[], ["No breach."]])
  }

  @Test func `a file is replaced, and whoever reads the old one goes on reading it`() async throws {
    let outputs = try await Session(sandbox: PairSandbox.recorded().sandbox).outputs(of: [
      "echo old > file; exec 3< file; leadpact check --only overdue -O text -o file",
      "cat <&3 file -",
    ])
    #expect(outputs == [[], ["No breach.", "old"]])
  }

  @Test func `a folder is refused`() async throws {
    let pair = try await PairSandbox.recorded()
    let consequence = try await Leadpact.run("check", "-O", "text", "-o", "examples", in: pair.sandbox)
    #expect(consequence == Consequence(stderr: "leadpact: cannot write examples: Is a directory\n", exit: 1))
  }
}
