import Agreement

extension PeriodReview {
  /// Months by lead types: how much of the value due was delivered, to be seen at a glance.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func attainmentBlocks() throws(Overflow) -> [Block] {
    let months = months.filter { contract.calendar.days(of: $0.month).last <= today }
    guard !months.isEmpty else { return [] }
    var rows: [Table.Row] = []
    for (stream, type) in leadTypes {
      let key = LeadTypeKey(stream: stream.name, leadType: type.name)
      let cells = months.map { account -> Cell in
        guard let found = account.leadTypes.first(where: { $0.demand.key == key }) else { return .blank }
        return .figure(attainment(of: found))
      }
      rows.append(Table.Row([.text(stream.title), .text(type.title)] + cells))
    }
    return [
      .table(
        Table(
          language(.attainmentCaption, ["tolerance": contract.tolerance]),
          columns: [.init("stream", language(.stream)), .init("lead-type", language(.leadType))]
            + months.map { .init("\($0.month)", "\($0.month)", isNumeric: true) },
          rows: rows, tolerance: contract.tolerance))
    ]
  }

  private func attainment(of account: LeadTypeAccount) -> Figure {
    let demand = account.demand
    return Figure(
      FigureKey(
        period: "\(demand.month)", stream: demand.key.stream.text, leadType: demand.key.leadType.text,
        "attainment"),
      .ratio(account.attainment.ratio),
      Derivation(
        formula: language(.deliveredByOwed),
        computation: "\(account.count.grouped) × \(demand.leadValue) / \(demand.due)",
        clause: .deliveredValue,
        inputs: [
          Derivation.Input(
            language(.valueOfALead), "\(demand.leadValue)", source: language(.planOf, ["month": demand.month])
          )
        ]))
  }
}
