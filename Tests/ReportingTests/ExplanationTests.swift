import Reporting
import Testing

@Suite struct ExplanationTests {
  @Test func `keeps the figure itself, for machines too`() throws {
    let review = try Sample.review()
    for figure in review.figures {
      let explanation = try review.explanation(of: figure.key.description)
      #expect(explanation.figures.map(\.key) == [figure.key])
      #expect(explanation.figures.map(\.quantity) == [figure.quantity])
    }
  }

  @Test(arguments: [
    ("2026-Q1/smb/website-form/atainment", "2026-Q1/smb/website-form/attainment"),
    ("quota", "2026-Q1/quota"),
    ("attainment", "2026-Q1/smb/website-form/attainment"),
  ])
  func `suggests what was probably meant`(key: String, nearest: String) throws {
    let error = try #require(throws: UnknownFigure.self) { _ = try Sample.review().explanation(of: key) }
    #expect(error.nearest.first == nearest)
    #expect(error.description.contains("there is no figure '\(key)' in 'Quarterly review"))
  }

  @Test func `suggests nothing where nothing is near`() throws {
    let error = try #require(throws: UnknownFigure.self) { _ = try Sample.review().explanation(of: "zzz") }
    #expect(error.description == "there is no figure 'zzz' in 'Quarterly review of acme-2026, 2026-Q1'")
  }
}
