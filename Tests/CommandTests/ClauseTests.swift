import Foundation
import Testing

/// What a figure cites for its formula can be looked up.
@Suite struct ClauseTests {
  @Test func `every clause that figures cite is a heading of its page`() throws {
    let source = try Self.text(of: "Sources/Reporting/Document/Clause.swift")
    let citations = source.matches(of: /= "(docs\/[a-z-]+\.md), ([^"]+)"/)
      .map { (String($0.1), String($0.2)) }
    #expect(!citations.isEmpty)
    for (page, heading) in citations {
      let headings = try Self.text(of: page).split(separator: "\n").filter { $0.hasPrefix("## ") }
      #expect(headings.contains { $0 == "## \(heading)" }, "\(page) has no heading '\(heading)'")
    }
  }

  private static func text(of path: String) throws -> String {
    try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
  }
}
