public import Agreement

/// A number of a report, under a key by which everyone can ask where it comes from.
public struct Figure: Sendable {
  /// The key, unique in its report.
  public let key: FigureKey
  /// The number.
  public let quantity: Quantity
  private let derive: @Sendable () -> Derivation
  private let evidence: (@Sendable () -> [String])?

  /// Creates a figure; where it comes from is only put in words when someone asks.
  ///
  /// - Parameter evidence: what is on record behind it beside the entries of its derivation, such as each lead; it is
  ///   looked for only when the figure is explained.
  public init(
    _ key: FigureKey, _ quantity: Quantity, _ derivation: @autoclosure @escaping @Sendable () -> Derivation,
    evidence: (@Sendable () -> [String])? = nil
  ) {
    self.key = key
    self.quantity = quantity
    self.derive = derivation
    self.evidence = evidence
  }

  /// The entries on record behind it, one a line.
  var entries: [String] { derivation.entries + (evidence?() ?? []) }

  /// Where it comes from.
  public var derivation: Derivation { derive() }

  /// The figure among those of several contracts; one that is another contract's already stays what it is.
  func of(_ contract: Name) -> Figure {
    guard key.contract == nil else { return self }
    var key = key
    key.contract = contract.text
    return Figure(key, quantity, derive().of(contract), evidence: evidence)
  }
}

/// Names a figure: `2026-Q1/smb/outbound/attainment`, `2026-Q1/rep/Eve Wu/leads`, `2026-Q1/attainment`, `deals`.
public struct FigureKey: Hashable, Sendable, CustomStringConvertible {
  /// The contract; nil where the report is on one only.
  public internal(set) var contract: String?
  /// The period; nil for a figure of no time.
  public let period: String?
  /// The stream; nil for a figure over all.
  public let stream: String?
  /// The lead type; nil for a figure over all.
  public let leadType: String?
  /// The rep; nil for a figure over all.
  public let rep: String?
  /// What it is, in words joined by hyphens: `value-due`.
  public let name: String

  /// Names a figure.
  public init(
    period: String? = nil, stream: String? = nil, leadType: String? = nil, rep: String? = nil, _ name: String
  ) {
    self.period = period
    self.stream = stream
    self.leadType = leadType
    self.rep = rep
    self.name = name
  }

  /// The parts that are there, joined by slashes.
  public var description: String {
    [contract, period, stream, leadType, rep.map { "rep/\($0)" }, name].compactMap { $0 }.joined(
      separator: "/")
  }
}

/// A number with its kind, exact.
public enum Quantity: Hashable, Sendable {
  /// Whole things: leads, deals, reps.
  case count(Int)
  /// An amount.
  case money(Money)
  /// A share as it was agreed and written.
  case share(Share)
  /// A quotient as it was computed; nil where there is nothing to divide by.
  case ratio(Ratio?)
  /// A measured value.
  case score(Score)
  /// A number of days.
  case days(Int)
  /// Where attainment lies; nil where nothing was owed.
  case band(Band?)
}

/// Where a figure comes from: the formula, the numbers in it, the clause that lays it down, and the entries.
///
/// What goes into the formula and the entries are only put in words when someone asks: most formats show neither.
public struct Derivation: Sendable {
  /// One thing that goes into a formula.
  public struct Input: Hashable, Sendable {
    /// What it is: `win rate`.
    public let label: String
    /// Its value, as shown.
    public let value: String
    /// Where it stands or was measured: a clause, a system; for a figure of the report, its key.
    public let source: String?
    private let key: FigureKey?

    /// Creates an input.
    public init(_ label: String, _ value: String, source: String? = nil) {
      self.label = label
      self.value = value
      self.source = source
      self.key = nil
    }

    /// Creates an input that is a figure itself, which can be explained in turn.
    public init(_ label: String, _ value: String, figure key: FigureKey) {
      self.label = label
      self.value = value
      self.source = key.explanation
      self.key = key
    }

    /// The input among those of several contracts.
    fileprivate func of(_ contract: Name) -> Input {
      guard var key, key.contract == nil else { return self }
      key.contract = contract.text
      return Input(label, value, figure: key)
    }
  }

  /// The formula in words: `value delivered / value owed`.
  public let formula: String
  /// The formula with the numbers filled in: `$171,200.00 / $208,000.00`.
  public let computation: String
  /// Where it is laid down: a heading of docs/arithmetic.md, a clause of the contract.
  public let clause: String
  private let listInputs: @Sendable () -> [Input]
  private let listEntries: @Sendable () -> [String]

  /// Creates a derivation.
  public init(
    formula: String,
    computation: String,
    clause: String,
    inputs: @autoclosure @escaping @Sendable () -> [Input] = [],
    entries: @autoclosure @escaping @Sendable () -> [String] = []
  ) {
    self.formula = formula
    self.computation = computation
    self.clause = clause
    self.listInputs = inputs
    self.listEntries = entries
  }

  /// What goes into it.
  public var inputs: [Input] { listInputs() }

  /// The entries on record behind it, one a line.
  public var entries: [String] { listEntries() }
}

extension Derivation {
  /// The derivation among those of several contracts: the keys that it names are theirs.
  fileprivate func of(_ contract: Name) -> Derivation {
    Derivation(
      formula: formula, computation: computation, clause: clause, inputs: inputs.map { $0.of(contract) },
      entries: entries)
  }
}

extension FigureKey {
  /// The command that says where the figure comes from.
  var explanation: String { "\(String.explainCommand)\(description.asShellWord)" }
}

extension String {
  /// What stands before a figure's key where an input is a figure itself.
  static let explainCommand = "leadpact explain "
}
