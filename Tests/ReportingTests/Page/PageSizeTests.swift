import Testing

@testable import Reporting

@Suite struct PageSizeTests {
  @Test func `a review of 5 streams × 6 lead types stays below 300 KB`() throws {
    let document = try LargeLedger.quarter()
    #expect(document.figures.count > 2_000)
    #expect(document.rendered(as: .html).utf8.count < 300_000)
  }
}
