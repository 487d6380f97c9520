public import Agreement

/// A picture of figures, not yet drawn.
public struct Chart: Sendable {
  /// What is drawn.
  public enum Form: Sendable {
    /// What adds up over a period, against what was due by then.
    case course(Course)
    /// A bar for each of several figures.
    case bars(Bars)
    /// What makes up a sum, part by part.
    case steps(Steps)
  }

  /// What it shows, in a clause.
  public let caption: String
  /// What one sees in it, for those who cannot see it.
  public let summary: String
  /// What is drawn.
  public let form: Form
  /// Its figures; nil where a table of the same section has them.
  public let table: Table?

  /// Creates a chart.
  public init(_ caption: String, summary: String, _ form: Form, table: Table? = nil) {
    self.caption = caption
    self.summary = summary
    self.form = form
    self.table = table
  }

  var figures: [Figure] {
    switch form {
    case .course(let course): course.points.flatMap { [$0.delivered, $0.due].compactMap(\.self) }
    case .bars(let bars):
      bars.groups.flatMap(\.bars).flatMap { [$0.figure, $0.low, $0.high].compactMap(\.self) }
    case .steps(let steps): steps.parts.map(\.figure) + [steps.sum.figure]
    }
  }
}

/// What adds up over a period, against the line of what was due and the tolerance around it.
public struct Course: Sendable {
  /// What there was by the end of a day.
  public struct Point: Sendable {
    /// The day.
    public let day: Day
    /// What there was; nil for a day to come.
    public let delivered: Figure?
    /// What was due.
    public let due: Figure

    /// Creates a point.
    public init(_ day: Day, delivered: Figure?, due: Figure) {
      self.day = day
      self.delivered = delivered
      self.due = due
    }
  }

  /// The days of the whole period.
  public let days: DayRange
  /// The points, in order.
  public let points: [Point]
  /// How far off is on target.
  public let tolerance: Share
  /// The days under which the axis is labelled, and how.
  public let marks: [(day: Day, label: String)]
  /// What the lines and the band are called.
  public let names: (delivered: String, due: String, band: String)

  /// Creates a course.
  public init(
    _ days: DayRange, points: [Point], tolerance: Share, marks: [(day: Day, label: String)],
    names: (delivered: String, due: String, band: String)
  ) {
    self.days = days
    self.points = points
    self.tolerance = tolerance
    self.marks = marks
    self.names = names
  }
}

/// Bars on one scale, in groups, each with the mark that was agreed and the interval that is known.
public struct Bars: Sendable {
  /// A figure.
  public struct Bar: Sendable {
    /// What it is of.
    public let label: String
    /// How long it is; nil where nothing is known.
    public let figure: Figure?
    /// Where its interval begins.
    public let low: Figure?
    /// Where its interval ends.
    public let high: Figure?
    /// What was agreed.
    public let agreed: Quantity
    /// Whether it is as agreed.
    public let judgement: Judgement

    /// Creates a bar.
    public init(
      _ label: String, _ figure: Figure?, from low: Figure? = nil, to high: Figure? = nil,
      agreed: Quantity, _ judgement: Judgement
    ) {
      self.label = label
      self.figure = figure
      self.low = low
      self.high = high
      self.agreed = agreed
      self.judgement = judgement
    }
  }

  /// Bars under a heading.
  public struct Group: Sendable {
    /// The heading; nil where there is one group only.
    public let title: String?
    /// The bars.
    public let bars: [Bar]

    /// Creates a group.
    public init(_ title: String?, _ bars: [Bar]) {
      self.title = title
      self.bars = bars
    }
  }

  /// The groups, in order.
  public let groups: [Group]
  /// What bars, marks and intervals are called; nil where there are no intervals.
  public let names: (figure: String, agreed: String, interval: String?)

  /// Creates bars.
  public init(_ groups: [Group], names: (figure: String, agreed: String, interval: String?)) {
    self.groups = groups
    self.names = names
  }
}

/// What makes up a sum: parts that add to it and parts that take from it, each beginning where the last one ended.
public struct Steps: Sendable {
  /// A part.
  public struct Part: Sendable {
    /// What it is.
    public let label: String
    /// What it adds, or takes where it is below zero.
    public let figure: Figure

    /// Creates a part.
    public init(_ label: String, _ figure: Figure) {
      self.label = label
      self.figure = figure
    }
  }

  /// The parts, in order.
  public let parts: [Part]
  /// Where they end.
  public let sum: Part
  /// What parts above and below zero are called.
  public let names: (more: String, less: String)

  /// Creates steps.
  public init(_ parts: [Part], makingUp sum: Part, names: (more: String, less: String)) {
    self.parts = parts
    self.sum = sum
    self.names = names
  }
}
