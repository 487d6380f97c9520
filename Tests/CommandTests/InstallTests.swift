import Foundation
import Testing

/// What `make install` puts on a machine, and `make uninstall` takes away; here with the binary that is tested.
@Suite struct InstallTests {
  private let sandbox: Sandbox
  private var prefix: URL { sandbox.home.appending(path: "usr local") }

  init() throws { sandbox = try Sandbox() }

  private func script(_ word: String) async throws -> Consequence {
    let script = ChildProcess(
      executable: Repository.root.appending(path: ".ci/install"), arguments: [word],
      environment: sandbox.environment.merging([
        "PREFIX": "/usr", "DESTDIR": prefix.path, "BUILD": Repository.binary.deletingLastPathComponent().path,
      ]) { $1 },
      folder: sandbox.home)
    return try await script.consequence(in: sandbox)
  }

  private func files() throws -> [String] {
    let found = FileManager.default.enumerator(atPath: prefix.path)?.compactMap { $0 as? String } ?? []
    return found.sorted()
  }

  @Test func `installs program, completions and pages, and takes just those away again`() async throws {
    let man = prefix.appending(path: "usr/share/man/man1")
    try FileManager.default.createDirectory(at: man, withIntermediateDirectories: true)
    try Data("another's\n".utf8).write(to: man.appending(path: "leadpact-other.1"))
    let before = try files()

    let installed = try await script("install")
    #expect(installed.exit == 0 && installed.stderr == "")
    let there = try files()
    for path in [
      "usr/bin/leadpact", "usr/share/bash-completion/completions/leadpact",
      "usr/share/zsh/site-functions/_leadpact", "usr/share/fish/vendor_completions.d/leadpact.fish",
      "usr/share/man/man1/leadpact.1", "usr/share/man/man1/leadpact-contract-propose.1",
    ] {
      #expect(there.contains(path), "\(path)")
    }
    let program = ChildProcess(
      executable: prefix.appending(path: "usr/bin/leadpact"), arguments: ["--version"],
      environment: ["LD_LIBRARY_PATH": sandbox.environment["LD_LIBRARY_PATH"] ?? ""], folder: sandbox.home)
    #expect(try await program.consequence(in: sandbox).stdout == "0.1.0\n")

    // A newer one takes the place of an older one.
    #expect(try await script("install").exit == 0)
    #expect(try files() == there)

    #expect(try await script("uninstall") == Consequence())
    #expect(try files() == before)
    #expect(try await script("uninstall").exit == 1)
  }

  @Test func `there is a page for every command, and none has a fault that a formatter would find`()
    async throws
  {
    #expect(try await script("install").exit == 0)
    let man = prefix.appending(path: "usr/share/man/man1")
    let pages = try await HelpPage.all().map { $0.words.joined(separator: "-") + ".1" }
    #expect(try FileManager.default.contentsOfDirectory(atPath: man.path).sorted() == pages.sorted())

    let leadpact = try String(contentsOf: man.appending(path: "leadpact.1"), encoding: .utf8)
    for section in [
      "NAME", "SYNOPSIS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO",
    ] {
      #expect(leadpact.contains("\n.SH \(section)\n"), "\(section)")
    }
    let log = try String(contentsOf: man.appending(path: "leadpact-log.1"), encoding: .utf8)
    #expect(log.contains("\nleadpact log 2026\\-W07 website\\-form=212 outbound=80\n"))
    #expect(log.contains("\n.BR \\%leadpact (1)\n"))
    for linter in ["/usr/bin/mandoc", "/usr/local/bin/mandoc"]
    where FileManager.default.isExecutableFile(atPath: linter) {
      let lint = ChildProcess(
        executable: URL(fileURLWithPath: linter), arguments: ["-T", "lint"] + pages, environment: [:],
        folder: man)
      #expect(try await lint.consequence(in: sandbox) == Consequence())
    }
  }

  @Test func `the pages do not tell when they were made`() async throws {
    #expect(try await script("install").exit == 0)
    let page = prefix.appending(path: "usr/share/man/man1/leadpact.1")
    let title = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")[1]
    #expect(
      title.wholeMatch(of: /\.TH "LEADPACT" 1 "\d{4}-\d\d-\d\d" "leadpact 0\.1\.0" "leadpact manual"/) != nil)
    #expect(try await script("install").exit == 0)
    #expect(try String(contentsOf: page, encoding: .utf8).split(separator: "\n")[1] == title)
  }
}
