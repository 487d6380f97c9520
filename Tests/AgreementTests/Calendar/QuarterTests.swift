import Agreement
import Testing

@Suite struct QuarterTests {
  @Test(arguments: [
    ("2026-Q1", 1, "2026-01"), ("2026-Q4", 1, "2026-10"), ("FY2026-Q1", 7, "2025-07"),
    ("FY2026-Q4", 7, "2026-04"), ("FY2027-Q1", 10, "2026-10"), ("FY2027-Q1", 2, "2026-02"),
    ("FY2026-Q1", 12, "2025-12"), ("FY2026-Q4", 2, "2025-11"),
  ])
  func `is named for the year that its fiscal year ends in`(text: String, start: Int, first: String) throws {
    let quarter = try Quarter(text, fiscalYearStart: start)
    #expect(quarter.firstMonth == (try Month(first)))
    #expect(quarter.description == text)
    #expect(quarter.months.count == 3)
    #expect(quarter.lastMonth == quarter.months.last)
  }

  @Test(arguments: [
    ("2026-Q1", 7), ("FY2026-Q1", 1), ("2026-Q5", 1), ("2026-Q0", 1), ("2026Q1", 1), ("Q1", 1), ("26-Q1", 1),
    ("2026-Q", 1), ("3000-Q1", 1), ("FY-Q1", 7),
  ])
  func `is refused in another form, or by the other kind of year`(text: String, start: Int) {
    #expect(throws: Unreadable.self) { try Quarter(text, fiscalYearStart: start) }
  }

  @Test func `says which kind of year it should have been`() {
    let refusal = #expect(throws: Unreadable.self) { try Quarter("2026-Q1", fiscalYearStart: 7) }
    #expect(refusal?.expected.contains("such as FY2026-Q1") == true)
  }

  @Test func `holds each month once, whenever the year starts`() throws {
    for start in 1...12 {
      var month = try Month("2019-01")
      for _ in 0..<120 {
        let quarter = Quarter(containing: month, fiscalYearStart: start)
        #expect(quarter.months.contains(month))
        #expect((quarter.firstMonth.month - start + 12) % 3 == 0)
        #expect(try Quarter(quarter.description, fiscalYearStart: start) == quarter)
        #expect(quarter.advanced(by: 1).firstMonth == quarter.lastMonth.advanced(by: 1))
        #expect(quarter.advanced(by: 4).fiscalYear == quarter.fiscalYear + 1)
        #expect(quarter < quarter.advanced(by: 1))
        month = month.advanced(by: 1)
      }
    }
  }
}
