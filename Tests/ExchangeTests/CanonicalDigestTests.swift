import Agreement
import Crypto
import Exchange
import Testing

/// The digests under which people have signed: a change of the canonical text would break every one of them.
@Suite struct CanonicalDigestTests {
  @Test(arguments: [
    ("acme-2026.yaml", "9fe5b9c8204ca48d340c1d44dd32413805f9108d1dd8c4cc5bb527e6d03c471f"),
    ("retail-445.yaml", "e689e8603e1b94e8a02676b46ba080407bab9d455f78d4e28fd7a43b27bd6989"),
  ])
  func `stay as they are from release to release`(name: String, digest: String) throws {
    let contract = try ContractFile.read(ContractFileExampleTests.text(name), file: name)
    let hash = SHA256.hash(data: Array(contract.canonicalText.utf8))
    #expect(Digest(bytes: hash).hex == digest, "do not change the text of contracts that can be said today")
  }

  @Test func `do not depend on whether the file names its format`() throws {
    let text = try ContractFileExampleTests.text("acme-2026.yaml")
    let plain = try ContractFile.read(text, file: "acme-2026.yaml")
    let named = try ContractFile.read("format: 1\n" + text, file: "acme-2026.yaml")
    #expect(plain.canonicalText == named.canonicalText)
    #expect(plain.canonicalText.hasPrefix("format: 1\ncontract: "))
  }
}
