import Agreement
import Testing

@Suite struct StreakTests {
  @Test(arguments: [
    ([Band.under, .under], 2, true), ([.under], 1, false), ([.over, .under], 1, false),
    ([.under, .over, .over, .over], 3, true), ([.under, nil, .under], 1, false),
    ([.onTarget, .over, .over], 2, true),
  ])
  func `runs on one side up to the last month`(bands: [Band?], months: Int, isSustained: Bool) throws {
    let streak = try #require(Streak(endingIn: bands, sustainedAfter: 2))
    #expect(streak.months == months)
    #expect(streak.band == bands.last)
    #expect(streak.isSustained == isSustained)
  }

  @Test(arguments: [[], [.onTarget], [.under, .under, .onTarget], [.under, nil]] as [[Band?]])
  func `is none where the last month was on target or owed nothing`(bands: [Band?]) {
    #expect(Streak(endingIn: bands, sustainedAfter: 2) == nil)
  }

  @Test(arguments: [(1, true), (3, true), (4, false)])
  func `is sustained after as many months as agreed`(sustainedAfter: Int, isSustained: Bool) throws {
    let streak = try #require(Streak(endingIn: [.over, .over, .over], sustainedAfter: sustainedAfter))
    #expect(streak.isSustained == isSustained)
  }
}
