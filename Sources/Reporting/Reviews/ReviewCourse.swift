import Agreement

extension PeriodReview {
  /// What was delivered and due by the end of a week of the period, or of its last day.
  struct CoursePoint {
    /// The last day of the week, or of the period; today while that week runs.
    let day: Day
    /// What was delivered by then; nil for a day to come.
    let delivered: Figure?
    /// That by what was due; nil where nothing was.
    let ratio: Figure?
    /// What was due.
    let due: Figure
  }

  /// Value delivered week by week, against what was due by then; nil where nothing is owed.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func courseChart() throws(Overflow) -> Chart? {
    guard whole.ratio != nil else { return nil }
    let points = try coursePoints()
    guard let last = points.last(where: { $0.delivered != nil }) ?? points.last else { return nil }
    return Chart(
      language(.courseCaption), summary: summary(last),
      .course(
        Course(
          days, points: points.map { Course.Point($0.day, delivered: $0.delivered, due: $0.due) },
          tolerance: contract.tolerance,
          marks: months.map { (contract.calendar.days(of: $0.month).first, "\($0.month)") },
          names: (
            delivered: language(.drawnDelivered), due: language(.drawnDue), band: "± \(contract.tolerance)"
          ))),
      table: courseTable(points))
  }

  private func summary(_ point: CoursePoint) -> String {
    let due = QuantityFormat.people(point.due.quantity)
    guard let delivered = point.delivered, let ratio = point.ratio,
      let band = ratio.quantity.band(contract.tolerance)
    else { return language(.courseToCome, ["day": point.day, "due": due]) }
    return language(
      .courseSummary,
      [
        "day": point.day, "delivered": QuantityFormat.people(delivered.quantity), "due": due,
        "share": QuantityFormat.people(ratio.quantity), "band": band,
      ])
  }

  /// The points of the course: the end of each week, and of the period.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func coursePoints() throws(Overflow) -> [CoursePoint] {
    let (calendar, ledger) = (contract.calendar, accounts.ledger)
    var counted: [(account: MonthAccount, nets: [LeadTypeKey: [NetDelivery]])] = []
    for account in months {
      let span = calendar.days(of: account.month)
      let nets = try NetDelivery.byLeadType(
        of: ledger.counted(deliveries.filter { $0.days.overlaps(span) }, in: account.month))
      counted.append((account, nets))
    }
    var points: [CoursePoint] = []
    for day in courseDays {
      var sum = Attainment.nothing(contract.currency)
      for (month, nets) in counted {
        let gone = calendar.days(of: month.month).intersection(days.through(day))
        let pace = Pace(on: day, in: month.month, of: calendar)
        for account in month.leadTypes {
          let nets = nets[account.demand.key, default: []]
          let count =
            try gone.map { days throws(Overflow) in try nets.leads(within: days, by: calendar) } ?? 0
          sum = try sum.adding(
            Attainment(
              delivered: try account.demand.leadValue.times(count),
              due: try pace.dueSoFar(of: Value(account.demand.due))))
        }
      }
      points.append(try point(on: day, sum))
    }
    return points
  }

  /// The Sundays of the period, its last day, and today.
  private var courseDays: [Day] {
    let today = min(max(today, days.first), days.last)
    return days.filter { $0.weekday == 7 || $0 == days.last || $0 == today }
  }

  private func point(on day: Day, _ sum: Attainment) throws(Overflow) -> CoursePoint {
    let (delivered, due) = (try sum.delivered.rounded(), try sum.due.rounded())
    func key(_ name: String) -> FigureKey { FigureKey(period: scope.label, "\(name)-by-\(day)") }
    let isKnown = day <= today
    return CoursePoint(
      day: day,
      delivered: isKnown
        ? Figure(
          key("value-delivered"), .money(delivered),
          Derivation(
            formula: language(.courseValue),
            computation: "\(delivered)", clause: .deliveredValue)) : nil,
      ratio: isKnown
        ? sum.ratio.map { ratio in
          Figure(
            key("attainment"), .ratio(ratio),
            Derivation(
              formula: language(.courseAttainment), computation: "\(delivered) / \(due)",
              clause: .deliveredValue))
        } : nil,
      due: Figure(
        key("value-due"), .money(due),
        Derivation(
          formula: language(.courseDue),
          computation: "\(due)", clause: .paceClause)))
  }

  private func courseTable(_ points: [CoursePoint]) -> Table {
    Table(
      language(.courseTable),
      columns: [
        .init("day", language(.byDay)), .init("value", language(.valueDeliveredHeading), isNumeric: true),
        .init("due", language(.valueDueHeading), isNumeric: true),
        .init("attainment", language(.attained), isNumeric: true),
      ],
      rows: points.map { point in
        Table.Row([
          .text("\(point.day)"), point.delivered.map(Cell.figure) ?? .text("—"), .figure(point.due),
          point.ratio.map(Cell.figure) ?? .text("—"),
        ])
      })
  }
}

extension Quantity {
  /// Where it lies, taken as an attainment; nil for what is none.
  fileprivate func band(_ tolerance: Share) -> Band? {
    if case .ratio(let ratio?) = self { ratio.band(tolerance: tolerance) } else { nil }
  }
}

extension DayRange {
  /// The days up to `day`; the first one where it is earlier.
  fileprivate func through(_ day: Day) -> DayRange {
    DayRange(from: first, through: Swift.max(first, day)) ?? DayRange(first)
  }
}
