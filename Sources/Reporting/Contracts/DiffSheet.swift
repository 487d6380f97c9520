public import Agreement

/// What a version changes, as people would say it: `leadpact contract diff`.
public struct DiffSheet: Sendable {
  /// The older text.
  public let old: Version
  /// The newer text.
  public let new: Contract
  /// What the newer text is called: `version 2`, `the file`.
  public let newName: String
  /// What differs.
  public let diff: ContractDiff

  /// Compares two texts.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init(from old: Version, to new: Contract, called newName: String) throws(Overflow) {
    self.old = old
    self.new = new
    self.newName = newName
    self.diff = try ContractDiff(from: old.contract, to: new)
  }

  /// The comparison laid out.
  public var document: Document {
    var sections = [Section("clauses", "What changes", [clauseBlock])]
    if !diff.changes.isEmpty {
      sections.append(Section("leads", "What it means in leads", leadBlocks))
      sections.append(
        Section(
          "signatories", "Who must sign",
          [.list(new.signatories.map { "\($0.name), \($0.role) (\($0.email))" })]))
    }
    return Document(
      kind: "diff", title: "\(new.title): version \(old.number) and \(newName)",
      facts: [
        Fact("contract", "Contract", new.name.text),
        Fact("effective", "Effective from", new.effective.description),
      ], sections: sections)
  }

  /// What differs, clause by clause; the same in consecutive months once.
  var clauseBlock: Block {
    guard !diff.changes.isEmpty else { return .list(["Nothing: both say the same."]) }
    return .changes(
      ClauseSpan.spans(of: diff.changes).map { Change($0.subject, from: $0.change.old, to: $0.change.new) })
  }

  private var leadBlocks: [Block] {
    guard !diff.leads.isEmpty else {
      return [.paragraph("The leads owed in months that both cover stay the same.")]
    }
    let rows = LeadSpan.spans(of: diff.leads).map { span in
      let change = span.change
      let more = change.new - change.old
      func figure(_ name: String, _ count: Int, _ formula: String) -> Cell {
        .figure(
          Figure(
            FigureKey(
              period: span.period, stream: change.key.stream.text, leadType: change.key.leadType.text,
              name),
            .count(count), Derivation(formula: formula, computation: count.grouped, clause: .workedBackwards))
        )
      }
      return Table.Row([
        .text(span.words), .text(change.key.description),
        figure("leads-due-before", change.old, "leads owed by version \(old.number)"),
        figure("leads-due-after", change.new, "leads owed by \(newName)"),
        .text(more > 0 ? "\(more.grouped) more" : "\((-more).grouped) fewer"),
      ])
    }
    return [
      .table(
        Table(
          "Leads owed each month",
          columns: [
            .init("month", "Months"), .init("lead-type", "Leads"),
            .init("before", "Version \(old.number)", isNumeric: true),
            .init("after", newName.prefix(1).uppercased() + newName.dropFirst(), isNumeric: true),
            .init("change", ""),
          ], rows: rows))
    ]
  }
}
