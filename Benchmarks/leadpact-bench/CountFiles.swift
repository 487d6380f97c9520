import Agreement
import Foundation

/// Leads counted by the week, as a file for leadpact and as a journal with a budget for hledger.
///
/// In the journal a week over two months is two transactions, divided as leadpact divides it, so that both come to the
/// same figures.
struct CountFiles: ~Copyable {
  private let contract: Contract
  private let history: History
  private let seed: UInt64
  private var counts: TextFile
  private var journal: TextFile

  init(in folder: URL, of contract: Contract, over history: History, seed: UInt64) throws {
    let counts = try TextFile(folder.appending(path: "counts.csv"))
    let journal = try TextFile(folder.appending(path: "counts.journal"))
    self.contract = contract
    self.history = history
    self.seed = seed
    self.counts = counts
    self.journal = journal
  }

  /// Writes both files.
  ///
  /// - Returns: how many counts there are.
  consuming func write() throws -> Int {
    counts.write("period,stream,lead-type,count\n")
    try writeBudget()
    var count = 0
    var week = Week(containing: history.days.first)
    while week.monday <= history.days.last {
      count += try write(week)
      week = week.advanced(by: 1)
    }
    try counts.close()
    try journal.close()
    return count
  }

  /// What is owed each month: the same in all, since the quotas are.
  private mutating func writeBudget() throws {
    journal.write("~ monthly from \(history.days.first) to \(history.days.last.advanced(by: 1))")
    try journal.endLine()
    for demand in try Plan(contract).demands(in: contract.term.first) {
      try post(demand.demand.mqls, to: demand.key)
    }
    try post()
  }

  private mutating func write(_ week: Week) throws -> Int {
    let term = try DayRange(first: history.days.first, last: history.days.last)
    guard let days = week.days.intersection(term) else { return 0 }
    let worked = contract.calendar.businessDays(in: days)
    guard worked > 0 else { return 0 }
    let period = days.count == 7 ? "\(week)" : "\(days)"
    var random = SplitMix64(seed: seed, part: week.monday.number)
    var parts: [(month: Month, counts: [(LeadTypeKey, Int)])] = []
    var written = 0
    for demand in try Plan(contract).demands(in: contract.term.first) {
      // A month has 21.74 business days.
      let count = (demand.demand.mqls * worked * random.int(850...1_150) + 10_870) / 21_740
      counts.write("\(period),\(demand.key.stream),\(demand.key.leadType),\(count)")
      try counts.endLine()
      written += 1
      for (place, part) in contract.calendar.apportion(count, of: days).enumerated() {
        if place == parts.count { parts.append((part.month, [])) }
        parts[place].counts.append((demand.key, part.count))
      }
    }
    for part in parts { try post(part.counts, on: max(days.first, part.month.days.first)) }
    return written
  }

  private mutating func post(_ counts: [(LeadTypeKey, Int)], on day: Day) throws {
    journal.write("\(day) leads delivered")
    try journal.endLine()
    for (key, count) in counts { try post(count, to: key) }
    try post()
  }

  private mutating func post(_ count: Int, to key: LeadTypeKey) throws {
    journal.write("    leads:\(key.stream):\(key.leadType)  \(count) leads")
    try journal.endLine()
  }

  /// Ends a transaction with what balances it.
  private mutating func post() throws {
    journal.write("    marketing")
    try journal.endLine()
    try journal.endLine()
  }
}
