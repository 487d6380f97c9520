/// The median of whole numbers of days, and the quartiles around it, exact.
///
/// Between two days they lie in proportion: at p × (n − 1), counted from 0, as spreadsheets and statistics programs
/// do it unless told otherwise (Hyndman and Fan 1996, definition 7). The median is the mean of the middle two.
public struct Quartiles: Hashable, Sendable {
  /// A quarter of the days are no longer than this.
  public let first: Score
  /// Half of them.
  public let median: Score
  /// Three quarters of them.
  public let third: Score
  /// How many days they were taken of.
  public let count: Int

  /// What the days may be: those of a calendar.
  public static let days = -10_000_000...10_000_000

  /// The quartiles of `days`, each of `Quartiles.days`; nil of none.
  public init?(of days: [Int]) {
    self.init(counting: days.reduce(into: [:]) { $0[$1, default: 0] += 1 })
  }

  /// The quartiles of days, each of `Quartiles.days` and counted how often it is there; nil of none.
  ///
  /// - Precondition: no count is negative, and they are at most 2⁶⁰ together.
  public init?(counting days: [Int: Int]) {
    precondition(days.keys.allSatisfy(Self.days.contains), "days of a calendar")
    let sorted = days.sorted { $0.key < $1.key }
    let count = sorted.reduce(0) { $0 + $1.value }
    guard count > 0 else { return nil }
    func day(at place: Int) -> Int {
      var before = 0
      for (day, times) in sorted {
        before += times
        if place < before { return day }
      }
      preconditionFailure("places lie below the count")
    }
    func quantile(_ quarter: Int) -> Score {
      let (place, rest) = (quarter * (count - 1)).quotientAndRemainder(dividingBy: 4)
      let (own, next) = (day(at: place), day(at: min(place + 1, count - 1)))
      return Score(millionths: own * 1_000_000 + (next - own) * rest * 250_000)
    }
    self.first = quantile(1)
    self.median = quantile(2)
    self.third = quantile(3)
    self.count = count
  }
}
