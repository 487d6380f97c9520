/// What a lead must be to count, as a plain condition on a column of the file that it came in: `employees > 10`.
public struct LeadCondition: Hashable, Sendable {
  /// What is asked of the column.
  public enum Test: Hashable, Sendable {
    /// A number in some order to another.
    case number(Order, Score)
    /// One of these words, or none of them.
    case word(isIn: Bool, [String])
  }

  /// How a number compares.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// At least.
    case atLeast = ">="
    /// At most.
    case atMost = "<="
    /// Above.
    case above = ">"
    /// Below.
    case below = "<"
  }

  /// The column's name as the contract writes it.
  public let column: String
  /// What is asked of it.
  public let test: Test

  private init(column: String, test: Test) {
    self.column = column
    self.test = test
  }

  /// Reads `employees > 10`, `industry in [finance, banking]`, `industry not in [games]`, `uses-hubspot is yes` or
  /// `country is not Atlantis`.
  ///
  /// - Throws: `Unreadable` for any other form.
  public init(_ text: String) throws(Unreadable) {
    let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // What is signed is the description, so it must mean the same.
    guard let condition = Self.reading(plain), condition == Self.reading(condition.description) else {
      throw Unreadable(
        text,
        expected:
          "a condition such as 'employees > 10', 'industry in [finance, banking]' or 'uses-hubspot is yes'"
      )
    }
    self = condition
  }

  private static func reading(_ text: String) -> LeadCondition? {
    for order in Order.allCases {
      guard let sign = text.firstRange(of: order.rawValue) else { continue }
      guard let number = try? Score(text[sign.upperBound...].trimmingBlanks) else { return nil }
      return LeadCondition(of: text[..<sign.lowerBound], .number(order, number))
    }
    for (sign, isIn) in [(" is not in ", false), (" not in ", false), (" is in ", true), (" in ", true)] {
      guard let found = text.firstRange(of: sign), let words = list(text[found.upperBound...]) else {
        continue
      }
      return LeadCondition(of: text[..<found.lowerBound], .word(isIn: isIn, words))
    }
    for (sign, isIn) in [(" is not ", false), (" is ", true)] {
      guard let found = text.firstRange(of: sign) else { continue }
      return LeadCondition(
        of: text[..<found.lowerBound], .word(isIn: isIn, [word(text[found.upperBound...])]))
    }
    return nil
  }

  /// The test of a column; nil where either is none.
  private init?(of column: Substring, _ test: Test) {
    self.init(column: column.trimmingBlanks, test: test)
    guard !key.isEmpty, !self.column.contains(where: { "<>=".contains($0) }) else { return nil }
    if case .word(_, let words) = test {
      guard words.allSatisfy({ word in !word.isEmpty && !word.contains { "[],\"".contains($0) } }) else {
        return nil
      }
    }
  }

  /// The words of `[finance, banking]`; nil for another form.
  private static func list(_ text: Substring) -> [String]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    return text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false).map(word)
  }

  /// A word without the quotes that may stand around it.
  private static func word(_ text: Substring) -> String {
    let word = text.trimmingBlanks
    let isQuoted = word.count > 2 && word.first == word.last && (word.hasPrefix("\"") || word.hasPrefix("'"))
    return isQuoted ? word.dropFirst().dropLast().trimmingBlanks : word
  }

  /// The name under which a lead keeps the column: in small letters, words joined by one blank.
  public var key: String {
    column.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// What keeps a lead with these attributes from meeting the condition, as a clause; nil where it does.
  public func shortfall(in attributes: [String: String]) -> String? {
    guard let found = attributes[key]?.trimmingBlanks, !found.isEmpty else { return "\(column) is empty" }
    switch test {
    case .number(let order, let limit):
      guard let number = try? Score(found) else { return "\(column) is no number: \(found)" }
      let isMet =
        switch order {
        case .atLeast: number >= limit
        case .atMost: number <= limit
        case .above: number > limit
        case .below: number < limit
        }
      return isMet ? nil : "\(column) is \(found)"
    case .word(let isIn, let words):
      let isFound = words.contains { Self.folded($0) == Self.folded(found) }
      return isFound == isIn ? nil : "\(column) is \(found)"
    }
  }

  /// A word without regard to case, all ways of saying yes and no as one.
  private static func folded(_ word: String) -> String {
    let small = word.lowercased()
    if ["yes", "true", "y", "1"].contains(small) { return "yes" }
    return ["no", "false", "n", "0"].contains(small) ? "no" : small
  }
}

extension LeadCondition: CustomStringConvertible {
  /// The condition in one way of writing it.
  public var description: String {
    switch test {
    case .number(let order, let number): "\(column) \(order.rawValue) \(number)"
    case .word(let isIn, let words) where words.count == 1: "\(column) is \(isIn ? "" : "not ")\(words[0])"
    case .word(let isIn, let words): "\(column) \(isIn ? "" : "not ")in [\(words.joined(separator: ", "))]"
    }
  }
}
