import Agreement
import Exchange
import Foundation
import Testing

@Suite struct ContractFileDocumentationTests {
  /// The YAML blocks of docs/contract-file.md.
  static let snippets: [String] = {
    let folder = ContractFileExampleTests.folder.deletingLastPathComponent()
    let page = folder.appending(components: "docs", "contract-file.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }()

  @Test func `there are snippets`() { #expect(Self.snippets.count == 17) }

  @Test(arguments: snippets)
  func `every snippet is true`(snippet: String) throws {
    let text = snippet.hasPrefix("contract:") ? snippet : Self.sample(with: snippet)
    #expect(Sample.complaints(text).isEmpty)
  }

  @Test func `the value of a lead is the one that the page says`() throws {
    let contract = try ContractFile.read(Self.snippets[0], file: "docs")
    let value = try contract.streams[0].leadTypes[0].funnel.funnel(in: contract.term.first).leadValue()
    #expect(try value.rounded().description == "$128.25")
  }

  /// The small sample with the keys of a snippet in place of its own, where they belong.
  private static func sample(with snippet: String) -> String {
    let ofStream = ["quota", "retention", "margin"]
    let ofLeadType = [
      "mql-to-sql", "sql-to-opportunity", "win-rate", "average-order-value", "time-to-close", "crm-values",
      "qualifies",
    ]
    var lines = Sample.small.split(separator: "\n").map(String.init)
    for block in blocks(snippet) {
      let key = String(block[0].prefix { $0 != ":" })
      let depth = ofStream.contains(key) ? 4 : ofLeadType.contains(key) ? 8 : 0
      let indent = String(repeating: " ", count: depth)
      let indented = block.map { indent + $0 }
      if let start = lines.firstIndex(where: { $0.hasPrefix("\(indent)\(key):") }) {
        let rest = lines[(start + 1)...].prefix { $0.hasPrefix(indent + " ") }
        lines.replaceSubrange(start..<rest.endIndex, with: indented)
      } else if let parent = lines.firstIndex(where: {
        depth == 0 || $0.hasPrefix(depth == 4 ? "  smb:" : "      web:")
      }) {
        lines.insert(contentsOf: indented, at: depth == 0 ? 0 : parent + 1)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A key with the lines that belong to it.
  private static func blocks(_ snippet: String) -> [[String]] {
    var blocks: [[String]] = []
    for line in snippet.split(separator: "\n").map(String.init) {
      if line.hasPrefix(" ") { blocks[blocks.count - 1].append(line) } else { blocks.append([line]) }
    }
    return blocks
  }
}
