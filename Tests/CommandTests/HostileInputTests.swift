import Foundation
import Glibc
import Testing

/// Input that is made to exhaust memory or patience, and what is said about it.
struct HostileInput: CustomTestStringConvertible, Sendable {
  let name: String
  /// The shell's commands that write it: to their output where the arguments name it, else into files.
  let source: String
  let arguments: String
  let complaint: String
  let exit: Int32

  var testDescription: String { name }

  init(
    _ name: String, _ source: String, to arguments: String = "import leads -", exit: Int32 = 2,
    says complaint: String
  ) {
    self.name = name
    self.source = source
    self.arguments = arguments
    self.complaint = complaint
    self.exit = exit
  }

  /// The commands of the shell, all of them.
  var script: String {
    arguments.split(separator: " ").contains("-")
      ? "{ \(source); } | leadpact \(arguments)" : "\(source); leadpact \(arguments)"
  }

  private static let size = 100_000_000
  private static let rows = "printf 'external-id,delivered\\n'"

  /// So many bytes of one sign.
  private static func many(_ sign: String) -> String { "head -c \(size) /dev/zero | tr '\\0' '\(sign)'" }

  private static let lines = [
    HostileInput(
      "a line of 100 MB", "\(rows); \(many("x"))",
      says: "standard input:2:1: the field is longer than 1048576 bytes; is a closing quote missing?"),
    HostileInput(
      "a line of 100 MB in quotes", "\(rows); printf '\"'; \(many("x"))",
      says: "standard input:2:1: the field is longer than 1048576 bytes; is a closing quote missing?"),
    HostileInput(
      "a header of 100 MB", many("x"),
      says: "standard input:1:1: the field is longer than 1048576 bytes; is a closing quote missing?"),
    HostileInput(
      "50 million columns", "\(rows); yes x, | head -c \(size) | tr -d '\\n'",
      says: "standard input:2: the record has more than 4096 fields; is this a CSV file?"),
    HostileInput(
      "50 million columns in the header", "yes x, | head -c \(size) | tr -d '\\n'",
      says: "standard input:1: the record has more than 4096 fields; is this a CSV file?"),
    HostileInput(
      "100 MB of NULs", "head -c \(size) /dev/zero",
      says:
        "standard input:1:1: a NUL byte; the file is not text, or not UTF-8: save it as UTF-8 and try again"),
    HostileInput(
      "a line of 100 MB in UTF-16", "printf '\\377\\376'; yes x | head -c \(size) | tr '\\n' '\\0'",
      says: "standard input:1:1: the field is longer than 1048576 bytes; is a closing quote missing?"),
    HostileInput(
      "100 MB of blank lines", many("\\n"),
      says: "standard input: the file is empty; its first line must name the columns"),
    HostileInput(
      "a currency of half a megabyte in each row",
      "printf 'external-id,amount,currency\\n'; x=$(head -c 500000 /dev/zero | tr '\\0' U); "
        + "for i in 1 2 3 4 5 6; do echo \"$i,20,$x\"; done",
      says:
        "standard input:2:3: '\(String(repeating: "U", count: 60))…' is not a currency of ISO 4217 such as USD "
        + "(column “currency”) (and 5 more lines like it: 3, 4, 5, 6, 7)"),
  ]

  private static let spans = [
    HostileInput(
      "a span of many ends",
      "printf 'week,lead type,count\\n'; yes today.. | head -n 100000 | tr -d '\\n'; echo ,web,1",
      to: "import deliveries -",
      says:
        "standard input:2: 'today..today..today..today..today..today..today..today..toda…' is not a period"),
    HostileInput(
      "a span of many ends on the command line", "true",
      to: "log \"$(yes today.. | head -n 15000 | tr -d '\\n')today\" web=1", exit: 64,
      says: "'today..today..today"),
  ]

