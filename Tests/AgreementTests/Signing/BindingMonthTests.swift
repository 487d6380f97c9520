import Agreement
import TestSupport
import Testing

@Suite struct BindingMonthTests {
  /// A text, and the day on which the last of all signs it; nil where they do not.
  private typealias Text = (term: String, effective: String, signed: String?)

  private func history(_ texts: [Text], calendar: ContractCalendar = ContractCalendar()) throws
    -> ContractHistory
  {
    let versions = try texts.enumerated().map { index, text in
      try Specimen.version(
        index + 1,
        Specimen.contract(term: text.term, effective: text.effective, calendar: calendar)
      )
    }
    let signatures = try zip(versions, texts).flatMap { version, text in
      try (text.signed.map { [$0] } ?? []).flatMap { day in
        try [
          Specimen.signature("ada@example.com", on: version.number, at: "2026-01-01"),
          Specimen.signature("bob@example.com", on: version.number, at: day),
        ]
      }
    }
    return ContractHistory(versions: versions, signatures: signatures)
  }

  /// The number of the version that rules in each month of a year; 0 where none does.
  private func rulings(_ history: ContractHistory, _ year: String = "2026-01..2026-12") throws -> [Int] {
    try MonthRange(year).map { history.ruling(in: $0)?.version.number ?? 0 }
  }

  private let year = "2026-01..2026-12"

  @Test func `keeps what earlier months were measured against where a version is signed late`() throws {
    let history = try history([(year, "2026-01", "2026-01-02"), (year, "2026-02", "2026-04-10")])
    #expect(try rulings(history) == [1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    #expect(try history.bindingMonth(of: history.newest) == Month("2026-04"))
    #expect(
      history.standing(of: history.newest)
        == .inForce(signed: try Day("2026-04-10"), from: try Month("2026-04"))
    )
  }

  @Test func `waits for the effective month where a version is signed early`() throws {
    let history = try history([(year, "2026-01", "2026-01-02"), (year, "2026-07", "2026-04-10")])
    #expect(try rulings(history) == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
    #expect(try history.bindingMonth(of: history.newest) == Month("2026-07"))
  }

  @Test func `lets a first contract be signed late`() throws {
    let late = try history([(year, "2026-01", "2026-04-10")])
    #expect(try rulings(late) == Array(repeating: 1, count: 12))
    #expect(try late.bindingMonth(of: late.newest) == Month("2026-01"))
    let second = try history([(year, "2026-01", nil), (year, "2026-02", "2026-04-10")])
    #expect(try rulings(second) == [1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    #expect(second.bindingMonth(of: second.versions[0]) == nil)
  }

  @Test func `lets a renewal that is signed late rule from the month after the older term`() throws {
    let history = try history([
      ("2026-01..2026-03", "2026-01", "2026-01-02"), (year, "2026-03", "2026-06-10"),
    ])
    #expect(try rulings(history) == [1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    #expect(try history.bindingMonth(of: history.newest) == Month("2026-04"))
  }

  @Test func `ends the agreement where a version that binds shortens the term`() throws {
    let ended = try history([
      (year, "2026-01", "2026-01-02"), ("2026-01..2026-06", "2026-04", "2026-03-10"),
    ])
    #expect(try rulings(ended) == [1, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0, 0])
    let late = try history([
      (year, "2026-01", "2026-01-02"), ("2026-01..2026-06", "2026-04", "2026-09-10"),
    ])
    #expect(try rulings(late) == [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
    let proposed = try history([
      (year, "2026-01", "2026-01-02"), ("2026-01..2026-06", "2026-04", "2026-03-10"), (year, "2026-08", nil),
    ])
    #expect(try rulings(proposed) == [1, 1, 1, 2, 2, 2, 0, 3, 3, 3, 3, 3])
    let unsigned = try history([(year, "2026-01", nil), ("2026-01..2026-06", "2026-04", "2026-03-10")])
    #expect(try rulings(unsigned) == [1, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0, 0])
  }

  @Test func `takes the month of the last signature by the contract's calendar`() throws {
    let calendar = ContractCalendar(months: .weeks(.fourFourFive))
    // March 2026 ends on Sunday the 29th where months are whole weeks.
    let history = try history(
      [(year, "2026-01", "2026-01-02"), (year, "2026-02", "2026-03-30")],
      calendar: calendar
    )
    #expect(try history.bindingMonth(of: history.newest) == Month("2026-04"))
  }

  @Test func `never changes what measures a month that ended before the last signature`() throws {
    try forRandomCases(500) { random, seed in
      var texts: [Text] = []
      for _ in 0..<random.int(2...5) {
        let first = try Month("2025-12").advanced(by: random.int(1...12))
        let last = first.advanced(by: random.int(0...11))
        let effective = first.advanced(by: random.int(0...first.distance(to: last)))
        let signed = try Day("2026-01-01").advanced(by: random.int(0...400))
        let isSigned = random.int(0...3) > 0
        texts.append(("\(first)..\(last)", effective.description, isSigned ? signed.description : nil))
      }
      for count in 1..<texts.count {
        let before = try history(Array(texts.prefix(count)))
        let after = try history(Array(texts.prefix(count + 1)))
        let signed = try texts[count].signed.map { try Day($0) }
        for month in try MonthRange("2025-11..2028-03") {
          guard let ruling = before.ruling(in: month), ruling.standing.isInForce else { continue }
          guard signed.map({ month.days.last < $0 }) ?? true else { continue }
          #expect(after.ruling(in: month) == ruling, seed)
        }
      }
    }
  }
}
