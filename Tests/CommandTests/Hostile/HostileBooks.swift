import Foundation
import Testing

/// A database full of hostile texts: in the contracts, as names, in leads and touches, as reasons and people.
struct HostileBooks {
  let sandbox: Sandbox

  /// The contract whose counts are logged, and the one whose counts come from leads.
  static let (logged, fromLeads) = ("$(reboot);+1", "＝1+1")
  /// The names of files that were imported.
  static let (leadFile, touchFile) = ("=cmd\u{1B}[31m\u{202E}<b>.csv", "@touches|[x](y)\n.csv")
  /// A column of the file of leads.
  static let column = "+cmd|[x](y)"

  private init(_ database: Data) throws {
    sandbox = try Sandbox()
    try database.write(to: sandbox.home.appendingPathComponent("acme.leadpact"))
  }

  /// A copy, in a sandbox of its own.
  static func copied() async throws -> HostileBooks { try HostileBooks(await database.value) }

  /// The database is made once for all tests.
  private static let database = Task { try await made() }

  private static func run(
    _ arguments: String..., as user: String = "ada@acme.example", in sandbox: Sandbox
  ) async throws {
    let consequence = try await Leadpact.run(arguments, environment: ["LEADPACT_USER": user], in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence)")
  }

  private static func made() async throws -> Data {
    let sandbox = try Sandbox()
    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: sandbox.home.appendingPathComponent(name))
    }
    let texts = HostileText.all

    try write(contract(named: logged, isFromLeads: false), to: "logged.yaml")
    try await run("contract", "propose", "logged.yaml", "--note", texts[0], as: texts[1], in: sandbox)
    try write(contract(named: fromLeads, isFromLeads: true), to: "leads.yaml")
    try await run("contract", "propose", "leads.yaml", in: sandbox)
    for (index, text) in texts.enumerated() {
      try await run(
        "log", "2026-W07", "--contract", logged, "\(stream(index))/\(type(index))=\(index + 4)",
        "--user=\(text)", in: sandbox)
      try await run(
        "log", "2026-W07", "--contract", logged, "\(stream(index))/\(type(index))=-1", "--correct",
        "--reason=\(text)", "--user=\(text)", in: sandbox)
      try await run(
        "follow-up", "2026-W07", "--contract", logged, "\(measure(index))=4.\(index % 10)", "contacted=3/4",
        "--rep=\(text)", "--stream", stream(index), in: sandbox)
    }
    try await run(
      "sign", logged, "--as", email(0), "--decline", "--reason=\(texts.joined(separator: " "))", "--yes",
      in: sandbox)
    try await run(
      "outcome", "2026-02", "--contract", logged, "\(stream(0))/\(type(0)):sqls=2,won=1,revenue=5000",
      in: sandbox)

    try write(leads, to: leadFile)
    try await run(
      "import", "leads", leadFile, "--contract", fromLeads, "--map",
      "external-id=id,delivered=at,lead-type=kind,rep=owner,reason=why,disqualified=out",
      "--save-mapping", "$(id)", as: texts[12], in: sandbox)
    try write(touches, to: touchFile)
    try await run(
      "import", "touches", touchFile, "--contract", fromLeads, "--map",
      "id=id,lead=lead,at=at,kind=kind,rep=owner", in: sandbox)
    let ids = try await leadIDs(in: sandbox)
    try #require(ids.count == texts.count)
    // Those that count: the numbers of the others fall short of the condition.
    for (index, text) in texts.enumerated().dropFirst(11).prefix(6) {
      let id = try #require(ids.first { $0.hasSuffix(" #\(index)") })
      try await run(
        "dispute", "reject", "--contract", fromLeads, "--reason=\(text)", "--user=\(text)", "--", id,
        in: sandbox)
    }
    return try Data(contentsOf: sandbox.home.appendingPathComponent("acme.leadpact"))
  }

  /// The ids of the leads on record.
  static func leadIDs(in sandbox: Sandbox) async throws -> [String] {
    let rows = try await Leadpact.run("export", "--table", "leads", "-O", "jsonl", in: sandbox).stdout
    return try rows.split(separator: "\n").compactMap { row in
      let object = try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any]
      return object?["lead"] as? String
    }
  }

  // MARK: Names

  static func stream(_ index: Int) -> String { "\(name(index))s\(index)" }
  static func type(_ index: Int) -> String { "\(name(index + 1))t\(index)" }
  static func measure(_ index: Int) -> String { "\(name(index + 2))m\(index)" }
  static func email(_ index: Int) -> String { "$(id);'=p\(index)@acme.example" }

  private static func name(_ index: Int) -> String { HostileText.names[index % HostileText.names.count] }

  // MARK: Files

  static func contract(named name: String, isFromLeads: Bool) -> String {
    let texts = HostileText.all
    let streams = texts.enumerated().map { index, text in
      """
        \(quoted(stream(index))):
          title: \(quoted(text))
          quota: 10,000 per month
          lead-types:
            \(quoted(type(index))):
              title: \(quoted(text))
              share: 100%
              crm-values: [\(quoted(text))]
              qualifies: [\(quoted("\(column) >= 10"))]
              mql-to-sql: {value: 50%, source: \(quoted("measured \(text)"))}
              sql-to-opportunity: 50%
              win-rate: 50%
              average-order-value: 2,000
              time-to-close: 30 days
      """
    }
    let measures = texts.enumerated().map { index, text in
      "  \(quoted(measure(index))): {title: \(quoted(text)), owner: sales, unit: \(quoted(text)), target: at least 4.5}"
    }
    let people = texts.enumerated().map { index, text in
      "  - {name: \(quoted(text)), email: \(quoted(email(index))), team: \(index % 2 == 0 ? "marketing" : "sales"), "
        + "role: \(quoted(text)), owes: \(quoted(text))}"
    }
    return """
      contract: \(quoted(name))
      title: \(quoted(texts[1] + texts[12] + texts[20]))
      term: 2026-01..2026-12
      currency: USD
      deliveries: \(isFromLeads ? "leads" : "logged")
      stages: {mql: \(quoted(texts[1])), sql: \(quoted(texts[12])), opportunity: \(quoted(texts[20])), won: \(quoted(texts[22]))}
      streams:
      \(streams.joined(separator: "\n"))
      sales:
        first-contact: {within: 24 hours, share: 90%}
        cadence: {share: 80%, steps: [3 in 14 days]}
        reject-within: 30 days
      measures:
      \(measures.joined(separator: "\n"))
      signatories:
      \(people.joined(separator: "\n"))

      """
  }

  private static var leads: String {
    csv(
      [["id", "at", "kind", "owner", "why", "out", column]]
        + HostileText.all.enumerated().map { index, text in
          [
            "\(text) #\(index)", "2026-05-0\(1 + index % 9)", text, text, text,
            index % 3 == 0 ? "2026-05-10" : "",
            "\(index + 5)",
          ]
        })
  }

  private static var touches: String {
    csv(
      [["id", "lead", "at", "kind", "owner"]]
        + HostileText.all.enumerated().map { index, text in
          ["t\(index) \(text)", "\(text) #\(index)", "2026-05-10", text, text]
        })
  }

  private static func csv(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { "\"\($0.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined())\"" }
        .joined(separator: ",") + "\n"
    }.joined()
  }

  /// A text in double quotes as YAML has it.
  static func quoted(_ text: String) -> String {
    let signs = text.unicodeScalars.map { scalar in
      let isPlain =
        scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\" && scalar.value < 0x7F
      let digits = String(scalar.value, radix: 16)
      return isPlain ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
    return "\"\(signs.joined())\""
  }
}
