/// What was delivered, compared with what was owed.
public struct Attainment: Hashable, Sendable {
  /// The value of what was delivered.
  public let delivered: Value
  /// The value that was owed.
  public let due: Value

  /// Compares two values of one currency.
  public init(delivered: Value, due: Value) {
    self.delivered = delivered
    self.due = due
  }

  /// Delivered by due; nil where nothing was owed.
  public var ratio: Ratio? { delivered.ratio(to: due) }

  /// Where the ratio lies; nil where nothing was owed.
  public func band(tolerance: Share) -> Band? {
    ratio.map { $0.band(tolerance: tolerance) }
  }

  /// Both sides added up.
  public func adding(_ other: Attainment) throws(Overflow) -> Attainment {
    Attainment(delivered: try delivered.adding(other.delivered), due: try due.adding(other.due))
  }
}

extension Ratio {
  /// Where the ratio lies, taken as an attainment.
  public func band(tolerance: Share) -> Band {
    switch side(tolerance: tolerance) {
    case ..<0: .under
    case 0: .onTarget
    default: .over
    }
  }
}

/// Where attainment lies: within the tolerance around 100 %, below, or above.
///
/// docs/arithmetic.md, "Band".
public enum Band: String, Hashable, Sendable, CaseIterable {
  /// Too little.
  case under
  /// Within the tolerance, its ends included.
  case onTarget = "on target"
  /// Too much: sales cannot serve the leads.
  case over
}

/// Months in a row on one side of the target.
public struct Streak: Hashable, Sendable {
  /// The side; never `onTarget`.
  public let band: Band
  /// How many months, at least 1, up to the last one looked at.
  public let months: Int
  /// Whether that is long enough to be a breach.
  public let isSustained: Bool

  /// The streak that the bands end in; nil where the last month was on target or owed nothing.
  public init?(endingIn bands: [Band?], sustainedAfter: Int) {
    guard let last = bands.last, let band = last, band != .onTarget else { return nil }
    self.band = band
    self.months = bands.reversed().prefix { $0 == band }.count
    self.isSustained = months >= sustainedAfter
  }
}
