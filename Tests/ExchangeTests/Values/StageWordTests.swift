import Agreement
import Testing

@testable import Exchange

@Suite struct StageWordTests {
  @Test(arguments: [
    ("Marketing Qualified Lead", StageWord.reached(.mql)), ("marketingqualifiedlead", .reached(.mql)),
    ("Sales Qualified Lead (SQL)", .reached(.sql)), ("Opportunity", .reached(.opportunity)),
    ("Customer", .reached(.won)), ("Closed won (Sales Pipeline)", .reached(.won)), ("closedlost", .lost),
    ("Closed Lost - Price", .lost), ("Closed - Not Converted", .disqualified),
    ("Closed - Converted", .reached(.sql)),
    ("Working - Contacted", .contacted), ("Open - Not Contacted", .other), ("Subscriber", .other),
    ("(none)", .other), ("Lead", .other),
  ])
  func `knows the words of the systems`(text: String, meaning: StageWord) {
    #expect(StageWord(text) == meaning)
  }

  @Test(arguments: [
    ("yes", true), ("No", false), ("TRUE", true), ("false", false), ("1", true), ("0", false),
  ])
  func `reads yes and no`(text: String, truth: Bool) throws {
    #expect(try Truth.read(text) == truth)
  }

  @Test func `refuses what is neither yes nor no`() {
    let error = #expect(throws: Unreadable.self) { try Truth.read("maybe") }
    #expect(error?.description == "'maybe' is not yes or no (true or false, 1 or 0)")
  }
}
