public import Agreement

/// The backward funnel of one quota, over one kind of lead or a mix, with no database: `leadpact calc`.
public struct Calculation: Sendable {
  /// A kind of lead in the mix.
  public struct Part: Hashable, Sendable {
    /// The lead type's name; nil where the quota rests on one kind alone.
    public let name: Name?
    /// Its share of the quota.
    public let share: Share
    /// How its leads become revenue.
    public let funnel: Funnel

    /// Creates a part of a mix.
    public init(name: Name?, share: Share, funnel: Funnel) {
      self.name = name
      self.share = share
      self.funnel = funnel
    }
  }

  /// What one part owes.
  public struct Result: Hashable, Sendable {
    /// The part.
    public let part: Part
    /// Its value due: its share of the quota in whole minor units.
    public let due: Money
    /// The counts that bring it.
    public let demand: Demand
    /// What one of its leads is worth.
    public let leadValue: Value
  }

  /// The quota.
  public let quota: Money
  /// What each part owes, in the order given; the values due add up to the quota.
  public let results: [Result]

  /// Works `quota` backwards over `parts`.
  ///
  /// - Precondition: there is a part, and the shares make up the whole.
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public init(quota: Money, parts: [Part]) throws(Overflow) {
    precondition(Share.makeWhole(parts.map(\.share)), "the parts make up the quota")
    self.quota = quota
    var results: [Result] = []
    for (part, due) in zip(parts, quota.split(by: Share.weights(of: parts.map(\.share)))) {
      results.append(
        Result(
          part: part,
          due: due,
          demand: try part.funnel.demand(for: due),
          leadValue: try part.funnel.leadValue()
        )
      )
    }
    self.results = results
  }
}

extension Calculation {
  /// The calculation laid out.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func document() throws(Overflow) -> Document {
    var sections: [Section] = []
    for result in results {
      sections.append(
        Section(
          result.part.name?.text ?? "funnel",
          result.part.name.map { "\($0): \(result.part.share) of the quota, \(result.due)" }
            ?? "Worked backwards",
          [.table(try result.table())]
        )
      )
    }
    if results.count > 1 { sections.append(Section("total", "Together", [.table(try total())])) }
    return Document(
      kind: "calculation",
      title: "What a quota of \(quota) takes",
      facts: [Fact("quota", "Quota", quota.description)],
      sections: sections,
      figuresStandAlone: true
    )
  }

  private func total() throws(Overflow) -> Table {
    let leads = try Int(summing: results.map(\.demand.mqls))
    let terms = results.map { $0.demand.mqls.grouped }.joined(separator: " + ")
    return Table(
      "All leads",
      columns: Self.columns,
      rows: [
        Table.Row([
          .text("MQLs"),
          .figure(
            Figure(
              FigureKey("mqls"),
              .count(leads),
              Derivation(formula: "the sum over the lead types", computation: terms, clause: .workedBackwards)
            )
          ),
          .text(terms),
        ])
      ]
    )
  }

  fileprivate static let columns = [
    Table.Column("figure", "Figure"), Table.Column("value", "Value", isNumeric: true),
    Table.Column("step", "Step"),
  ]
}

extension Calculation.Result {
  fileprivate func table() throws(Overflow) -> Table {
    let figures = try stageFigures(of: demand, due: due, funnel: part.funnel, leadValue: leadValue) { name in
      FigureKey(leadType: part.name?.text, name)
    }
    let labels = ["Deals", "Opportunities", "SQLs", "MQLs", "Value of a lead"]
    return Table(
      "From the quota to the leads",
      columns: Calculation.columns,
      rows: zip(labels, figures).map { label, figure in
        Table.Row([.text(label), .figure(figure), .text(figure.derivation.computation)])
      }
    )
  }
}
