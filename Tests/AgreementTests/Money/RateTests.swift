import Agreement
import TestSupport
import Testing

@Suite struct RateTests {
  @Test(arguments: [("23%", 250, 1_087), ("82%", 1_087, 1_326), ("34%", 1_326, 3_900), ("100%", 7, 7)])
  func `says how many must enter a stage, rounded up`(rate: String, output: Int, input: Int) throws {
    #expect(try Rate(rate).inputs(yielding: output) == input)
  }

  @Test(arguments: ["0%", "0", "0/3", "1/3000000", "100.1%", "1.5", "-5%", "x"])
  func `is refused at 0 and above 100 %`(text: String) {
    let refusal = #expect(throws: Unreadable.self) { try Rate(text) }
    #expect(refusal?.expected.hasPrefix("a rate above 0% and up to 100%") == true)
  }

  @Test func `asks whether percent was meant`() {
    let refusal = #expect(throws: Unreadable.self) { try Rate("34") }
    #expect(refusal?.expected.hasSuffix("did you mean 34%?") == true)
  }

  @Test func `asks for just as many as it takes`() throws {
    try forRandomCases(3_000) { random, seed in
      let rate = try Rate(Share(partsPerMillion: random.int(1...1_000_000)))
      let output = random.magnitude()
      let exact = Fraction(Natural(output) * 1_000_000, over: Natural(rate.partsPerMillion))
      if let input = try? rate.inputs(yielding: output) {
        #expect(exact.roundsUp(to: input), seed)
      } else {
        #expect(exact > Fraction(.max), seed)
      }
    }
  }
}
