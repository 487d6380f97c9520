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

  /// The quartiles of `days`, each within ±10,000,000; nil of none.
  public init?(of days: [Int]) {
    guard !days.isEmpty else { return nil }
    precondition(days.allSatisfy { $0.magnitude <= 10_000_000 }, "days of a calendar")
    let sorted = days.sorted()
    func quantile(_ quarter: Int) -> Score {
      let (place, rest) = (quarter * (sorted.count - 1)).quotientAndRemainder(dividingBy: 4)
      let next = sorted[min(place + 1, sorted.count - 1)]
      return Score(millionths: sorted[place] * 1_000_000 + (next - sorted[place]) * rest * 250_000)
    }
    self.first = quantile(1)
    self.median = quantile(2)
    self.third = quantile(3)
    self.count = sorted.count
  }
}
