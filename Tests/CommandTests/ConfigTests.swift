import Foundation
import Testing

/// Where settings come from, and what files of them may hold.
@Suite struct ConfigTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func write(_ text: String, to path: String) throws {
    let file = sandbox.home.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: sandbox.home.appendingPathComponent(path), encoding: .utf8)
  }

  /// Runs a shell command, where no variable sets anything.
  private func shell(_ command: String, environment: [String: String] = [:]) async throws -> Consequence {
    let unset = "unset LEADPACT_DB LEADPACT_USER; "
    return try await ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", unset + command],
      environment: sandbox.environment.merging(environment) { $1 }, folder: sandbox.home
    ).consequence(in: sandbox)
  }

  private static let own = ".config/leadpact/config.yaml"

  /// Each place that can set a value, the stronger ones first.
  enum Place: CaseIterable { case flag, environment, project, user }

  @Test(arguments: [
    ([Place.flag, .environment, .project, .user], "flag"), ([.environment, .project, .user], "environment"),
    ([.project, .user], "project"), ([.user], "user"), ([.flag, .user], "flag"),
    ([.environment, .project], "environment"),
  ])
  func `a flag goes before the environment, that before the project, that before oneself`(
    places: [Place], winner: String
  ) async throws {
    if places.contains(.project) { try write("user: project\ndatabase: /project\n", to: ".leadpact.yaml") }
    if places.contains(.user) { try write("user: user\ndatabase: /user\n", to: Self.own) }
    let flags = places.contains(.flag) ? "--user flag --database /flag" : ""
    let variables = places.contains(.environment) ? "LEADPACT_USER=environment LEADPACT_DB=/environment " : ""
    let run = try await shell(
      "\(variables)leadpact config get user \(flags); \(variables)leadpact config get database \(flags)")
    #expect(run == Consequence(stdout: "\(winner)\n/\(winner)\n"))
  }

  @Test func `what is not set falls back to what goes without saying`() async throws {
    let run = try await shell(
      "leadpact config get database; leadpact config get editor; leadpact config get contract")
    #expect(run.stdout == "~/.local/share/leadpact/leadpact.db\nvi\n")
    #expect(run.exit == 1)
    #expect(run.stderr.hasPrefix("leadpact: contract is not set: the contract that is meant"))
  }

  @Test func `where no variable names who is at work, the account does`() async throws {
    let run = try await shell(
      "unset USER LEADPACT_USER; leadpact config get user; USER=eve leadpact config get user")
    #expect(run.stdout == "\(NSUserName())\neve\n")
    #expect(run.exit == 0)
  }

  @Test(arguments: [
    ("acme.db", "~/work/acme.db"), ("../acme.db", "~/work/../acme.db"), ("/srv/acme.db", "/srv/acme.db"),
    ("~/acme.db", "~/acme.db"), ("~acme.db", "~/work/~acme.db"),
  ])
  func `a path of a project starts from its file, wherever the command runs`(written: String, path: String)
    async throws
  {
    try write("database: \(written)\n", to: "work/.leadpact.yaml")
    let run = try await shell("mkdir -p work/a/b; cd work/a/b; leadpact config get database")
    #expect(run == Consequence(stdout: "\(path)\n"))
  }

  @Test func `the nearest project counts, up to the root of the repository or the home`() async throws {
    try write("user: home\n", to: ".leadpact.yaml")
    try write("user: outer\n", to: "outer/.leadpact.yaml")
    let run = try await shell(
      """
      mkdir -p outer/inner plain/folder repository/.git repository/folder
      for folder in outer/inner plain/folder; do (cd $folder; leadpact config get user); done
      cd repository/folder; USER=nobody leadpact config get user
      """)
    #expect(run == Consequence(stdout: "outer\nhome\nnobody\n"))
  }

  @Test func `outside a home and a repository only the working folder is looked at`() async throws {
    try write("user: stranger\n", to: "shared/.leadpact.yaml")
    let run = try await shell(
      "mkdir -p elsewhere shared/work; cd shared/work; USER=me HOME=~/elsewhere leadpact config get user; cd ..; HOME=~/elsewhere leadpact config get user"
    )
    #expect(run == Consequence(stdout: "me\nstranger\n"))
  }

  @Test func `the database of a project is used by every command in it`() async throws {
    try write("database: acme.leadpact\nuser: ada@acme.example\n", to: "work/.leadpact.yaml")
    let run = try await shell(
      "cp examples/pair.yaml work; cd work; leadpact contract propose pair.yaml > /dev/null; mkdir a; cd a; leadpact history | grep -c ada@acme.example; ls .."
    )
    #expect(run.stdout == "1\na\nacme.leadpact\npair.yaml\n")
  }

  @Test func `a set contract is meant where there are several and none is named`() async throws {
    let run = try await shell(
      """
      export LEADPACT_DB=$HOME/two.db
      leadpact contract propose examples/pair.yaml > /dev/null 2>&1
      LEADPACT_CONTRACT=none leadpact contract status | sed -n 1p
      leadpact contract propose examples/minimal.yaml > /dev/null 2>&1
      leadpact contract status
      leadpact config set contract pair-2026 2>/dev/null
      leadpact contract status | sed -n 1p
      leadpact contract status minimal-2026 > /dev/null; LEADPACT_CONTRACT=none leadpact contract status
      """)
    #expect(run.stdout == "Pair, marketing and sales 2026\nPair, marketing and sales 2026\n")
    #expect(run.exit == 1)
    #expect(run.stderr.contains("there are several contracts, so name one: "))
    #expect(
      run.stderr.contains(
        "leadpact: $LEADPACT_CONTRACT sets the contract 'none', and there is none of that name here; there are "
      ))
  }

  @Test(arguments: [
    ("user: [a]\ncolour: red\n", "1:7: user: here is a list", "2:1: unknown key 'colour'"),
    ("editor: rm -rf ~\n", "1:1: editor: a project cannot set this, since it names a program to run", ""),
    ("contarct: a\n", "1:1: unknown key 'contarct'; did you mean contract?", ""),
    ("database: \"\\e]0;x\\a\"\n", "1:11: database: ", "is not a line of text"),
    ("user: &a a\n", "1:7: '&a' is an anchor", ""),
    ("user: !!python/object/apply:os.system [id]\n", "1:7: ", "is a tag"),
    ("\u{0}", "1:1: the control character U+0000", ""),
  ])
  func `a file that holds what it should not stops every command that reads it`(
    text: String, first: String, second: String
  ) async throws {
    try write(text, to: ".leadpact.yaml")
    for command in [
      "config", "config get user", "config set user x --project", "log --list", "contract list",
      "sign --as a@b.c",
    ] {
      let run = try await shell("leadpact \(command)")
      #expect(run.exit == 2, "\(command): \(run)")
      #expect(run.stdout == "")
      #expect(run.stderr.hasPrefix("leadpact: ~/.leadpact.yaml:\(first)"), "\(run.stderr)")
      #expect(second.isEmpty || run.stderr.contains(second))
    }
    #expect(try self.text(".leadpact.yaml") == text)
    #expect(
      try await shell(
        "leadpact calc --quota 1 --average-order-value 1 --win-rate 1 --sql-to-opportunity 1 --mql-to-sql 1"
      ).exit == 0)
  }

  @Test func `a pipe or a folder in the file's place is refused, not waited for`() async throws {
    let run = try await shell(
      "mkfifo .leadpact.yaml; leadpact config; rm .leadpact.yaml; mkdir .leadpact.yaml; leadpact config")
    #expect(run.exit == 2)
    #expect(
      run.stderr.split(separator: "\n").allSatisfy { $0.hasPrefix("leadpact: ~/.leadpact.yaml is no file") })
  }

  @Test func `sets and takes back for oneself, and keeps the rest of the file`() async throws {
    try write("# mine\nuser: me   # who else\n", to: Self.own)
    let run = try await shell(
      "leadpact config set contract acme-2026 && leadpact config set user 'Zoë: \"Q\" # 1' && leadpact config get user"
    )
    #expect(run.stdout == "Zoë: \"Q\" # 1\n")
    #expect(run.stderr == "Set contract in ~/\(Self.own).\nSet user in ~/\(Self.own).\n")
    #expect(try text(Self.own) == "# mine\nuser: \"Zoë: \\\"Q\\\" # 1\"   # who else\ncontract: acme-2026\n")
    #expect(
      try await shell("leadpact config unset user").stderr == "user is no longer set in ~/\(Self.own).\n")
    #expect(try text(Self.own) == "# mine\ncontract: acme-2026\n")
    let again = try await shell("leadpact config unset user")
    #expect(again == Consequence(stderr: "leadpact: user is not set in ~/\(Self.own)\n", exit: 1))
  }

  @Test func `makes a project's file in the root of its repository, and says what is hidden`() async throws {
    let run = try await shell(
      "mkdir -p r/.git r/a; cd r/a; leadpact config set database acme.db --project; leadpact config set database other.db; leadpact config get database"
    )
    #expect(run.stdout == "~/r/acme.db\n")
    #expect(
      run.stderr == """
        Set database in ~/r/.leadpact.yaml.
        It is ~/r/acme.db.
        Set database in ~/\(Self.own).
        note: here ~/r/.leadpact.yaml:1 goes before it, and says '~/r/acme.db'

        """)
  }

  @Test(arguments: [
    ("set contarct x", "there is no setting 'contarct'; did you mean contract?"),
    ("get nothing-like-it", "there is no setting"),
    ("set contract 'a b'", "contract: 'a b' is not a name"),
    ("set user ''", "user: '' is not a line of text"),
    (
      "set editor vim --project",
      "a project cannot set editor, since it names a program to run; set it for yourself: --user"
    ),
    ("set user x --user --project", "give --user or --project, not both"),
  ])
  func `refuses what cannot be set, and writes nothing`(arguments: String, reason: String) async throws {
    let run = try await shell("leadpact config \(arguments)")
    #expect(run.exit == 64)
    #expect(run.stderr.hasPrefix("leadpact: \(reason)"), "\(run.stderr)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path) == ["examples"])
  }

  @Test func `the editor that is set edits, where no variable names one`() async throws {
    let run = try await shell(
      """
      export LEADPACT_DB=$HOME/a.db
      leadpact contract propose examples/pair.yaml > /dev/null 2>&1
      leadpact config set editor 'touch opened' 2>/dev/null
      leadpact contract edit --yes; ls opened
      """)
    #expect(run.stderr == "The text is as it was; nothing to propose.\n")
  }
}
