import Testing

@testable import Reporting

@Suite struct TextRendererTests {
  @Test func `stays within its width where numbers allow`() throws {
    let review = try Sample.review()
    for width in 86...160 {
      let lines = TextRenderer(width: width).render(review).split(separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    }
  }

  @Test func `is never narrower than 60 columns`() throws {
    #expect(TextRenderer(width: 0).width == 60)
    #expect(TextRenderer().width == 100)
  }

  @Test func `ends each line without blanks, and the last one too`() throws {
    let text = TextRenderer().render(try Sample.review())
    #expect(text.hasSuffix("KEY\n"))
    #expect(!text.contains(" \n"))
  }

  @Test func `says the same with colours and without`() throws {
    let review = try Sample.review()
    let coloured = TextRenderer(style: .ansi).render(review)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == TextRenderer().render(review))
  }
}
