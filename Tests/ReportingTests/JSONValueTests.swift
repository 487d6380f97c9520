import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct JSONValueTests {
  @Test func `is written two blanks in, in order`() {
    let value = JSONValue.object([
      JSONValue.Member("b", .array([.integer(-1), .null, .array([]), .object([])])),
      JSONValue.Member("a", .string("x")),
    ])
    #expect(
      value.text == """
        {
          "b": [
            -1,
            null,
            [],
            {}
          ],
          "a": "x"
        }
        """
    )
  }

  @Test func `gives every character back to a reader`() throws {
    var random = SplitMix64(seed: 2)
    var scalars = (0...0x3000).compactMap { Unicode.Scalar($0) }
    scalars += ["\u{FFFD}", "\u{FFFF}", "😀", "\u{10FFFF}", "\"", "\\", "/"]
    for _ in 0..<300 {
      let text = String(
        String.UnicodeScalarView((0..<40).map { _ in scalars.randomElement(using: &random) ?? "x" })
      )
      let read = try JSONSerialization.jsonObject(with: Data(JSONValue.strings([text]).text.utf8))
      let strings = try #require(read as? [String])
      #expect(Array(strings[0].unicodeScalars) == Array(text.unicodeScalars))
    }
  }
}
