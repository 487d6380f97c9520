import Agreement
import Exchange

/// What is taken on record from a row.
struct RowFact {
  private let id: String
  private let times: [Occurrence]
  private let amount: Money?

  init(_ row: LeadRow) {
    id = row.key.lead
    times = row.facts.times
    amount = row.facts.amount
  }

  init(_ row: TouchRow) {
    id = row.touch.lead
    times = [row.touch.at]
    amount = nil
  }

  /// Holds what is taken on record against what can be kept there.
  func check() throws(BrokenLaw) {
    try hold(!id.isEmpty && id.trimmedEnds == id, "an id has no blanks around it: '\(id)'")
    let isAddress = id.contains("@") && id.contains(".") && !id.contains(" ")
    try hold(!isAddress, "an id is no e-mail address")
    for time in times {
      try hold(Day.years.contains(time.day.month.year), "\(time) is a time that records are kept for")
      let again = try readable("'\(time)' is a time") { try Occurrence(time.description) }
      try hold(again == time, "'\(time)' is the same time")
    }
    guard let amount else { return }
    let again = try readable("'\(amount)' is an amount") { try Money(amount.decimal, amount.currency) }
    try hold(again == amount, "'\(amount)' is the same amount")
  }
}

extension String {
  /// The text without white space at either end.
  fileprivate var trimmedEnds: Substring {
    let front = drop { $0.isWhitespace }
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return front[...last]
  }
}
