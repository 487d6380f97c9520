import Foundation
import Testing

/// Every example of every help text, run as it stands.
@Suite struct HelpExampleTests {
  @Test func `every example does what it says`() async throws {
    var count = 0
    for page in try await HelpPage.all() {
      for example in page.examples where KeySandbox.isPossible || !example.contains("--key") {
        let sandbox = try await ExampleRoom.sandbox(for: example)
        let shell = ChildProcess(
          executable: URL(fileURLWithPath: "/bin/sh"),
          arguments: ["-c", ExampleRoom.script(for: example)],
          environment: sandbox.environment.merging([
            "LEADPACT_TODAY": "2026-07-10", "LEADPACT_USER": "chloe@acme.example",
          ]) { $1 },
          folder: sandbox.home
        )
        let run = try await shell.consequence(in: sandbox)
        #expect(run.exit == ExampleRoom.exit(of: example), "$ \(example)\n\(run.stderr)")
        count += 1
      }
    }
    #expect(count > 80)
  }
}

/// The records and files that the examples of the help texts are about.
private enum ExampleRoom {
  /// `check` tells of breaches, but of few leads that are overdue; and the hash of an example is of no history.
  static func exit(of example: String) -> Int32 {
    if example.hasPrefix("leadpact check"), !example.contains("||"), !example.contains("--only") { return 3 }
    return example.hasPrefix("leadpact verify --since") ? 2 : 0
  }

  /// The example as a shell gets it; there is nobody to answer a question, nor to send a message to.
  static func script(for example: String) -> String {
    """
    mail() { cat; }
    jq() { cat; }
    mkdir bin && printf '#!/bin/sh\n' > bin/code && chmod +x bin/code
    export EDITOR=true PATH="$PWD/bin:$PATH"
    \(preparations.first { example.contains($0.words) }?.commands ?? ":")
    \(example)\(confirmed.contains { example.contains($0) } ? " --yes" : "")
    """
  }

  private static func propose(_ change: String) -> String {
    "\(change) acme.yaml > other.yaml && leadpact contract propose other.yaml 2> proposed.txt > proposed.txt"
  }

  private static let confirmed = ["leadpact sign", "contract edit"]

  /// What has to be there before an example, besides the records.
  private static let preparations: [(words: String, commands: String)] = [
    ("globex-2026", propose("sed 's/acme-2026/globex-2026/'")),
    ("acme-2025", propose("sed 's/2026/2025/g'")),
    ("last-year", "rm acme.leadpact; " + propose("sed 's/^term: 2026/term: 2025/'")),
    ("contract new", "rm acme.yaml"), ("contract certificate", "mkdir signed"),
    ("--key", "mkdir -p ~/.ssh && ssh-keygen -q -t ed25519 -N '' -f ~/.ssh/id_ed25519"),
    ("import archive", "leadpact export acme-2026-05-15 2> export.txt"),
    ("config unset contract", "leadpact config set contract acme-2026"),
    ("config unset database", "leadpact config set database acme.leadpact --project"),
  ]

