import Agreement
import Testing

@Suite struct DigestTests {
  @Test func `is 64 hexadecimal digits`() throws {
    let digest = Digest(bytes: (0..<32).map { UInt8($0 * 8) })
    #expect(digest.hex.hasPrefix("0008101820"))
    #expect(digest.short.count == 12)
    #expect(try Digest(hex: digest.hex.uppercased()) == digest)
  }

  @Test(arguments: [
    "", "0", String(repeating: "0", count: 63), String(repeating: "g", count: 64),
    String(repeating: "０", count: 64),
  ])
  func `is refused in any other form`(text: String) {
    #expect(throws: Unreadable.self) { try Digest(hex: text) }
  }
}
