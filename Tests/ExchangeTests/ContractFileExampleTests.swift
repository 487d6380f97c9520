import Agreement
import Exchange
import Foundation
import Testing

@Suite struct ContractFileExampleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(components: "..", "..", "examples").standardizedFileURL

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(component: name), encoding: .utf8)
  }

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func `there are seven examples`() {
    #expect(
      Self.names == [
        "acme-2026-revised.yaml", "acme-2026.yaml", "leads-2026.yaml", "minimal.yaml", "pair.yaml",
        "retail-445.yaml", "tokyo.yaml",
      ]
    )
  }

  @Test(arguments: names)
  func `every example is a contract, and so is its canonical text`(name: String) throws {
    let contract = try ContractFile.read(Self.text(name), file: name)
    let again = try ContractFile.read(contract.canonicalText, file: "canonical \(name)")
    #expect(again == contract)
    #expect(again.canonicalText == contract.canonicalText)
  }

  @Test func `acme's website form is the reference case, and its outbound lead is worth $187`() throws {
    let contract = try ContractFile.read(Self.text("acme-2026.yaml"), file: "acme-2026.yaml")
    let smb = try #require(contract.stream(Name("smb")))
    let values = try ["website-form", "outbound"].map { name in
      let type = try #require(smb.leadType(Name(name)))
      return try type.funnel.funnel(in: Month("2026-01")).leadValue().rounded().description
    }
    #expect(values == ["$128.25", "$187.00"])
  }

  @Test func `the smallest example owes the reference case's leads`() throws {
    let contract = try ContractFile.read(Self.text("minimal.yaml"), file: "minimal.yaml")
    let demand = try Plan(contract).demands(in: Month("2026-01"))[0].demand
    #expect(demand.deals == 250)
    #expect(demand.opportunities == 1_087)
    #expect(demand.sqls == 1_326)
    #expect(demand.mqls == 3_900)
  }
}
