import Agreement

/// A time to the first contact: `4 business hours`, `30 minutes`, `2 days`.
struct ContactLimit {
  let minutes: Int
  let isBusiness: Bool

  init(_ text: String) throws(Unreadable) {
    let refusal = Unreadable(
      text,
      expected: "a time such as 4 business hours, 24 hours, 30 minutes or 2 days"
    )
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let isBusiness = words.count == 3 && words[1] == "business"
    if isBusiness { words.remove(at: 1) }
    guard words.count == 2, let count = Int(grouped: words[0]), count > 0 else { throw refusal }
    let unit =
      switch words[1] {
      case "minute", "minutes": 1
      case "hour", "hours": 60
      case "day", "days": 1_440
      default: throw refusal
      }
    guard !isBusiness || unit < 1_440 else {
      throw Unreadable(
        text,
        expected: "a time in business hours or minutes; write 8 business hours for a day"
      )
    }
    let (minutes, overflow) = count.multipliedReportingOverflow(by: unit)
    guard !overflow else { throw refusal }
    self.minutes = minutes
    self.isBusiness = isBusiness
  }
}

extension Cadence.Step {
  /// Reads `3 in 14 days`.
  init(written text: String) throws(Unreadable) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard
      words.count == 3 || words.count == 4 && (words[3] == "days" || words[3] == "day"), words[1] == "in",
      let touches = Int(grouped: words[0]), let days = Int(grouped: words[2]), touches > 0, days > 0
    else { throw Unreadable(text, expected: "a step such as 3 in 14 days") }
    self.init(touches: touches, days: days)
  }
}
