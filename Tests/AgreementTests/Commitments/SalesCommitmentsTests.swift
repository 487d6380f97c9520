import Agreement
import Testing

@Suite struct FirstContactTests {
  @Test(arguments: [
    (30, FirstContact.Clock.elapsed, "30 minutes"), (60, .elapsed, "1 hour"), (1, .elapsed, "1 minute"),
    (90, .elapsed, "90 minutes"), (240, .business(.usual), "4 business hours"),
    (61, .business(.usual), "61 business minutes"),
    (72_000, .elapsed, "1,200 hours"),
  ])
  func `says its limit in words`(minutes: Int, clock: FirstContact.Clock, limit: String) {
    #expect(FirstContact(minutes: minutes, clock: clock, share: .all).limit == limit)
  }
}

@Suite struct CadenceTests {
  @Test func `is 3 touches in 14 days, 5 in 28 and 7 in 56 unless said`() {
    #expect(SalesCommitments().cadence.steps.map(\.name) == ["3-in-14", "5-in-28", "7-in-56"])
    #expect(SalesCommitments().cadence.share == .all)
  }

  @Test(arguments: [
    ([(3, 14), (5, 28)], true), ([(3, 14)], true), ([], true), ([(3, 14), (3, 28)], false),
    ([(3, 14), (5, 14)], false), ([(5, 28), (3, 14)], false),
  ])
  func `asks for more from step to step`(steps: [(Int, Int)], isRising: Bool) {
    #expect(Cadence.isRising(steps.map { Cadence.Step(touches: $0.0, days: $0.1) }) == isRising)
  }
}

@Suite struct CapacityTests {
  private func capacity() throws -> Capacity {
    try Capacity(
      leadsPerRep: 150,
      staffing: [.init(from: Month("2026-07"), reps: 28), .init(from: Month("2026-01"), reps: 26)]
    )
  }

  @Test(arguments: [("2025-06", 26), ("2026-01", 26), ("2026-06", 26), ("2026-07", 28), ("2030-01", 28)])
  func `is the reps of the month`(month: String, reps: Int) throws {
    #expect(try capacity().reps(in: Month(month)) == reps)
    #expect(try capacity().limit(in: Month(month)) == 150 * reps)
  }

  @Test(arguments: [
    (0, 0), (3_900, 0), (3_901, 1), (4_050, 1), (4_051, 2), (Int.max, Int.max / 150 + 1 - 26),
  ])
  func `says how many reps are missing`(leads: Int, missing: Int) throws {
    #expect(try capacity().missingReps(for: leads, in: Month("2026-01")) == missing)
  }

  @Test func `throws where the limit is too large`() throws {
    let month = try Month("2026-01")
    let crowd = Capacity(leadsPerRep: .max, staffing: [.init(from: month, reps: 2)])
    #expect(throws: Overflow.self) { try crowd.limit(in: month) }
    let nobody = Capacity(leadsPerRep: 10, staffing: [.init(from: month, reps: 0)])
    #expect(nobody.missingReps(for: 11, in: month) == 2)
  }
}