  private static let contracts = [
    HostileInput(
      "a contract of 100 MB", many("#"), to: "contract propose -",
      says: "standard input is larger than 1 MiB; is it the right file?"),
    HostileInput(
      "a contract without end", "true", to: "contract propose /dev/zero",
      says: "/dev/zero is larger than 1 MiB; is it the right file?"),
    HostileInput(
      "aliases that unfold to gigabytes",
      "echo 'a: &a [x,x,x,x,x,x,x,x,x]'; "
        + "for i in b,a c,b d,c e,d f,e g,f h,g i,h; do k=${i%,*} v=${i#*,}; "
        + "echo \"$k: &$k [*$v,*$v,*$v,*$v,*$v,*$v,*$v,*$v,*$v]\"; done",
      to: "contract propose -",
      says: "standard input:1:1: this is no contract: it begins with none of its keys"),
    HostileInput(
      "lists within lists", "head -c 500000 /dev/zero | tr '\\0' '['", to: "contract propose -",
      says: "standard input:1:1: this is nested far deeper than any part of a contract"),
    HostileInput(
      "blocks within blocks", "for i in $(seq 0 1200); do printf \"%*s-\\n\" $i ''; done",
      to: "contract propose -",
      says: "standard input:1000:1000: this is nested far deeper than any part of a contract"),
    HostileInput(
      "one word again and again in a comment of a text that is no YAML",
      "printf 'a: [\\nqualifies '; yes '#qualifies ' | head -n 90000 | tr -d '\\n'", to: "contract propose -",
      says: "standard input:1:4: items after this [ are separated by ', ' and end with ]"),
    HostileInput(
      "a term of a thousand years and thousands of streams",
      "printf 'contract: x\\nterm: 1900-01..2999-12\\ncurrency: USD\\nstreams:\\n'; "
        + "for i in $(seq 20000); do echo \"  s$i: {quota: 1}\"; done",
      to: "contract propose -",
      says: "standard input:1:1: 'signatories' is missing in the contract"),
    HostileInput(
      "a currency of half a megabyte",
      "printf 'contract: x\\ncurrency: '; head -c 500000 /dev/zero | tr '\\0' U", to: "contract propose -",
      says: "standard input:1:1: 'term' is missing in the contract"),
    HostileInput(
      "a number of 100,000 digits",
      "sed 's/^term:.*/&\\nsustained-after: '\"$(head -c 100000 /dev/zero | tr '\\0' 9)\"'/' examples/pair.yaml",
      to: "contract propose -",
      says:
        "standard input:5:18: sustained-after: '\(String(repeating: "9", count: 60))…' is not a number of months"
    ),
  ]

  private static let settings = [
    HostileInput(
      "settings of 100 MB", "\(many("#")) > .leadpact.yaml", to: "contract list",
      says: "~/.leadpact.yaml is larger than 1 MiB; is it the right file?"),
    HostileInput(
      "settings that are a pipe", "mkfifo .leadpact.yaml", to: "contract list",
      says: "~/.leadpact.yaml is no file, and settings are read from there"),
    HostileInput(
      "an archive with a line of 100 MB",
      "leadpact export archive -O jsonl > /dev/null 2>&1; "
        + "\(many("x")) > archive/journal.jsonl",
      to: "import archive archive --database other.leadpact",
      says: "archive/journal.jsonl:1: the line is longer than 67108864 bytes; is this what leadpact wrote?"),
    HostileInput(
      "an archive with objects within objects",
      "leadpact export archive -O jsonl > /dev/null 2>&1; "
        + "head -c 1000000 /dev/zero | tr '\\0' '[' > archive/journal.jsonl",
      to: "import archive archive --database other.leadpact",
      says: "archive/journal.jsonl:1: the line is no JSON object of plain values"),
  ]

  static let all = lines + spans + contracts + settings
}

@Suite struct HostileInputTests {
  @Test(arguments: HostileInput.all)
  func `is refused in little memory and time`(input: HostileInput) async throws {
    let sandbox = try Sandbox()
    let shell = ChildProcess(
      executable: URL(filePath: "/bin/bash"),
      arguments: ["-c", Self.limit + input.script], environment: sandbox.environment, folder: sandbox.home)
    _ = try await Leadpact.run("contract", "propose", "examples/pair.yaml", in: sandbox)
    let consequence = try await shell.consequence(in: sandbox)
    #expect(consequence.exit == input.exit)
    #expect(consequence.stdout == "")
    #expect(consequence.stderr.hasPrefix("leadpact: \(input.complaint)"))
    #expect(consequence.stderr.utf8.count < 200_000)
  }

  /// What bounds the memory of all commands: 400 MB of addresses.
  ///
  /// A debug build takes a quarter of them before it starts; a sanitizer takes terabytes, so there is no bound under one.
  private static let limit = Sanitizer.isAny ? "" : "ulimit -v 400000; "
}
