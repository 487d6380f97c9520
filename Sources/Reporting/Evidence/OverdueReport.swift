public import Agreement

/// The leads past first contact or a step of the cadence: the value behind `leadpact overdue`.
public struct OverdueReport: Sendable {
  /// The contract, as it rules now or last ruled.
  public let contract: Contract
  /// The day on which it is looked at.
  public let day: Day
  /// Every lead that is overdue, the worst first.
  public let all: [OverdueLead]
  /// How many of them are listed; nil for all.
  public let limit: Int?
  /// Whether anything is on record that was done about leads.
  public let hasTouches: Bool
  /// The leads that are open, of all reps.
  public let open: OpenLeads
  /// Whether any lead is on record that a month counts.
  public let hasLeads: Bool

  /// Lists the overdue leads of a contract.
  ///
  /// - Parameters:
  ///   - rep: only those of one rep; nil for all.
  ///   - limit: only so many; nil for all.
  public init(of ledger: Ledger, from standpoint: Standpoint, rep: String? = nil, limit: Int? = nil) {
    self.open = ledger.openLeads(from: standpoint)
    self.contract = ledger.history.newest.contract
    self.day = standpoint.day
    self.all = open.overdue.filter { rep == nil || $0.rep == rep }
    self.limit = limit
    self.hasTouches = ledger.leads.hasTouches
    self.hasLeads = ledger.leadSums.hasPlaced
  }

  /// The list laid out.
  public func document(_ provenance: Provenance) -> Document {
    var sections = [Section("overdue", "Overdue", leadBlocks)]
    if !all.isEmpty { sections.append(Section("reps", "By rep", [.table(repTable)])) }
    return Document(
      kind: "overdue", title: "\(contract.title): leads overdue",
      facts: [
        Fact("contract", "Contract", contract.name.text), Fact("at", "On", "\(day)"),
        Fact("leads", "Leads overdue", all.count.grouped),
      ],
      sections: sections,
      footer: provenance.footer(today: day, versions: [])
    )
  }

  private var repTable: Table {
    let groups = Dictionary(grouping: all, by: \.rep)
    let ordered = groups.sorted { ($1.value.count, $0.key ?? "") < ($0.value.count, $1.key ?? "") }
    return Table(
      "How many leads of each rep are overdue, and since when the oldest is",
      columns: [
        .init("rep", "Rep"), .init("contact", "First contact", isNumeric: true),
        .init("cadence", "Cadence", isNumeric: true), .init("oldest", "Oldest since"),
      ],
      rows: ordered.map { rep, leads in
        Table.Row([
          .text(rep ?? .nobody), .text(leads.count(where: \.matter.isFirstContact).grouped),
          .text(leads.count { !$0.matter.isFirstContact }.grouped),
          .text(leads.first?.matter.since ?? ""),
        ])
      })
  }

  private var leadBlocks: [Block] {
    guard hasLeads else {
      return [.paragraph("There are no leads on record: leadpact import leads FILE.")]
    }
    var blocks: [Block] = []
    let (silent, unrecorded) = (open.untold, open.contactedUnrecorded)
    if open.count == 0 {
      blocks.append(.paragraph("None: no lead is open."))
    } else if all.isEmpty, silent == open.count {
      blocks.append(
        .paragraph("Nothing is known of what was done about the open leads, so none can be called overdue."))
    } else if all.isEmpty {
      let done = hasTouches ? "followed up" : "contacted"
      blocks.append(.paragraph("None: every lead was \(done) in time, or its time still runs."))
    } else {
      blocks.append(.table(leadTable))
      if let limit, all.count > limit {
        let left = all.count - limit
        blocks.append(
          .paragraph("And \(left.grouped) more that \(left == 1 ? "is" : "are") overdue for less long."))
      }
    }
    if silent > 0 {
      blocks.append(
        .paragraph(
          "Of \(silent.grouped) open lead\(silent == 1 ? "" : "s") no file tells whether \(silent == 1 ? "it was" : "they were") contacted, so first contact is not judged: import a file with a column for it, or touches."
        ))
    }
    if unrecorded > 0 {
      blocks.append(
        .paragraph(
          "\(Language.english(.countLeads, ["count": unrecorded])) came further with no first contact on record: when \(unrecorded == 1 ? "it was" : "they were") contacted is not known, so first contact is not judged."
        ))
    }
    if !hasTouches {
      blocks.append(
        .paragraph("No touches are on record, so the cadence is not judged: leadpact import touches FILE."))
    }
    return blocks
  }

  private var leadTable: Table {
    Table(
      "The worst first",
      columns: [
        .init("lead", "Lead"), .init("rep", "Rep"), .init("lead-type", "Lead type"), .init("what", "Overdue"),
        .init("since", "Since"), .init("late", "For"),
      ],
      rows: all.prefix(limit ?? .max).map { lead in
        Table.Row([
          .text(lead.id), .text(lead.rep ?? .nobody), .text(lead.key.description), .text(lead.matter.words()),
          .text(lead.matter.since), .text(lead.late.lateness()),
        ])
      })
  }
}

extension String {
  /// What stands where no rep is named.
  static let nobody = "(no rep)"
}

extension OverdueLead.Matter {
  /// Whether nobody has contacted the lead.
  fileprivate var isFirstContact: Bool { if case .firstContact = self { true } else { false } }

  /// What is overdue: `first contact`, `3 touches in 14 days, 1 done`.
  func words(in language: Language = .english) -> String {
    switch self {
    case .firstContact: language(.firstContact)
    case .step(let step, let done, _):
      language(.touchesInDone, ["touches": step.touches, "days": step.days, "done": done])
    }
  }

  /// When its time was over: a day and the time of day, or a step's last day.
  fileprivate var since: String {
    switch self {
    case .firstContact(let deadline):
      "\(deadline.day) \((deadline.second / 3_600).twoDigits):\((deadline.second / 60 % 60).twoDigits)"
    case .step(_, _, let day): "\(day)"
    }
  }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }

  /// So many microseconds in words, rounded down: `3 days`, `5 hours`, `12 minutes`, `just now`.
  func lateness(in language: Language = .english) -> String {
    let minutes = self / 60_000_000
    guard minutes > 0 else { return language(.justNow) }
    if minutes >= 2_880 { return language(.lateDays, ["count": minutes / 1_440]) }
    return minutes >= 120
      ? language(.hours, ["count": minutes / 60]) : language(.minutes, ["count": minutes])
  }
}
