import Agreement

/// What happens to one lead, as far as it goes: dates that lie after the export are left out where it is written.
struct LeadFate {
  var salesQualified: WallTime?
  var opportunity: WallTime?
  var won: WallTime?
  var lost: WallTime?
  var disqualified: WallTime?
  /// The amount of the won deal, in cents.
  var amount = 0
  /// When somebody did something about it, oldest first.
  var touches: [WallTime] = []

  /// When it left the funnel.
  var ended: WallTime? { won ?? lost ?? disqualified }

  /// Draws the fate of a lead: most are contacted within hours and touched up to eight times in eight weeks.
  init(of source: LeadSource, delivered: WallTime, on workdays: Workdays, by random: inout SplitMix64) {
    guard !random.happens(20_000) else {
      if random.happens(500_000) {
        disqualified = workdays.time(random.int(20...60), after: delivered, by: &random)
      }
      return
    }
    let isPrompt = random.happens(890_000)
    let contact = workdays.after(
      delivered, worked: isPrompt ? random.int(180...14_000) : random.int(14_500...150_000))
    pass(source, after: contact, delivered: delivered, on: workdays, by: &random)
    touch(from: contact, delivered: delivered, on: workdays, by: &random)
  }

  private mutating func pass(
    _ source: LeadSource, after contact: WallTime, delivered: WallTime, on workdays: Workdays,
    by random: inout SplitMix64
  ) {
    let funnel = source.funnel
    guard random.happens(funnel.mqlToSQL.partsPerMillion) else {
      if random.happens(700_000) {
        disqualified = workdays.time(random.int(15...70), after: contact, by: &random)
      }
      return
    }
    let qualified = workdays.time(random.int(1...9), after: contact, by: &random)
    salesQualified = qualified
    guard random.happens(funnel.sqlToOpportunity.partsPerMillion) else {
      disqualified = workdays.time(random.int(5...60), after: qualified, by: &random)
      return
    }
    let opened = workdays.time(random.int(1...14), after: qualified, by: &random)
    opportunity = opened
    let days = funnel.timeToClose * random.int(500...1_100) / 1_000 - (opened.day - delivered.day)
    let closed = workdays.time(days, after: opened, by: &random)
    guard random.happens(funnel.winRate.partsPerMillion) else {
      lost = closed
      return
    }
    won = closed
    let usual = funnel.averageOrderValue.minorUnits
    amount = usual * random.int(700...1_300) / 1_000 / 5_000 * 5_000
  }

  /// How many days after delivery the second touch is due, the third, and so on.
  private static let plan = [3, 8, 13, 20, 27, 40, 54]

  private mutating func touch(
    from contact: WallTime, delivered: WallTime, on workdays: Workdays, by random: inout SplitMix64
  ) {
    let count = random.happens(685_000) ? random.int(5...8) : random.int(1...4)
    touches = [contact]
    for days in Self.plan.prefix(count - 1) {
      let due = workdays.time(days - random.below(3), after: delivered, by: &random)
      let last = touches[touches.count - 1]
      let next = due > last ? due : workdays.time(1, after: last, by: &random)
      if let ended, next > ended { return }
      touches.append(next)
    }
  }
}
