import Agreement

/// The figures of two reports by what they are of.
struct FigurePairs {
  private struct Place: Hashable {
    let stream: String?
    let leadType: String?
    let name: String
  }

  private let comparison: Comparison
  private var language: Language { comparison.language }
  private let now: [Place: Figure]
  private let then: [Place: Figure]

  init(comparison: Comparison, now: [Figure], then: [Figure]) {
    self.comparison = comparison
    self.now = Self.places(now, in: comparison.period.label)
    self.then = Self.places(then, in: comparison.earlier.label)
  }

  private static func places(_ figures: [Figure], in period: String) -> [Place: Figure] {
    var places: [Place: Figure] = [:]
    for figure in figures where figure.key.period == period && figure.key.rep == nil {
      places[Place(stream: figure.key.stream, leadType: figure.key.leadType, name: figure.key.name)] = figure
    }
    return places
  }

  /// The two figures of a line; nil where one of the reports has none.
  func pair(_ line: Comparison.Line) -> (then: Figure, now: Figure)? {
    let place = Place(stream: line.stream?.text, leadType: line.leadType?.text, name: line.name)
    guard let now = now[place], let then = then[place] else { return nil }
    return (renamed(then), now)
  }

  /// Then, now, change; nil where neither report has the figure.
  func cells(_ line: Comparison.Line) -> [Cell]? {
    let place = Place(stream: line.stream?.text, leadType: line.leadType?.text, name: line.name)
    guard let pair = pair(line) else {
      guard let only = now[place] else { return nil }
      return [.text("—"), .figure(only), .text(language(.notComparable))]
    }
    let change =
      pair.then.quantity.change(to: pair.now.quantity).map { quantity in
        let isRatio = if case .ratio = pair.now.quantity { true } else { false }
        return Cell.noted(
          difference(quantity, of: pair), note(on: quantity, between: isRatio).map { language($0) } ?? "")
      } ?? .text(language(.notComparable))
    return [.figure(pair.then), .figure(pair.now), change]
  }

  /// What a difference is, beside its number; nil where there is nothing to say.
  private func note(on change: Quantity, between ratios: Bool) -> Phrase? {
    switch change {
    case .count(let count): count > 0 ? .more : count < 0 ? .fewer : .asMany
    case .money(let money): money.minorUnits > 0 ? .more : money.minorUnits < 0 ? .less : .asMuch
    case .score(let score) where ratios:
      score.millionths > 0 ? .pointsMore : score.millionths < 0 ? .pointsFewer : .points
    case .score(let score): score.millionths > 0 ? .more : score.millionths < 0 ? .less : .theSame
    case .days, .share, .ratio, .band: nil
    }
  }

  /// The earlier figure under a key that names it: its own, another contract's, or one that says up to when it counts.
  private func renamed(_ figure: Figure) -> Figure {
    if comparison.reach == nil { return comparison.other.map(figure.of) ?? figure }
    let key = FigureKey(
      period: comparison.period.label, stream: figure.key.stream, leadType: figure.key.leadType,
      "\(figure.key.name)-then-\(comparison.against)")
    let day = comparison.reach?.earlierDay
    let language = language
    return Figure(key, figure.quantity, Self.derivation(of: figure, through: day, in: language))
  }

  /// Where the figure comes from, with the day up to which it counts; what it rests on is named without its keys, which
  /// are of the whole period.
  private static func derivation(of figure: Figure, through day: Day?, in language: Language) -> Derivation {
    let derivation = figure.derivation
    return Derivation(
      formula: day.map { language(.formulaUpTo, ["formula": derivation.formula, "day": $0]) }
        ?? derivation.formula,
      computation: derivation.computation,
      clause: language.strung([derivation.clause, .comparisonClause]),
      inputs: derivation.inputs.map { input in
        let isOfWhole = input.source?.hasPrefix(String.explainCommand) ?? false
        return Derivation.Input(input.label, input.value, source: isOfWhole ? nil : input.source)
      },
      entries: derivation.entries)
  }

  private func difference(_ quantity: Quantity, of pair: (then: Figure, now: Figure)) -> Figure {
    let key = FigureKey(
      period: comparison.period.label, stream: pair.now.key.stream, leadType: pair.now.key.leadType,
      "\(pair.now.key.name)-against-\(comparison.against)")
    let now = QuantityFormat.people(pair.now.quantity)
    let then = QuantityFormat.people(pair.then.quantity)
    let isRatio = if case .ratio = pair.now.quantity { true } else { false }
    let language = language
    return Figure(
      key, quantity,
      Derivation(
        formula: language(isRatio ? .nowLessThenPoints : .nowLessThen),
        computation: "\(now) − \(then)", clause: .comparisonClause,
        inputs: [
          Derivation.Input(language(.now), now, figure: pair.now.key),
          Derivation.Input(language(.then), then, figure: pair.then.key),
        ]))
  }
}
