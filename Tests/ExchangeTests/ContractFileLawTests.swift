import Agreement
import Exchange
import Testing

@Suite struct ContractFileLawTests {
  @Test(arguments: 0..<150)
  func `the canonical text of a contract is a contract file that gives it back`(seed: Int) throws {
    var random = SeededContracts(seed: seed)
    let contract = try random.contract()
    let again = try ContractFile.read(contract.canonicalText, file: "canonical")
    #expect(again == contract)
    #expect(again.canonicalText == contract.canonicalText)
  }

  @Test(arguments: 0..<60)
  func `order, comments and spacing of a file leave the canonical text as it is`(seed: Int) throws {
    var random = SeededContracts(seed: seed)
    let contract = try random.contract()
    let shuffled = random.shuffled(contract.canonicalText)
    let again = try ContractFile.read(shuffled, file: "shuffled")
    #expect(again.canonicalText == contract.canonicalText)
    #expect(again == contract)
  }

  @Test(arguments: 0..<300)
  func `a damaged file is read or refused with a place in the text`(seed: Int) throws {
    var random = SeededContracts(seed: seed)
    let text = try ContractFileExampleTests.text(ContractFileExampleTests.names[seed % 5])
    let damaged = random.damaged(Array(text.utf8))
    do throws(ContractFileError) {
      _ = try ContractFile.read(bytes: damaged, file: "damaged")
    } catch {
      let lines = damaged.split(separator: 0x0A, omittingEmptySubsequences: false).count
      #expect(!error.problems.isEmpty)
      #expect(error.problems.allSatisfy { $0.line >= 1 && $0.line <= 2 * lines + 1 && $0.column >= 1 })
      #expect(error.problems.allSatisfy { !$0.message.isEmpty && !$0.message.contains("\n") })
    }
  }
}
