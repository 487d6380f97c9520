/// What is on record, as tables that are written out one by one.
///
/// docs/interop.md describes each. All but the last two show the records in the words of the reports; the journal
/// and its rows hold everything, so that a database can be made anew of them.
public enum ArchiveTable: String, Hashable, Sendable, CaseIterable {
  /// The texts of contracts.
  case versions
  /// Who must sign each.
  case signatories
  /// What they said.
  case signatures
  /// What sales must win by month and stream.
  case quotas
  /// The figures of the funnel as agreed.
  case metrics
  /// Counts of leads, corrections included.
  case deliveries
  /// What came of the leads of a month.
  case outcomes
  /// What sales did, and the values of measures.
  case followUps = "follow-ups"
  /// Quarters whose metrics were kept on purpose.
  case reviews
  /// What files said of leads, and when.
  case leads
  /// What files said was done about leads.
  case touches
  /// The steps of disputes on leads.
  case disputes
  /// The files that brought rows.
  case imports
  /// Mappings of columns under a name.
  case mappings
  /// Who changed what and when, chained by hashes.
  case journal
  /// Each row that a change added, as it was added.
  case journalRows = "journal-rows"

  /// The columns, in order.
  public var columns: [ArchiveColumn] {
    switch self {
    case .versions:
      [
        .text("contract"), .number("version"), .text("title"), .text("effective_month"), .text("first_month"),
        .text("last_month"), .text("currency"), .text("calendar"), .number("fiscal_year_starts"),
        .text("tolerance"), .text("digest"), .text("note"), .text("text"),
      ] + Self.mark
    case .signatories:
      [
        .text("contract"), .number("version"), .text("name"), .text("email"), .text("team"), .text("role"),
        .text("owes"),
      ]
    case .signatures:
      [
        .number("signature"), .text("contract"), .number("version"), .text("email"), .text("word"),
        .text("reason"), .text("digest"),
      ] + Self.mark
    case .quotas:
      [
        .text("contract"), .number("version"), .text("stream"), .text("month"), .amount("quota"),
        .text("currency"), .text("retention"),
      ]
    case .metrics:
      [
        .text("contract"), .number("version"), .text("stream"), .text("lead_type"), .text("share"),
        .text("metric"), .text("from_month"), .text("figure"), .text("source"), .text("source_note"),
      ]
    case .deliveries:
      [
        .number("delivery"), .text("contract"), .text("stream"), .text("lead_type"), .text("days"),
        .number("count"), .text("kind"), .text("reason"), .number("import"),
      ] + Self.mark
    case .outcomes:
      [
        .number("outcome"), .text("contract"), .text("stream"), .text("lead_type"), .text("month"),
        .number("sqls"), .number("opportunities"), .number("won"), .amount("revenue"), .text("currency"),
        .number("import"),
      ] + Self.mark
    case .followUps:
      [
        .number("observation"), .text("contract"), .text("days"), .text("stream"), .text("rep"),
        .text("subject"), .number("met"), .number("due"), .score("score"),
      ] + Self.mark
    case .reviews:
      [.number("review"), .text("contract"), .text("quarter_first_month"), .text("reason")] + Self.mark
    case .leads:
      [
        .text("contract"), .text("lead"), .text("part"), .text("stream"), .text("lead_type"),
        .text("delivered_at"), .text("rep"), .text("contacted_at"), .text("sales_qualified_at"),
        .text("opportunity_at"), .text("won_at"), .text("lost_at"), .text("disqualified_at"), .text("reason"),
        .text("stage"), .text("ending"), .amount("amount"), .text("currency"), .text("modified_at"),
        .text("attributes"), .number("import"), .number("line"),
      ] + Self.mark
    case .touches:
      [
        .text("contract"), .text("touch"), .text("lead"), .text("touched_at"), .text("kind"), .text("rep"),
        .number("is_automatic"), .number("import"), .number("line"),
      ] + Self.mark
    case .disputes:
      [.number("dispute"), .text("contract"), .text("lead"), .text("word"), .text("reason")] + Self.mark
    case .imports:
      [
        .number("import"), .text("contract"), .text("kind"), .text("file_name"), .text("file_digest"),
        .number("rows"),
      ] + Self.mark + [.text("withdrawn_at"), .text("withdrawn_by"), .text("withdrawn_because")]
    case .mappings:
      [.number("mapping"), .text("contract"), .text("name"), .text("kind"), .text("text")] + Self.mark
    case .journal:
      [
        .number("entry"), .text("recorded_at"), .text("recorded_by"), .text("action"), .text("subject"),
        .number("contract_number"), .text("contract"), .number("rows"), .text("content_hash"),
        .text("previous_hash"), .text("hash"),
      ]
    case .journalRows:
      [.number("entry"), .text("table"), .number("id"), .text("row")]
    }
  }

  /// Whether the table holds what a database is made anew of, rather than showing it.
  public var isSource: Bool { self == .journal || self == .journalRows }

  /// When and by whom a record was made, and the entry of the journal that made it.
  private static let mark: [ArchiveColumn] = [
    .text("recorded_at"), .text("recorded_by"), .number("entry"),
  ]
}

/// A column of a table that is written out.
public struct ArchiveColumn: Hashable, Sendable {
  /// What its values are.
  public enum Kind: Hashable, Sendable {
    /// Words, days, moments, and figures as they were written.
    case text
    /// Whole numbers.
    case number
    /// Amounts, whose currency stands in the next column.
    case amount
    /// Values of measures.
    case score
  }

  /// Its name.
  public let name: String
  /// What its values are.
  public let kind: Kind

  static func text(_ name: String) -> ArchiveColumn { ArchiveColumn(name: name, kind: .text) }
  static func number(_ name: String) -> ArchiveColumn { ArchiveColumn(name: name, kind: .number) }
  static func amount(_ name: String) -> ArchiveColumn { ArchiveColumn(name: name, kind: .amount) }
  static func score(_ name: String) -> ArchiveColumn { ArchiveColumn(name: name, kind: .score) }
}

/// A value of a table that is written out, exact.
public enum ArchiveValue: Hashable, Sendable {
  /// Nothing is known.
  case absent
  /// A whole number.
  case integer(Int)
  /// A plain decimal: `-1234.50`.
  case decimal(String)
  /// Words.
  case text(String)
}