  static func sandbox(for example: String) async throws -> Sandbox {
    let stage =
      stages.first { words, _ in words.allSatisfy { example.contains($0) } }?.stage ?? leads
    let sandbox = try Sandbox()
    for (name, text) in files { try write(text, name, in: sandbox) }
    try write(contract(), "acme.yaml", in: sandbox)
    for name in ["hubspot-contacts.csv", "hubspot-deals.csv"] {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "examples/\(name)"), to: sandbox.home.appending(path: name))
    }
    try FileManager.default.createDirectory(
      at: sandbox.home.appending(path: "backups"), withIntermediateDirectories: true)
    try await stage.value?.write(to: sandbox.home.appending(path: "acme.leadpact"))
    return sandbox
  }

  private static func write(_ text: String, _ name: String, in sandbox: Sandbox) throws {
    try Data(text.utf8).write(to: sandbox.home.appending(path: name))
  }

  private static func contract(of deliveries: String = "logged") -> String {
    """
    contract: acme-2026
    title: Acme, marketing and sales 2026
    term: 2026-01..2026-12
    currency: USD
    deliveries: \(deliveries)
    streams:
      smb:
        title: Small business
        quota: 500,000 per month
        lead-types:
          website-form:
            title: Website form
            share: 60%
            crm-values: [web]
            mql-to-sql: 34%
            sql-to-opportunity: 82%
            win-rate: 23%
            average-order-value: 2000
            time-to-close: 45 days
          outbound:
            title: Outbound calls
            share: 40%
            mql-to-sql: 41%
            sql-to-opportunity: 80%
            win-rate: 28%
            average-order-value: 2000
            time-to-close: 60 days
    sales:
      first-contact: {within: 4 hours, share: 90%}
      cadence: {share: 80%, steps: [3 in 14 days]}
      capacity: {leads-per-rep: 500, reps: {2026-01: 10}}
      reject-within: 365 days
    measures:
      csat: {title: Customer satisfaction, owner: sales, unit: points of 5, target: at least 4.5}
    signatories:
      - {name: Ada Li, email: ada@acme.example, team: marketing, role: Head of Marketing, owes: Leads.}
      - {name: Ben Ode, email: ben@acme.example, team: sales, role: Head of Sales, owes: Follow-up.}
    """
  }

  private static let files = [
    "weekly-leads.csv": "week,lead type,count\n2026-W08,website-form,200\n",
    "counts.csv": "kw,kanal,anzahl\n2026-W08,website-form,200\n",
    "outcomes.csv":
      "month,lead type,sqls,won,cohort,origin,deals,amount\n2026-02,website-form,40,6,2026-02,outbound,3,6000\n",
    "leads.csv": """
    mql_id,first_contact_date,origin,rep
    00Q5e00000AbCdE,2026-02-02,web,Eve Wu
    4711,2026-03-18,web,Eve Wu
    4712,2026-03-17,web,Tom Hale
    4713,2026-03-11,web,Eve Wu
    """,
    "follow-ups.csv": "week,subject,met,due\n2026-W08,contacted,180,212\n",
    "followed-up.csv": "kw,was,erreicht,faellig\n2026-W08,contacted,180,212\n",
    "closed.csv": "mql_id,won_date,sr_id\n4711,2026-07-09,Eve Wu\n",
    "deals.csv": """
    Record ID - Deal,Deal Name,Deal Stage,Amount,Currency,Create Date,Close Date,Deal owner,Associated Contact IDs
    7001,Moreau,Closed won,8400,USD,08/04/2026 10:00,29/04/2026 16:10,Eve Wu,4711
    """,
    "calls.csv": "mql_id,called_at,type,agent,deal,done\n4711,2026-07-08 10:00,call,Eve Wu,4711,2026-07-08\n",
    "activities.csv": """
    ID,Subject,Type,Marked as done time,Assigned to user,Lead ID,Deal ID,Done
    31,Call,call,2026-07-08 10:15,Eve Wu,4711,4711,Done
    """,
  ]

  private static let signed = [
    ["contract", "propose", "acme.yaml"], ["sign", "--as", "ada@acme.example", "--yes"],
    ["sign", "--as", "ben@acme.example", "--yes"],
  ]
  private static let written = stage([])
  private static let proposed = stage([signed[0]])
  private static let counting = stage(signed)
  private static let counted = stage(
    signed + [
      ["log", "2026-W07", "website-form=212", "outbound=80"], ["log", "2026-02-20", "outbound=320"],
    ])
  private static let leads = stage(
    signed + [
      ["revise", "--from", "2026-Q2", "--set", "outbound.win-rate=27%"],
      ["revise", "--from", "2026-Q3", "--set", "outbound.win-rate=26%"],
      [
        "import", "leads", "leads.csv", "--map",
        "external-id=mql_id,delivered=first_contact_date,lead-type=origin,rep=rep",
      ],
      ["dispute", "reject", "4712", "--reason", "a student", "--user", "ben@acme.example"],
    ], deliveries: "leads")

  /// The words of an example, and what has happened before it; of all others, leads were imported.
  private static let stages: [(words: [String], stage: Task<Data?, any Error>)] = [
    (["contract propose acme.yaml"], written), (["leadpact sign"], proposed),
    (["leadpact log", "--correct"], counted),
    (["leadpact log"], counting), (["leadpact follow-up"], counting), (["import deliveries"], counting),
    (["import follow-ups"], counting),
    (["outcome"], counted),
  ]

  /// The database that the commands make on one day after the other, none where there are none.
  private static func stage(
    _ commands: [[String]], deliveries: String = "logged"
  ) -> Task<Data?, any Error> {
    Task {
      guard !commands.isEmpty else { return nil }
      let sandbox = try Sandbox()
      for (name, text) in files { try write(text, name, in: sandbox) }
      try write(contract(of: deliveries), "acme.yaml", in: sandbox)
      for (index, command) in commands.enumerated() {
        let today = index < 3 ? "2025-12-1\(index)" : "2026-03-2\(index)"
        let run = try await Leadpact.run(command, environment: ["LEADPACT_TODAY": today], in: sandbox)
        try #require(run.exit == 0, "\(command): \(run.stderr)")
      }
      return try Data(contentsOf: sandbox.home.appending(path: "acme.leadpact"))
    }
  }
}
