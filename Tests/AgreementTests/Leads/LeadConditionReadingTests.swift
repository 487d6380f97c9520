import Agreement
import TestSupport
import Testing

@Suite struct LeadConditionReadingTests {
  @Test(arguments: [
    ("employees > 10", "employees > 10"), ("employees>10", "employees > 10"),
    ("employees >= 1,000", "employees >= 1000"), ("score < -0.50", "score < -0.5"),
    ("score <= 4.6", "score <= 4.6"), ("Number of employees > 10", "Number of employees > 10"),
    ("industry in [finance, banking]", "industry in [finance, banking]"),
    ("industry in [ finance ,banking ]", "industry in [finance, banking]"),
    ("industry is in [finance, banking]", "industry in [finance, banking]"),
    ("industry in [finance]", "industry is finance"),
    ("industry in [a in b]", "industry is a in b"),
    ("industry in [\"real estate\", 'banking']", "industry in [real estate, banking]"),
    ("industry not in [games, toys]", "industry not in [games, toys]"),
    ("industry is not in [games, toys]", "industry not in [games, toys]"),
    ("uses-hubspot is yes", "uses-hubspot is yes"), ("uses-hubspot  is\tyes", "uses-hubspot is yes"),
    ("country is not Atlantis", "country is not Atlantis"),
    ("country is  not Atlantis", "country is not Atlantis"),
    ("Opted in is yes", "Opted in is yes"), ("業種 in [金融, 銀行]", "業種 in [金融, 銀行]"),
    ("Company: size (people), total > 10", "Company: size (people), total > 10"),
  ])
  func `is written in one way`(text: String, written: String) throws {
    #expect(try LeadCondition(text).description == written)
    #expect(try LeadCondition(written) == LeadCondition(text))
  }

  @Test(arguments: [
    "", "employees", "employees > ", "> 10", "employees > ten", "employees => 10", "employees = 10",
    "employees == 10", "employees > 10 > 5", "a < b >= 5", "employees > 10%", "… is yes", "is yes",
    "industry in finance", "industry in [finance", "industry in []", "industry in [finance,]",
    "industry in [[finance]]", "industry is a, b", "industry is [finance]", "uses-hubspot is ",
    "uses-hubspot is",
    "industry in [\"a, b\"]", "industry in [not games]",
  ])
  func `is refused in any other form`(text: String) {
    let refusal = #expect(throws: Unreadable.self) { try LeadCondition(text) }
    #expect(
      refusal?.description
        == "'\(text)' is not a condition such as 'employees > 10', 'industry in [finance, banking]' or 'uses-hubspot is yes'"
    )
  }

  @Test(arguments: 0..<400)
  func `that is read can be read again from how it is written`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts = [
      "a", "is", "not", "in", "[", "]", ",", " ", "  ", ">", "<=", "5", "-1.5", "\"", "'", "yes", "名", "\n",
    ]
    let text = (0..<Int.random(in: 3...9, using: &random)).map { _ in
      parts[Int.random(in: 0..<parts.count, using: &random)] + (Bool.random(using: &random) ? " " : "")
    }.joined()
    guard let condition = try? LeadCondition(text) else { return }
    #expect((try? LeadCondition(condition.description)) == condition, "\(text)")
  }
}
