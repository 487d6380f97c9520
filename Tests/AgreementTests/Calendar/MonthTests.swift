import Agreement
import Testing

@Suite struct MonthTests {
  @Test(arguments: [
    ("2026-02", 28), ("2024-02", 29), ("1900-02", 28), ("2000-02", 29), ("2026-12", 31), ("2026-11", 30),
  ])
  func `has its days`(text: String, count: Int) throws {
    let month = try Month(text)
    #expect(month.days.count == count)
    #expect(month.days.first.dayOfMonth == 1)
    #expect(month.description == text)
  }

  @Test(arguments: [
    "2026-13", "2026-00", "2026-2", "1899-12", "3000-01", "2026", "2026-02-01", "Feb 2026", "",
  ])
  func `is refused in another form`(text: String) {
    #expect(throws: Unreadable(text, expected: "a month such as 2026-02")) { try Month(text) }
  }

  @Test func `counts on over the year`() throws {
    #expect(try Month("2026-11").advanced(by: 3) == Month("2027-02"))
    #expect(try Month("2026-02").advanced(by: -14) == Month("2024-12"))
    #expect(try Month("2026-02").distance(to: Month("2024-12")) == -14)
  }

  @Test func `in a row is one, or many`() throws {
    #expect(try MonthRange("2026-01..2026-12").count == 12)
    #expect(try MonthRange("2026-05").map(\.description) == ["2026-05"])
    #expect(try MonthRange("2026-12..2027-01").description == "2026-12..2027-01")
    for text in [
      "2026-02..2026-01", "2026-01..", "..2026-01", "2026-01...2026-02", "2026-01..2026-02..2026-03",
    ] {
      #expect(throws: Unreadable.self) { try MonthRange(text) }
    }
  }
}
