import Agreement
import Foundation

/// The leads of a history in the order of their creation, and beside them what was done about them.
///
/// They are made month by month, so that memory depends on the size of the team and not on the years.
struct LeadFiles: ~Copyable {
  private let scale: Scale
  private let seed: UInt64
  private let mix: LeadMix
  private let reps: [[UInt8]]
  private let workdays = Workdays()
  private var dates = DayTexts()
  private var leads: TextFile
  private var touches: TouchFile

  init(in folder: URL, of contract: Contract, at scale: Scale, seed: UInt64) throws {
    let mix = try LeadSource.mix(of: contract)
    let reps = Rep.names(scale.of(TeamContract.wholeReps, least: 4))
    let touches = try TouchFile(folder.appending(path: "touches.csv"), reps: reps)
    var leads = try TextFile(folder.appending(path: "leads.csv"))
    leads.write(
      "external-id,stream,lead-type,delivered,rep,sql,opportunity,won,lost,disqualified,reason,amount,modified\n"
    )
    self.scale = scale
    self.seed = seed
    self.mix = mix
    self.reps = reps
    self.leads = leads
    self.touches = touches
  }

  /// Writes the leads of those months, and the touches of all of them.
  ///
  /// - Returns: how many leads there are, and how many touches.
  consuming func write(_ months: ArraySlice<Month>) throws -> (leads: Int, touches: Int) {
    var count = 0
    for place in months.indices {
      count += try write(months[place], place)
      try touches.write(through: months[place])
    }
    try leads.close()
    return (count, try touches.close())
  }

  private mutating func write(_ month: Month, _ place: Int) throws -> Int {
    let all = scale.of(1_000_000)
    let first = all * place / History.allMonths.count
    let count = all * (place + 1) / History.allMonths.count - first
    var random = SplitMix64(seed: seed, part: month.ordinal)
    var arrivals = Arrivals(in: month, of: count)
    for number in 0..<count {
      let delivered = arrivals.next(by: &random)
      try write(lead: first + number, delivered, by: &random)
    }
    return count
  }

  private mutating func write(lead number: Int, _ delivered: WallTime, by random: inout SplitMix64) throws {
    let id = 51_000_000_000 + number * 7 + random.below(7)
    let source = mix.draw(by: &random)
    let word = random.happens(2_000) ? Self.strayWord : source.words[random.below(source.words.count)]
    let rep = random.below(reps.count)
    let fate = LeadFate(of: source, delivered: delivered, on: workdays, by: &random)
    for touch in fate.touches { touches.add(touch, to: id, rep: rep, by: &random) }
    leads.write(id)
    leads.write(",")
    leads.write(source.stream)
    leads.write(",")
    leads.write(word)
    leads.write(",")
    dates.write(delivered, to: &leads)
    leads.write(",")
    leads.write(reps[rep])
    let events = [fate.salesQualified, fate.opportunity, fate.won, fate.lost, fate.disqualified]
    var modified = delivered
    for event in events {
      leads.write(",")
      guard let event, event <= History.exported else { continue }
      dates.write(event, to: &leads)
      modified = max(modified, event)
    }
    leads.write(",")
    let reason = random.below(Self.reasons.count)
    if let lost = fate.lost ?? fate.disqualified, lost <= History.exported {
      leads.write(Self.reasons[reason])
    }
    leads.write(",")
    if let won = fate.won, won <= History.exported {
      leads.write(fate.amount / 100)
      leads.write(".")
      leads.write(fate.amount % 100, digits: 2)
    }
    leads.write(",")
    dates.write(modified, to: &leads)
    try leads.endLine()
  }

  /// What the CRM says of a few leads, and no lead type lists.
  static let strayWord = "Word of Mouth"

  private static let reasons = ["Price", "No budget", "Competitor", "Timing", "No answer"].map {
    Array($0.utf8)
  }
}

/// When the leads of a month come in, one after the other: by day and in the evening, a quarter as many at weekends.
private struct Arrivals {
  private static let opens = 7 * 3_600
  private static let length = 15 * 3_600

  private let days: DayRange
  private let count: Int
  private let total: Int
  private var number = 0
  private var day = 0
  /// The time of the days before `day`.
  private var passed = 0

  init(in month: Month, of count: Int) {
    self.days = month.days
    self.count = count
    self.total = days.reduce(0) { $0 + Self.weight($1) }
  }

  /// A share of the month for each lead, and a moment within it.
  mutating func next(by random: inout SplitMix64) -> WallTime {
    let place = (number * total + random.below(total)) / count
    number += 1
    while place - passed >= Self.weight(days[day]) {
      passed += Self.weight(days[day])
      day += 1
    }
    let second = (place - passed) * Self.length / Self.weight(days[day])
    return WallTime(day: days[day].number, second: Self.opens + second)
  }

  private static func weight(_ day: Day) -> Int { day.weekday <= 5 ? length : length / 4 }
}
