import Agreement
import Foundation

/// What was done about leads, in the order in which it was done.
///
/// A touch may come weeks after its lead: those of a month are written once the leads of that month are known.
struct TouchFile: ~Copyable {
  private struct Entry {
    let at: WallTime
    let lead: Int
    let rep: Int
    let kind: Int
  }

  private static let kinds = ["Call", "Email", "Meeting", "LinkedIn message", "Auto-reply"].map {
    Array($0.utf8)
  }
  private static let automatic = kinds.count - 1

  private let reps: [[UInt8]]
  private var file: TextFile
  private var dates = DayTexts()
  private var months: [Month: [Entry]] = [:]
  private var count = 0

  init(_ url: URL, reps: [[UInt8]]) throws {
    var file = try TextFile(url)
    file.write("id,lead,at,kind,rep\n")
    self.file = file
    self.reps = reps
  }

  /// Adds a touch, and now and then the automatic reply to it.
  mutating func add(_ at: WallTime, to lead: Int, rep: Int, by random: inout SplitMix64) {
    let kind = random.below(Self.automatic)
    let isAnswered = random.happens(40_000)
    append(Entry(at: at, lead: lead, rep: rep, kind: kind))
    guard isAnswered else { return }
    let reply = at.advanced(bySeconds: random.int(20...600))
    append(Entry(at: reply, lead: lead, rep: rep, kind: Self.automatic))
  }

  private mutating func append(_ entry: Entry) {
    guard entry.at <= History.exported else { return }
    months[Day(number: entry.at.day).month, default: []].append(entry)
  }

  /// Writes the touches of `month`, to which no later lead adds any.
  mutating func write(through month: Month) throws {
    guard let entries = months.removeValue(forKey: month) else { return }
    // As a CRM numbers what it keeps: upwards, with gaps.
    let first = 80_000_000_000 + History.allMonths[0].distance(to: month) * 100_000_000
    let sorted = entries.sorted { ($0.at, $0.lead, $0.kind) < ($1.at, $1.lead, $1.kind) }
    for (number, entry) in sorted.enumerated() {
      file.write(first + number * 3)
      file.write(",")
      file.write(entry.lead)
      file.write(",")
      dates.write(entry.at, to: &file)
      file.write(",")
      file.write(Self.kinds[entry.kind])
      file.write(",")
      file.write(reps[entry.rep])
      try file.endLine()
    }
    count += sorted.count
  }

  /// Writes what is left, and closes the file.
  ///
  /// - Returns: how many touches there are.
  consuming func close() throws -> Int {
    for month in months.keys.sorted() { try write(through: month) }
    try file.close()
    return count
  }
}
