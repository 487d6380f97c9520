import Foundation
import Testing

@Suite struct BackupWhileWritingTests {
  @Test func `each copy is whole, and is the moment that was told, while another process writes`()
    async throws
  {
    let pair = try await PairSandbox.recorded()
    let writer = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: [
        "-c",
        "while [ ! -e stop ]; do leadpact log 2026-W07 web=1 --correct --reason again || exit 1; done",
      ],
      environment: pair.sandbox.environment, folder: pair.sandbox.home)
    async let writing = writer.consequence(in: pair.sandbox)

    var heads: [String] = []
    for number in 1...6 {
      let saved = try await pair.leadpact("backup", "\(number).leadpact")
      let told = try #require(saved.firstMatch(of: /Journal head: ([0-9a-f]{64})\n/))
      let file = "\(number).leadpact"
      #expect(try await pair.leadpact("verify", "--database", file).hasPrefix("Nothing was altered: "))
      #expect(try await pair.leadpact("verify", "--database", file, "--head") == "\(told.1)\n")
      heads.append(String(told.1))
    }
    try pair.write("", to: "stop")
    #expect(try await writing.exit == 0)
    #expect(Set(heads).count > 1, "nothing was written meanwhile")
    for head in heads {
      let sound = try await pair.leadpact("verify", "--since", head)
      #expect(sound.contains("The journal goes on from entry "), "a copy is the beginning of the history")
    }
  }
}
