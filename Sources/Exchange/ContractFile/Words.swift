import Agreement

extension String {
  /// Reads `60 days`, `60` or `1 day`, where `unit` is the plural.
  func count(of unit: String, example: String) throws(Unreadable) -> Int {
    let words = lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard
      (1...2).contains(words.count), let count = Int(grouped: words[0]),
      words.count == 1 || words[1] == unit || words[1] == String(unit.dropLast())
    else { throw Unreadable(self, expected: "a number of \(unit) such as \(example)") }
    return count
  }
}

extension String {
  /// The text in one line of readable length, fit for a message.
  var shortened: String {
    // One character may have any number of scalars.
    let beginning = String(String.UnicodeScalarView(unicodeScalars.prefix(240))).prefix(60)
    let line = String(beginning.map { $0.isNewline || $0.isControl ? " " : $0 })
    return beginning.utf8.count < utf8.count ? line + "…" : line
  }
}

extension Unreadable {
  /// The refusal with what was found shortened.
  var shortened: Unreadable { Unreadable(found.shortened, expected: expected) }
}

extension Error {
  /// What is wrong, in a line of readable length.
  var words: String { (self as? Unreadable).map { "\($0.shortened)" } ?? "\(self)" }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension Int {
  /// Reads `1200` or `1,200`: digits, and commas between groups of three; nil for anything else.
  init?(grouped text: String) {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard
      groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      groups.count == 1
        || groups[0].count <= 3 && groups[0].first != "0" && groups.dropFirst().allSatisfy({ $0.count == 3 }),
      let value = Int(groups.joined())
    else { return nil }
    self = value
  }
}

/// The months of the year by name.
enum MonthName {
  static let all = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// Reads `july`, `Jul` or `7`.
  static func number(_ text: String) throws(Unreadable) -> Int {
    if let number = Int(grouped: text), (1...12).contains(number) { return number }
    let name = text.lowercased()
    if let index = all.firstIndex(where: { $0 == name || $0.prefix(3) == name }) { return index + 1 }
    let near = Spelling.nearest(to: text, among: all)
    let expected = "a month of the year such as july, jul or 7"
    throw Unreadable(
      text,
      expected: near.isEmpty ? expected : "\(expected); did you mean \(near.joined(separator: " or "))?"
    )
  }
}

extension ContractCalendar.Months {
  /// Reads `month`, `4-4-5`, `4-5-4` or `5-4-4`.
  init(keyword text: String) throws(Unreadable) {
    if text == "month" {
      self = .gregorian
    } else if let pattern = ContractCalendar.WeekPattern(rawValue: text) {
      self = .weeks(pattern)
    } else {
      throw Unreadable(text, expected: "a calendar: month, 4-4-5, 4-5-4 or 5-4-4")
    }
  }
}

extension Team {
  /// Reads the name of a team.
  init(named text: String) throws(Unreadable) {
    guard let team = Team(rawValue: text) else {
      let teams = Team.allCases.map(\.rawValue)
      let near = Spelling.nearest(to: text, among: teams)
      let remedy = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
      throw Unreadable(text, expected: "one of the teams \(teams.joined(separator: ", "))\(remedy)")
    }
    self = team
  }
}
