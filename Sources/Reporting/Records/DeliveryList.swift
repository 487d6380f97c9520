public import Agreement

/// The entries behind the counts: `leadpact log --list`.
public struct DeliveryList: Sendable {
  /// The entries, in the order in which they were recorded.
  public let deliveries: [Delivery]
  /// The contract that they belong to.
  public let contract: Contract
  /// The days asked for; nil for all.
  public let days: DayRange?

  /// Lists entries.
  public init(_ deliveries: [Delivery], of contract: Contract, in days: DayRange?) {
    self.deliveries = deliveries
    self.contract = contract
    self.days = days
  }

  /// The list laid out.
  public var document: Document {
    let rows = deliveries.map { entry in
      Table.Row([
        .text(entry.kind.isCounted ? "\(entry.mark.number)" : "—"), .text("\(entry.days)"),
        .text(entry.key.stream.text), .text(entry.key.leadType.text),
        .text((entry.count > 0 ? "+" : "") + entry.count.grouped), .text(entry.kind.shortWords),
        .text("\(entry.mark.at.day)"),
        .text(entry.mark.by),
      ])
    }
    return Document(
      kind: "deliveries", title: "\(contract.title): leads on record",
      facts: [
        Fact("contract", "Contract", contract.name.text),
        Fact("period", "Period", days.map { "\($0)" } ?? "all"),
      ],
      sections: [
        Section(
          "deliveries", "Entries",
          [
            rows.isEmpty
              ? .paragraph("None.")
              : .table(
                Table(
                  "Entries in the order recorded",
                  columns: [
                    .init("number", "Entry", isNumeric: true), .init("days", "Days"),
                    .init("stream", "Stream"),
                    .init("lead-type", "Lead type"), .init("count", "Count", isNumeric: true),
                    .init("kind", "How"),
                    .init("day", "Recorded"), .init("by", "By"),
                  ], rows: rows))
          ])
      ])
  }
}

extension Delivery.Kind {
  /// How the entry came to be; the leads of a day may be of several imports.
  fileprivate var shortWords: String { if case .leads = self { "from leads" } else { words } }
}

extension Delivery.Kind {
  /// How the entry came to be, in words.
  fileprivate var words: String {
    switch self {
    case .logged: "logged"
    case .imported(let number): "imported (import \(number))"
    case .correction(let reason): "corrected (\(reason))"
    case .leads(let number): "from leads (import \(number))"
    case .disputed(let lead, let reason): "disputed, lead \(lead) (\(reason))"
    }
  }
}
