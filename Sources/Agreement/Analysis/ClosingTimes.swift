/// How long leads took from their delivery to the won deal, in calendar days as on the wall.
///
/// docs/arithmetic.md, "Time to close". A share closed within so many days is of the leads that are at least that old,
/// so that none is judged before its time; it is a plain share, not a Kaplan–Meier estimate.
public struct ClosingTimes: Hashable, Sendable {
  /// How many leads closed within some days of their delivery.
  public struct Within: Hashable, Sendable {
    /// The days.
    public let days: Int
    /// The leads won by then.
    public let closed: Int
    /// The leads that are at least that old.
    public let whole: Int

    /// The share closed; nil where no lead is that old.
    public var ratio: Ratio? { Ratio(closed, of: whole) }
  }

  /// The spans of which shares are shown, in days.
  public static let spans = [30, 60, 90]

  /// The shares closed, one for each span.
  public let within: [Within]
  /// The days from delivery to the won deal, of the won leads of mature cohorts; nil where there are none.
  public let quartiles: Quartiles?
  /// The leads won before they were delivered, by id; they are left out of all times.
  public let wonBeforeDelivery: [String]
  /// How many leads were won at a time that nobody knows; they are left out of all times.
  public let undated: Int

  /// Counts up what took how long.
  ///
  /// - Parameters:
  ///   - mature: the leads of mature cohorts.
  ///   - maturing: the leads of younger ones, which count for spans that they have seen the end of.
  ///   - today: the day by which a lead is so many days old.
  public init(of mature: [LeadSum], maturing: [LeadSum] = [], on today: Day) {
    let all = mature + maturing
    self.within = Self.spans.enumerated().map { place, span in
      var (closed, whole) = (0, 0)
      for sum in all {
        for day in sum.days where day.day.number + span <= today.number {
          closed += day.closed[place]
          whole += day.timed
        }
      }
      return Within(days: span, closed: closed, whole: whole)
    }
    self.quartiles = Quartiles(
      counting: mature.reduce(into: [:]) { $0.merge($1.daysToClose, uniquingKeysWith: +) })
    self.wonBeforeDelivery = all.flatMap(\.wonBeforeDelivery).sorted()
    self.undated = all.reduce(0) { $0 + $1.wonUndated }
  }
}
