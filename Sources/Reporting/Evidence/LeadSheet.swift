public import Agreement

/// All that is on record for one lead: `leadpact lead`.
public struct LeadSheet: Sendable {
  /// What one row of an import changed.
  public struct Change: Sendable {
    /// The record as it was from then on.
    public let record: LeadRecord
    /// The file's name.
    public let file: String
    /// The line in it.
    public let line: Int
    /// Why the import was withdrawn; nil where it was not.
    public let withdrawn: String?

    /// Creates a change.
    public init(record: LeadRecord, file: String, line: Int, withdrawn: String? = nil) {
      self.record = record
      self.file = file
      self.line = line
      self.withdrawn = withdrawn
    }
  }

  private let lead: Lead
  private let ledger: Ledger
  private let changes: [Change]
  private let today: Day

  /// Gathers what is known of a lead; nil where there is none of that id.
  public init?(_ id: String, of ledger: Ledger, history: [Change], today: Day) {
    guard let lead = ledger.leads.lead(id) else { return nil }
    self.lead = lead
    self.ledger = ledger
    self.changes = history
    self.today = today
  }

  /// The sheet laid out.
  public func document(_ provenance: Provenance) -> Document {
    let contract = ledger.history.newest.contract
    let touches = ledger.leads.touches(of: lead.id)
    let steps = ledger.leads.dispute(on: lead.id)
    return Document(
      kind: "lead", title: "Lead \(lead.id)",
      facts: [
        Fact("contract", "Contract", contract.name.text), Fact("lead-type", "Lead type", typeWords),
        Fact("standing", "Counts", standingWords), Fact("rep", "Rep", lead.facts.rep ?? .nobody),
      ],
      sections: [
        Section("stages", "What became of it", [.list(stageLines)]),
        Section("touches", "What was done", [list(touches.map(\.words), or: "No touches are on record.")]),
        Section("disputes", "Disputes", [list(steps.map(\.words), or: "None.")]),
        Section("changes", "Changes on record", [list(changes.map(\.words), or: "None.")]),
      ],
      footer: provenance.footer(today: today, versions: [])
    )
  }

  private func list(_ lines: [String], or nothing: String) -> Block {
    lines.isEmpty ? .paragraph(nothing) : .list(lines)
  }

  private var placed: PlacedLead? { ledger.placedLead(lead.id) }

  private var typeWords: String {
    let said = [lead.facts.stream, lead.facts.leadType].compactMap(\.self).map { "'\($0)'" }
    let source =
      said.isEmpty ? "nothing is said of where it comes from" : "from \(said.joined(separator: ", "))"
    return placed.map { "\($0.key) (\(source))" } ?? source
  }

  private var standingWords: String {
    guard let placed else {
      return lead.facts.delivered == nil
        ? "no, it is not delivered yet" : "no, it was delivered outside the months that the contract covers"
    }
    switch placed.standing {
    case .counts where ledger.history.deliverySource(in: placed.month) == .logged:
      return "no, the contract takes the counts of \(placed.month) as they were logged"
    case .counts:
      return placed.key.leadType == .unassigned
        ? "in \(placed.month), of no lead type that the contract names" : "in \(placed.month)"
    case .unqualified(let shortfalls):
      let unmet = shortfalls.map { "'\($0.condition)' is not met (\($0.found))" }
      return "no, \(Language.english.joined(unmet))"
    case .rejected: return "no, it is rejected"
    }
  }

  private var stageLines: [String] {
    let facts = lead.facts
    let times: [(String, Occurrence?)] = [
      ("delivered", facts.delivered), ("first contact", facts.contacted), ("SQL", facts.salesQualified),
      ("opportunity", facts.opportunity), ("won", facts.won), ("lost", facts.lost),
      ("disqualified", facts.disqualified),
    ]
    var lines = times.compactMap { name, time in time.map { "\(name): \($0)" } }
    if let stage = facts.stage, lead.date(of: stage) == nil {
      lines.append("named as \(Language.english.within(stage.title)), without a time")
    }
    if let ending = facts.ending { lines.append("named as \(ending.rawValue), without a time") }
    if let reason = facts.reason { lines.append("reason: \(reason)") }
    if !lead.revenue.isEmpty {
      lines.append("brought: \(Language.english.joined(lead.revenue.map(\.description)))")
    }
    if lead.wonWithoutAmount > 0 {
      let count = lead.wonWithoutAmount
      lines.append("\(count.grouped) won deal\(count == 1 ? "" : "s") of no known amount")
    }
    lines += facts.attributes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.orEmpty)" }
    return lines.isEmpty ? ["nothing is known"] : lines
  }
}

extension Touch {
  /// The touch in one line: `2026-02-03T10:00:00Z call by Eve Wu`.
  fileprivate var words: String {
    "\(at) \(kind)\(rep.map { " by \($0)" } ?? "")\(isAutomatic ? ", automatic: does not count" : "")"
  }
}

extension DisputeStep {
  /// The step in one line.
  fileprivate var words: String { "\(word.rawValue) on \(mark.at.day) by \(mark.by): \(reason)" }
}

extension LeadSheet.Change {
  /// The change in one line: `import 3, leads.csv:17, on 2026-02-16 by ada: delivered 2026-02-03, …`.
  fileprivate var words: String {
    let part = record.key.part == .lead ? "" : " (\(record.key.part))"
    return
      "import \(record.mark.number), \(file):\(line), on \(record.mark.at.day) by \(record.mark.by)\(part): "
      + (record.facts.words.isEmpty ? "nothing" : record.facts.words)
      + (withdrawn.map { "; the import was withdrawn (\($0))" } ?? "")
  }
}

extension LeadFacts {
  /// Everything that is said, in words.
  fileprivate var words: String {
    let said: [(String, String?)] = [
      ("stream", stream), ("lead type", leadType), ("delivered", delivered?.description), ("rep", rep),
      ("contacted", contacted?.description), ("SQL", salesQualified?.description),
      ("opportunity", opportunity?.description), ("won", won?.description), ("lost", lost?.description),
      ("disqualified", disqualified?.description), ("reason", reason),
      ("stage", stage.map { Language.english.within($0.title) }), ("ended", ending?.rawValue),
      ("amount", amount?.description),
    ]
    let facts = said.compactMap { name, value in value.map { "\(name) \($0)" } }
    let columns = attributes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.orEmpty)" }
    return (facts + columns).joined(separator: ", ")
  }
}

extension String {
  /// The text; `(empty)` where there is none.
  fileprivate var orEmpty: String { isEmpty ? "(empty)" : self }
}
