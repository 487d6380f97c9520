import Agreement
import Storage

extension SampleYear {
  /// What is proposed, signed, declined and kept on purpose on a day.
  mutating func agree(on day: Day) throws {
    switch "\(day)" {
    case "2025-12-09": try sign(1, "yijun.chen", on: day)
    case "2025-12-10": try sign(1, "zoe.mueller", on: day)
    case "2025-12-12": try sign(1, "marcus.oyelaran", on: day)
    case "2025-12-15": try sign(1, "priya.raman", on: day)

    case "2026-04-09":
      let calendar = history.newest.contract.calendar
      _ = try database.keepMetrics(
        of: calendar.quarter(containing: Month("2026-01")),
        reason: "three months are too few to move a rate; measure again in June", for: name, by: "priya",
        at: Self.moment(day, 16, 30))

    case "2026-06-15": try propose(2, on: day, because: "rates as measured, and a new call script")
    case "2026-06-16": try sign(2, "yijun.chen", on: day)
    case "2026-06-17":
      try sign(
        2, "marcus.oyelaran", on: day,
        word: .declined(
          reason: "24% for outbound calls is a hope; we won 21% of 814 opportunities, so write 21%"))
    case "2026-06-22":
      try propose(3, on: day, because: "as version 2, with the measured win rate of outbound calls")
    case "2026-06-23":
      try sign(3, "marcus.oyelaran", on: day)
      try sign(3, "yijun.chen", on: day)
    case "2026-06-25": try sign(3, "priya.raman", on: day)
    case "2026-06-29": try sign(3, "zoe.mueller", on: day)
    default: break
    }
  }

  private mutating func propose(_ number: Int, on day: Day, because note: String) throws {
    _ = try database.propose(
      SampleContract.version(number), by: "priya", at: Self.moment(day, 11, 15), note: note)
    history = try database.knownHistory(of: name)
  }

  private mutating func sign(_ number: Int, _ person: String, on day: Day, word: Signature.Word = .signed)
    throws
  {
    let version = try history.version(number)
    _ = try database.sign(
      name, version: number, digest: version.digest, by: Email("\(person)@kestrel.example"), word: word,
      at: Self.moment(day, 14, 20), recordedBy: person)
    history = try database.knownHistory(of: name)
  }
}
