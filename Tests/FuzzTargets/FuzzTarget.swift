/// A way in for text from outside, and the laws that hold for whatever comes through it.
///
/// `make fuzz` hands each one bytes that libFuzzer makes up, and the tests hand it those that are kept in
/// Fuzzing/Corpora.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The reader of CSV.
  case csv
  /// Contract files.
  case contract
  /// Files of settings.
  case settings
  /// Periods, days and moments.
  case period
  /// Amounts, as people type them and as CRMs export them.
  case amount
  /// Rates, shares, scores and suppositions.
  case rate
  /// What CRMs export, in every layout and under mappings, and the other files of rows.
  case crm

  /// Reads `bytes`, and holds what comes of it against the laws.
  ///
  /// - Throws: `BrokenLaw`.
  public func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    switch self {
    case .csv: try CSVLaws(bytes).check()
    case .contract: try ContractLaws(bytes).check()
    case .settings: try SettingsLaws(bytes).check()
    case .period: try PeriodLaws(bytes).check()
    case .amount: try AmountLaws(bytes).check()
    case .rate: try RateLaws(bytes).check()
    case .crm: try RowLaws(bytes).check()
    }
  }
}

/// A law that does not hold, in words.
public struct BrokenLaw: Error, CustomStringConvertible {
  /// What is not as it should be.
  public let description: String

  /// Creates one.
  public init(_ description: String) { self.description = description }
}

/// Throws a law that does not hold.
func hold(_ isKept: Bool, _ law: @autoclosure () -> String) throws(BrokenLaw) {
  guard isKept else { throw BrokenLaw(law()) }
}

/// What `body` gives, which must not fail.
func readable<Value>(_ law: String, _ body: () throws -> Value) throws(BrokenLaw) -> Value {
  do { return try body() } catch { throw BrokenLaw("\(law): \(error)") }
}

/// What `body` gives; nil where it refuses, which it does in words.
func accepted<Value>(_ body: () throws -> Value) throws(BrokenLaw) -> Value? {
  do { return try body() } catch {
    try hold(!"\(error)".isEmpty, "a refusal says what is wrong")
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Takes the first byte, which chooses among the options of a target; 0 where there is none.
  mutating func takeChoice() -> Int { popFirst().map(Int.init) ?? 0 }
}

extension Array {
  /// One of the elements, of which there is at least one.
  func chosen(by number: Int) -> Element { self[number % count] }
}
