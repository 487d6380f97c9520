import Foundation
import Reporting
import Testing

/// Where the figures of reports on leads come from.
@Suite struct LeadExplanationTests {
  @Test(arguments: AccordTests.Specimen.allCases.filter { $0 != .review })
  func `every figure has a formula, its numbers, and a clause that can be looked up`(
    specimen: AccordTests.Specimen
  ) throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/arithmetic.md").standardized
    let headings = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("## ") }.map { "docs/arithmetic.md, \($0.dropFirst(3))" }
    let document = try specimen.document
    for figure in document.figures {
      let derivation = figure.derivation
      #expect(!derivation.formula.isEmpty && !derivation.computation.isEmpty, "\(figure.key)")
      let isLaidDown = headings.contains { derivation.clause.hasSuffix($0) }
      #expect(isLaidDown, "\(figure.key): \(derivation.clause)")
      let explanation = try document.explanation(of: figure.key.description)
      #expect(explanation.figures.map(\.quantity) == [figure.quantity])
    }
  }

  @Test func `a rate names the months that it is counted over`() throws {
    let explanation = try LeadSample.rates().explanation(
      of: "2026-Q1/smb/website/mql-to-sql-observed")
    try Golden.expect(explanation.rendered(as: .text), toBeIn: "rate-explanation.txt")
  }

  @Test func `a cause of a shortfall names its cohorts`() throws {
    let explanation = try LeadSample.quarter().explanation(of: "2026-Q1/smb/outbound/shortfall")
    try Golden.expect(explanation.rendered(as: .text), toBeIn: "shortfall-explanation.txt")
  }
}
