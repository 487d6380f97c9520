/// Text that does not say what it should, with what would have been right.
public struct Unreadable: Error, Hashable, Sendable {
  /// The text as it was given.
  public let found: String
  /// What was expected instead, as a noun phrase: `a month such as 2026-02`.
  public let expected: String

  /// Creates the refusal of `found` where `expected` was due.
  public init(_ found: String, expected: String) {
    self.found = found
    self.expected = expected
  }
}

extension Unreadable: CustomStringConvertible {
  /// The refusal as a clause: `'2026-13' is not a month such as 2026-02`.
  public var description: String { "'\(found)' is not \(expected)" }
}

/// A result too large for a whole number of 64 bits (128 in between).
public struct Overflow: Error, Hashable, Sendable, CustomStringConvertible {
  /// Creates the error.
  public init() {}

  /// What went wrong, for people.
  public var description: String {
    "the figures are too large to compute exactly; look for a count or an amount with digits too many"
  }
}
