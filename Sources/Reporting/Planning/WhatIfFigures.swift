import Agreement

/// A figure as agreed, as it would be, and the difference.
struct WhatIfFigures: Sendable {
  /// Where one of the two comes from.
  struct Origin: Sendable {
    let formula: String
    let clause: String
    let inputs: [Derivation.Input]
    var computation: String?
  }

  let period: String?
  let stream: String?
  let leadType: String?
  let name: String
  let agreed: Quantity
  let supposed: Quantity
  let origin: @Sendable (_ isSupposed: Bool) -> Origin

  init(
    period: String? = nil, stream: String? = nil, leadType: String? = nil, _ name: String, _ agreed: Quantity,
    _ supposed: Quantity, origin: @escaping @Sendable (_ isSupposed: Bool) -> Origin
  ) {
    self.period = period
    self.stream = stream
    self.leadType = leadType
    self.name = name
    self.agreed = agreed
    self.supposed = supposed
    self.origin = origin
  }

  /// Agreed, what if, change.
  var cells: [Cell] {
    [
      .figure(figure(name, agreed, isSupposed: false)),
      .figure(figure("what-if-\(name)", supposed, isSupposed: true)),
      .figure(difference),
    ]
  }

  private func key(_ name: String) -> FigureKey {
    FigureKey(period: period, stream: stream, leadType: leadType, name)
  }

  private func figure(_ name: String, _ quantity: Quantity, isSupposed: Bool) -> Figure {
    let origin = origin
    return Figure(
      key(name), quantity,
      {
        let origin = origin(isSupposed)
        let terms = origin.inputs.map(\.value)
        return Derivation(
          formula: origin.formula,
          computation: origin.computation
            ?? ((1...6).contains(terms.count)
              ? terms.joined(separator: " + ") : QuantityFormat.people(quantity)),
          clause: isSupposed ? "\(origin.clause); \(String.whatIfClause)" : origin.clause,
          inputs: origin.inputs)
      }())
  }

  private var difference: Figure {
    let (agreed, supposed) = (agreed, supposed)
    return Figure(
      key("what-if-\(name)-change"), agreed.change(to: supposed) ?? .ratio(nil),
      Derivation(
        formula: "what if − agreed",
        computation: "\(QuantityFormat.people(supposed)) − \(QuantityFormat.people(agreed))",
        clause: .whatIfClause,
        inputs: [
          Derivation.Input("agreed", QuantityFormat.people(agreed), source: "\(key(name))"),
          Derivation.Input("what if", QuantityFormat.people(supposed), source: "\(key("what-if-\(name)"))"),
        ]))
  }
}

extension Quantity {
  /// How much larger `other` is: whole things, amounts of one currency, days and scores as they are, shares and ratios
  /// in percentage points; nil where the two cannot be compared, or lie further apart than 64 bits can say.
  func change(to other: Quantity) -> Quantity? {
    switch (self, other) {
    case (.count(let a), .count(let b)): b.exceeding(a).map(Quantity.count)
    case (.days(let a), .days(let b)): b.exceeding(a).map(Quantity.days)
    case (.money(let a), .money(let b)) where a.currency == b.currency:
      b.minorUnits.exceeding(a.minorUnits).map { .money(Money(minorUnits: $0, a.currency)) }
    case (.score(let a), .score(let b)):
      b.millionths.exceeding(a.millionths).map { .score(Score(millionths: $0)) }
    case (.ratio(let a?), .ratio(let b?)): a.points(to: b).map(Quantity.score)
    default: nil
    }
  }
}

extension FixedWidthInteger {
  /// How much larger it is than `other`; nil where that cannot be said in as many bits.
  fileprivate func exceeding(_ other: Self) -> Self? {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? nil : difference
  }
}
