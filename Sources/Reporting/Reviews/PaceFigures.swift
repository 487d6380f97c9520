import Agreement

/// The figures of how a running month, or a quarter, goes.
struct PaceFigures {
  /// What was delivered of what the whole period owes.
  let attainment: Attainment
  let period: String
  var stream: Name?
  /// What is due of it by today, and how that is computed.
  let dueSoFar: Value
  var dueFormula = Phrase.dueByDays
  let pace: Pace
  /// What the names of the figures begin with.
  var prefix = "pace"
  let language: Language

  /// What was delivered so far.
  func delivered() throws(Overflow) -> Figure {
    let delivered = try attainment.delivered.rounded()
    return figure(
      "delivered", .money(delivered), language(.valueDeliveredIn, ["period": period]), "\(delivered)")
  }

  /// What is due by today.
  func due() throws(Overflow) -> Figure {
    figure(
      "due", .money(try dueSoFar.rounded()), language(dueFormula),
      language(
        .ofBusinessDays,
        ["due": try attainment.due.rounded(), "elapsed": pace.elapsed, "total": pace.total]))
  }

  /// What was delivered by what is due by today.
  func ratio() throws(Overflow) -> Figure {
    figure(
      "attainment", .ratio(attainment.delivered.ratio(to: dueSoFar)),
      language(.deliveredByDue),
      "\(try attainment.delivered.rounded()) / \(try dueSoFar.rounded())")
  }

  /// What the period ends with at this rate; nil on no day gone.
  func projection() throws(Overflow) -> Figure? {
    guard let projection = try pace.projection(of: attainment.delivered) else { return nil }
    return figure(
      "projection", .money(try projection.rounded()),
      language(.projectionFormula),
      "\(try attainment.delivered.rounded()) × \(pace.total) / \(pace.elapsed)")
  }

  /// That by what the whole period owes; nil on no day gone.
  func projectedRatio() throws(Overflow) -> Figure? {
    guard let projection = try pace.projection(of: attainment.delivered) else { return nil }
    return figure(
      "projected-attainment", .ratio(projection.ratio(to: attainment.due)), language(.projectionByDue),
      "\(try projection.rounded()) / \(try attainment.due.rounded())")
  }

  /// What is needed on each day left; nil where none is left.
  func neededADay() throws(Overflow) -> Figure? {
    guard let needed = try pace.neededADay(of: attainment.due, after: attainment.delivered) else {
      return nil
    }
    return figure(
      "needed", .money(try needed.rounded()), language(.neededFormula),
      "(\(try attainment.due.rounded()) − \(try attainment.delivered.rounded())) / \(pace.left)")
  }

  /// What is needed on each day left, as a heading.
  var neededTitle: String {
    pace.left == 1 ? language(.neededOnTheDayLeft) : language(.neededOnEachDay, ["left": pace.left])
  }

  private func figure(_ name: String, _ quantity: Quantity, _ formula: String, _ computation: String)
    -> Figure
  {
    Figure(
      FigureKey(period: period, stream: stream?.text, "\(prefix)-\(name)"), quantity,
      Derivation(formula: formula, computation: computation, clause: .paceClause))
  }
}
