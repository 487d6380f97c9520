import Reporting
import Testing

@Suite struct OutputFormatTests {
  @Test(arguments: [
    ("review.md", OutputFormat.markdown), ("out/Review.JSON", .json), ("a.csv", .csv), ("a.b.txt", .text),
    ("review.html", .html), ("x.HTM", .html),
    ("json", nil), ("review", nil), ("review.xlsx", nil),
  ])
  func `is inferred from a file's ending`(name: String, format: OutputFormat?) {
    #expect(OutputFormat(fileName: name) == format)
  }
}
