import TestSupport
import Testing

@testable import Agreement

@Suite struct Base64Tests {
  /// The examples of RFC 4648.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `writes and reads what the RFC gives`(plain: String, letters: String) {
    #expect(Base64.text(Array(plain.utf8)) == letters)
    #expect(Base64.bytes(letters) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v====", "=Zm9", "Zm 9v", "Zm9v\n", "Zm-_", "Zé==",
  ])
  func `refuses what is not written in the one way that there is`(letters: String) {
    #expect(Base64.bytes(letters) == nil)
  }

  @Test func `gives any bytes back`() throws {
    try forRandomCases(100) { random, seed in
      let bytes = (0..<random.int(0...70)).map { _ in UInt8(random.int(0...255)) }
      #expect(Base64.bytes(Base64.text(bytes)) == bytes, seed)
    }
  }
}
