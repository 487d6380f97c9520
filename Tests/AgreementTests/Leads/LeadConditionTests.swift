import Agreement
import Testing

@Suite struct LeadConditionTests {
  @Test(arguments: [
    ("employees > 10", "employees > 10"), ("employees>=10", "employees >= 10"),
    ("score  <  7.50", "score < 7.5"), ("industry in [finance, banking]", "industry in [finance, banking]"),
    ("industry not in [games]", "industry is not games"), ("uses-hubspot is yes", "uses-hubspot is yes"),
    ("country is not New Zealand", "country is not New Zealand"),
    ("Annual Revenue <= 1,000,000", "Annual Revenue <= 1000000"),
  ])
  func `is written in one way`(text: String, written: String) throws {
    let condition = try LeadCondition(text)
    #expect(condition.description == written)
    #expect(try LeadCondition(written) == condition)
  }

  @Test(arguments: [
    "employees", "> 10", "employees > many", "industry in []", "industry in finance", "industry in [a, ]",
    " is yes", "industry is ", "industry is [a]", "",
  ])
  func `is refused where it says nothing that can be checked`(text: String) {
    #expect(throws: Unreadable.self) { try LeadCondition(text) }
  }

  @Test(arguments: [
    ("employees > 10", "11", nil), ("employees > 10", "10", "employees is 10"),
    ("employees > 10", "1,200", nil), ("employees > 10", "", "employees is empty"),
    ("employees > 10", "many", "employees is no number: many"), ("score <= 7.5", "7.5", nil),
    ("industry in [finance, banking]", "Banking", nil),
    ("industry in [finance, banking]", "games", "industry is games"),
    ("industry not in [games, toys]", "games", "industry is games"),
    ("uses-hubspot is yes", "TRUE", nil), ("uses-hubspot is yes", "0", "uses-hubspot is 0"),
    ("country is not Atlantis", "Chile", nil),
  ])
  func `is met or says what was found instead`(text: String, found: String, shortfall: String?) throws {
    let condition = try LeadCondition(text)
    #expect(condition.shortfall(in: [condition.key: found]) == shortfall)
  }

  @Test func `knows a column whatever joins its words`() throws {
    #expect(try LeadCondition("Uses-HubSpot is yes").key == LeadCondition("uses hubspot is no").key)
    #expect(try LeadCondition("employees > 1").shortfall(in: [:]) == "employees is empty")
  }
}
