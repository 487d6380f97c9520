import Foundation
import Glibc
import Testing

/// A database that cannot be used is told apart from one that is wrong, and never touched.
@Suite struct UnusableDatabaseTests {
  private static let commands = [
    ["log", "2026-W08", "web=1"], ["contract", "propose", "examples/minimal.yaml"],
    ["report", "month", "2026-02"],
    ["contract", "list"], ["contract", "propose", "examples/pair.yaml", "--dry-run"], ["verify"],
  ]

  /// A file that is none of ours, and what is said of it.
  struct Stranger: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let make: @Sendable (PairSandbox) throws -> Void

    static let all = [
      Stranger(
        testDescription: "a text file",
        message: "is not a leadpact database. Check the path in --database or LEADPACT_DB."
      ) { try Data("Dear diary, today I have not logged any leads at all.\n".utf8).write(to: $0.database) },
      Stranger(
        testDescription: "a folder's worth of noise",
        message: "is not a leadpact database. Check the path in --database or LEADPACT_DB."
      ) { try Data((0..<8_192).map { UInt8(truncatingIfNeeded: $0 * 31 + 7) }).write(to: $0.database) },
      Stranger(
        testDescription: "another application's SQLite file",
        message:
          "is an SQLite database of another program, not of leadpact. It was left as it was. "
          + "Check the path in --database or LEADPACT_DB."
      ) { pair in
        try FileManager.default.removeItem(at: pair.database)
        try OutsideConnection(pair.database).run("CREATE TABLE note (text)")
      },
      Stranger(
        testDescription: "an SQLite file with another application id",
        message:
          "is an SQLite database of another program (application id 252006674), not of leadpact. "
          + "It was left as it was. Check the path in --database or LEADPACT_DB."
      ) { pair in
        try FileManager.default.removeItem(at: pair.database)
        try OutsideConnection(pair.database)
          .run("PRAGMA application_id = 252006674; CREATE TABLE note (text)")
      },
      Stranger(
        testDescription: "a file cut off in the middle",
        message:
          "is damaged: database disk image is malformed. Keep a copy of it as it is, and go back to the latest backup."
      ) { pair in
        let bytes = try Data(contentsOf: pair.database)
        try bytes.prefix(bytes.count / 2).write(to: pair.database)
      },
      Stranger(
        testDescription: "a file whose last page is missing",
        message:
          "is damaged: database disk image is malformed. Keep a copy of it as it is, and go back to the latest backup."
      ) { pair in
        try Data(contentsOf: pair.database).dropLast(4_096).write(to: pair.database)
      },
      Stranger(
        testDescription: "a database of a newer version",
        message:
          "was written by a newer leadpact: it has schema version 1000, and this program knows up to \(Repository.schema). "
          + "It was left as it was. Upgrade leadpact, then try again."
      ) { pair in
        try OutsideConnection(pair.database).run(
          """
          INSERT INTO schema_migration SELECT 1000, 'V1000__telepathy', checksum, applied_at FROM schema_migration LIMIT 1;
          PRAGMA user_version = 1000
          """
        )
      },
    ]
  }

  @Test(arguments: Stranger.all, commands)
  func `is left as it was`(stranger: Stranger, command: [String]) async throws {
    let pair = try await PairSandbox.recorded()
    try stranger.make(pair)
    #expect(
      try await pair.refusal(command)
        == Consequence(stderr: "leadpact: ~/acme.leadpact \(stranger.message)\n", exit: 2)
    )
  }

  @Test(arguments: [
    ["log", "2026-W08", "web=1"], ["report", "quarter"], ["verify"], ["sign", "--as", "a@b.example"],
  ])
  func `one that is missing is not made by the way`(command: [String]) async throws {
    let pair = try await PairSandbox.recorded()
    try FileManager.default.removeItem(at: pair.database)
    #expect(
      try await pair.refusal(command)
        == Consequence(
          stderr:
            "leadpact: There is no database at ~/acme.leadpact. "
            + "Check the path in --database or LEADPACT_DB, or propose a first contract to make one.\n",
          exit: 1
        )
    )
  }

  @Test func `a folder is no database`() async throws {
    let pair = try await PairSandbox.recorded()
    let refusal = try await pair.refusal(["report", "quarter", "--database", "examples"])
    #expect(refusal.exit != 0)
    #expect(refusal.stdout == "")
    #expect(refusal.stderr.hasPrefix("leadpact: examples "))
  }

  @Test func `one that another process writes to can be read, and is waited for as long as asked`()
    async throws
  {
    let pair = try await PairSandbox.recorded()
    let report = try await pair.leadpact("report", "month", "2026-02")
    let other = try OutsideConnection(pair.database)
    try other.run("BEGIN EXCLUSIVE")

    let name = try String(contentsOfFile: "/proc/self/comm", encoding: .utf8).dropLast()
    let patience = ["LEADPACT_BUSY_TIMEOUT": "50"]
    for command in [
      ["log", "2026-W08", "web=1"], ["contract", "propose", "examples/minimal.yaml"],
      ["sign", "--as", "ada@acme.example", "--yes", "--decline", "--reason", "no"],
    ] {
      let refusal = try await Leadpact.run(command, environment: patience, in: pair.sandbox)
      guard command[0] != "sign" else {
        // Ada has signed already, which is known without writing.
        #expect(refusal.exit == 1)
        continue
      }
      #expect(
        refusal
          == Consequence(
            stderr:
              "leadpact: ~/acme.leadpact is being written by another program, \(name) (process \(getpid())), "
              + "which did not finish within 50 ms. Let it finish, then try again.\n",
            exit: 1
          )
      )
    }
    #expect(try await pair.leadpact("report", "month", "2026-02", environment: patience) == report)

    try other.run("ROLLBACK")
    #expect(try await pair.leadpact("report", "month", "2026-02") == report)
    try await pair.leadpact("log", "2026-W08", "web=1", environment: patience)
  }

  @Test func `waits for a lock that is soon let go`() async throws {
    let pair = try await PairSandbox.recorded()
    let other = try OutsideConnection(pair.database)
    try other.run("BEGIN EXCLUSIVE")
    async let logged = pair.leadpact("log", "2026-W08", "web=1")
    try await Task.sleep(for: .milliseconds(300))
    try other.run("ROLLBACK")
    #expect(try await logged == "2026-W08  smb/web  1\n")
  }

  @Test(.enabled(if: Confined.canBindRoot, "needs setpriv to bind root by permissions"))
  func `one that may not be written can be read`() async throws {
    let pair = try await PairSandbox.recorded()
    let report = try await pair.leadpact("report", "month", "2026-02")
    chmod(pair.database.path, 0o444)
    chmod(pair.sandbox.home.path, 0o555)
    defer { chmod(pair.sandbox.home.path, 0o755) }
    let before = try pair.contents

    for command in [["log", "2026-W08", "web=1"], ["contract", "propose", "examples/minimal.yaml"]] {
      #expect(
        try await Confined.leadpact(command, in: pair.sandbox)
          == Consequence(
            stderr:
              "leadpact: ~/acme.leadpact cannot be written: the file, its folder or its disk is read-only. "
              + "Make both the file and its folder writable, or copy the file somewhere that is.\n",
            exit: 1
          )
      )
    }
    #expect(
      try await Confined.leadpact(["report", "month", "2026-02"], in: pair.sandbox)
        == Consequence(stdout: report))
    #expect(
      try await Confined.leadpact(["report", "month", "2026-02", "-o", "report.md"], in: pair.sandbox)
        == Consequence(stderr: "leadpact: cannot write report.md: Permission denied\n", exit: 1))
    #expect(try pair.contents == before)
  }

  @Test(.enabled(if: Confined.canBindRoot, "needs setpriv to bind root by permissions"))
  func `one that may not be read says so`() async throws {
    let pair = try await PairSandbox.recorded()
    chmod(pair.database.path, 0o000)
    let refusal = try await Confined.leadpact(["report", "month", "2026-02"], in: pair.sandbox)
    #expect(
      refusal
        == Consequence(
          stderr:
            "leadpact: ~/acme.leadpact cannot be opened: Permission denied. Check the path and who may use it.\n",
          exit: 1
        )
    )
  }

  /// A limit on the size of every file stands in for a disk that is full.
  @Test(
    .disabled(if: Sanitizer.isThread, "the thread sanitizer needs large files"), arguments: [1, 8, 64])
  func `a full disk undoes what did not fit`(blocks: Int) async throws {
    let pair = try await PairSandbox.recorded()
    let head = try await pair.leadpact("verify", "--head")
    let rows = (1...19).flatMap { week in
      ["web", "outbound"].map { "2026-W\(week < 10 ? "0" : "")\(week),\($0),60" }
    }
    try pair.write(
      (["week,lead type,count"] + rows.filter { !$0.contains("W07") }).joined(separator: "\n"),
      to: "leads.csv"
    )
    let program = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "ulimit -f \(blocks); exec leadpact import deliveries leads.csv"],
      // What `make coverage` counts would not fit either.
      environment: pair.sandbox.environment.merging(["LLVM_PROFILE_FILE": "/dev/null"]) { $1 },
      folder: pair.sandbox.home
    )
    let refusal = try await program.consequence(in: pair.sandbox)
    #expect(refusal.exit == 1)
    #expect(refusal.stdout == "")
    #expect(
      refusal.stderr == "leadpact: There is no room left to write ~/acme.leadpact. Nothing was changed. "
        + "Free some space, then try again.\n"
    )
    #expect(try await pair.leadpact("verify", "--head") == head)
    try await pair.leadpact("verify")
    try await pair.leadpact("import", "deliveries", "leads.csv")
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "needs the right to mount a file system"))
  func `a disk that is really full undoes all of an import`() async throws {
    let pair = try await PairSandbox.recorded()
    let rows = (1...28).flatMap { day in
      ["01", "03", "04"].flatMap { month in
        ["web", "outbound"].map { "2026-\(month)-\(day < 10 ? "0" : "")\(day),\($0),60" }
      }
    }
    try pair.write((["day,lead type,count"] + rows).joined(separator: "\n"), to: "leads.csv")
    let run = try await SmallDisk.run(
      """
      cp acme.leadpact disk/
      leadpact import deliveries leads.csv --database disk/acme.leadpact
      echo $?
      leadpact verify --head --database disk/acme.leadpact
      """,
      in: pair.sandbox
    )
    let head = try await pair.leadpact("verify", "--head")
    #expect(
      run
        == Consequence(
          stdout: "1\n" + head,
          stderr:
            "leadpact: There is no room left to write disk/acme.leadpact. Nothing was changed. "
            + "Free some space, then try again.\n"
        )
    )
  }

  @Test(.disabled(if: Sanitizer.isThread, "the thread sanitizer needs large files"))
  func `a full disk keeps the report that a file held before`() async throws {
    let pair = try await PairSandbox.recorded()
    try await pair.leadpact("contract", "propose", "examples/acme-2026.yaml")
    try pair.write("old", to: "plan.json")
    let program = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "ulimit -f 64; exec leadpact plan acme-2026 -o plan.json"],
      environment: pair.sandbox.environment.merging(["LLVM_PROFILE_FILE": "/dev/null"]) { $1 },
      folder: pair.sandbox.home
    )
    let before = try pair.contents
    #expect(
      try await program.consequence(in: pair.sandbox)
        == Consequence(stderr: "leadpact: cannot write plan.json: File too large\n", exit: 1)
    )
    #expect(try pair.contents == before)
  }
}

