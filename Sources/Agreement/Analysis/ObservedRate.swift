/// What a funnel rate really was, over cohorts old enough to tell, beside what is agreed.
///
/// docs/arithmetic.md, "Observed rates".
public struct ObservedRate: Hashable, Sendable {
  /// Which part of the way from a lead to a won deal.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    /// From a lead to one that sales accepts.
    case mqlToSQL = "mql-to-sql"
    /// From an accepted lead to an opportunity.
    case sqlToOpportunity = "sql-to-opportunity"
    /// From an opportunity to a won deal.
    case winRate = "win-rate"
    /// The whole way from a lead to a won deal.
    case mqlToWon = "mql-to-won"

    /// The metric that a contract agrees on for the step; nil for the whole way, which follows from the others.
    public var metric: FunnelMetric? { FunnelMetric(rawValue: rawValue) }

    /// What goes into the step, in the plural.
    public var noun: String {
      switch self {
      case .mqlToSQL, .mqlToWon: "leads"
      case .sqlToOpportunity: "SQLs"
      case .winRate: "opportunities"
      }
    }
  }

  /// What the counts say of the agreed rate.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Too few went in to tell: fewer than 30.
    case tooFew = "too few"
    /// The agreed rate lies inside the interval.
    case keep
    /// The agreed rate lies outside the interval.
    case revise
    /// Of some cohort more is recorded to have come out than went in, as after a correction.
    case inconsistent
  }

  /// The step.
  public let step: Step
  /// How many came out, over the cohorts counted.
  public let part: Int
  /// How many went in.
  public let whole: Int
  /// The months of the cohorts counted, in order: mature ones of which both counts are known.
  public let months: [Month]
  /// The agreed rate of the newest cohort counted; of the newest at all where none is.
  public let agreed: Share
  /// Whether the agreed rate changed between the cohorts counted.
  public let agreedChanges: Bool
  /// Where the rate plausibly lies; nil where nothing went in or the counts are inconsistent.
  public let interval: WilsonInterval?
  /// What the counts say of the agreed rate.
  public let verdict: Verdict

  /// How many must have gone in for a verdict.
  public static let fewest = 30

  /// Counts a step over cohorts of one lead type.
  ///
  /// - Precondition: there is a cohort.
  /// - Throws: `Overflow` where a count passes 64 bits.
  public init(_ step: Step, over cohorts: [ObservedCohort]) throws(Overflow) {
    precondition(!cohorts.isEmpty, "what is agreed stands in a cohort")
    var (part, whole): (Int128, Int128) = (0, 0)
    var counted: [Int] = []
    var isConsistent = true
    for place in cohorts.indices where cohorts[place].isCounted {
      guard let counts = cohorts[place].counts(of: step) else { continue }
      part += Int128(counts.part)
      whole += Int128(counts.whole)
      isConsistent = isConsistent && (0...max(0, counts.whole)).contains(counts.part)
      counted.append(place)
    }
    let newest =
      (counted.isEmpty ? Array(cohorts.indices) : counted)
      .max { cohorts[$0].month < cohorts[$1].month } ?? 0
    let agreed = try cohorts[newest].funnel.share(of: step)
    var agreedChanges = false
    for place in counted where cohorts[place].funnel != cohorts[newest].funnel {
      if try cohorts[place].funnel.share(of: step) != agreed { agreedChanges = true }
    }
    self.step = step
    self.part = try Int(checking: part)
    self.whole = try Int(checking: whole)
    self.months = counted.map { cohorts[$0].month }.sorted()
    self.agreed = agreed
    self.agreedChanges = agreedChanges
    self.interval = isConsistent ? WilsonInterval(self.part, of: self.whole) : nil
    self.verdict =
      if !isConsistent {
        .inconsistent
      } else if self.whole < Self.fewest {
        .tooFew
      } else {
        interval?.contains(agreed) == true ? .keep : .revise
      }
  }

  /// Whether the agreed rate was to be revised, and `funnel` already agrees on one inside the interval.
  ///
  /// - Throws: `Overflow` never for rates of 64 bits.
  public func isRevised(by funnel: Funnel) throws(Overflow) -> Bool {
    guard verdict == .revise, let interval else { return false }
    return interval.contains(try funnel.share(of: step))
  }

  /// What came out by what went in; nil where nothing went in.
  public var ratio: Ratio? { Ratio(part, of: whole) }
}

extension ObservedCohort {
  /// What came out of a step and what went in; nil where one of them is not known.
  func counts(of step: ObservedRate.Step) -> (part: Int, whole: Int)? {
    let (part, whole): (Int?, Int?) =
      switch step {
      case .mqlToSQL: (figures.sqls, leads)
      case .sqlToOpportunity: (figures.opportunities, figures.sqls)
      case .winRate: (figures.won, figures.opportunities)
      case .mqlToWon: (figures.won, leads)
      }
    guard let part, let whole else { return nil }
    return (part, whole)
  }
}

extension Funnel {
  /// The agreed rate of a step; that of the whole way is the product of the three, rounded half up to a part per
  /// million.
  ///
  /// - Throws: `Overflow` where the product passes 128 bits; no rates are so fine.
  public func share(of step: ObservedRate.Step) throws(Overflow) -> Share {
    switch step {
    case .mqlToSQL: return mqlToSQL.share
    case .sqlToOpportunity: return sqlToOpportunity.share
    case .winRate: return winRate.share
    case .mqlToWon:
      var product = Value.partsPerMinorUnit
      for rate in [mqlToSQL, sqlToOpportunity, winRate] {
        let (part, whole) = rate.share.exact
        product = try product.times(part, dividedRoundingHalfUpBy: whole)
      }
      let parts = try product.times(Int128(Share.whole), dividedRoundingHalfUpBy: Value.partsPerMinorUnit)
      return Share(partsPerMillion: try Int(checking: parts), notation: .percent)
    }
  }
}