/// Runs of `leadpact` that permissions bind, as they do not bind root.
enum Confined {
  private static let setpriv = URL(fileURLWithPath: "/usr/bin/setpriv")
  private static let binding = ["--bounding-set=-dac_override,-dac_read_search", "--"]

  static let canBindRoot: Bool = {
    guard geteuid() == 0 else { return true }
    let process = Process()
    process.executableURL = setpriv
    process.arguments = binding + ["/bin/true"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  static func leadpact(_ arguments: [String], in sandbox: Sandbox) async throws -> Consequence {
    let isRoot = geteuid() == 0
    let program = ChildProcess(
      executable: isRoot ? setpriv : Repository.binary,
      arguments: (isRoot ? binding + [Repository.binary.path] : []) + arguments,
      environment: sandbox.environment,
      folder: sandbox.home
    )
    return try await program.consequence(in: sandbox)
  }
}

/// A disk with room for the database `acme.leadpact` and 64 KiB more, mounted for one shell alone.
enum SmallDisk {
  private static let unshare = URL(fileURLWithPath: "/usr/bin/unshare")
  private static let mount = """
    size=$(cat acme.leadpact 2>/dev/null | wc -c)
    mkdir disk && mount -t tmpfs -o size=$((size / 1024 + 64))k none disk
    """

  static let canBeMounted: Bool = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "leadpact-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }  // an empty folder in the temporary one
    let process = Process()
    process.executableURL = unshare
    process.arguments = ["--mount", "/bin/sh", "-c", mount]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil,
      (try? process.run()) != nil
    else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs a script in the sandbox's home folder, with the disk in its folder `disk`.
  static func run(_ script: String, in sandbox: Sandbox) async throws -> Consequence {
    let program = ChildProcess(
      executable: unshare,
      arguments: ["--mount", "/bin/sh", "-c", mount + "\n" + script],
      environment: sandbox.environment,
      folder: sandbox.home
    )
    return try await program.consequence(in: sandbox)
  }
}
