import Foundation
import Testing

/// The sample year's review, as a browser shows and prints it.
@Suite(
  .serialized,
  .enabled(if: Browser.program != nil, "Chromium is not installed; on Debian 'make browser' does that"))
struct PageInBrowserTests {
  /// The year's review as pages, each by some options of `leadpact demo`.
  private static func sandbox(_ pages: [String: [String]]) async throws -> Sandbox {
    let sandbox = try Sandbox()
    for (file, options) in pages {
      let consequence = try await Leadpact.run(["demo", "-o", file] + options, in: sandbox)
      #expect(consequence.exit == 0)
    }
    return sandbox
  }

  @Test func `nothing leaves the page, overflows, or stands on each other, from phone to desk`() async throws
  {
    let files = [
      "review.html": [], "running.html": ["--today", "2026-11-12"], "chinese.html": ["--lang", "zh-Hant"],
    ]
    let sandbox = try await Self.sandbox(files)
    let pages = files.keys.flatMap { file in [390, 768, 1_280].map { (file: file, width: $0) } }
    for (page, view) in zip(pages, try await Browser.views(of: pages, in: sandbox)) {
      #expect(view.width == page.width && view.scroll == page.width, "\(page)")
      #expect(view.over == [], "\(page)")
      #expect(view.clash == [], "\(page)")
      #expect(view.requests == [], "\(page)")
      #expect(view.charts.count > 3, "\(page)")
    }
  }

  @Test func `the measure finds what is wrong`() async throws {
    let sandbox = try Sandbox()
    let bad = """
      <!doctype html><body><p style="width: 2000px">wide</p><img src="http://nowhere.example/there.png">
      <svg role="img" viewBox="0 0 100 100"><text x="10" y="50">one</text><text x="12" y="50">two</text></svg>
      """
    try Data(bad.utf8).write(to: sandbox.home.appendingPathComponent("bad.html"))
    let view = try #require(try await Browser.views(of: [("bad.html", 390)], in: sandbox).first)
    #expect(view.scroll > 390 && !view.over.isEmpty && view.clash == ["one / two"])
    #expect(view.requests.count == 1)
  }

  @Test func `prints whole charts on A4 and on Letter`() async throws {
    let sandbox = try await Self.sandbox(["review.html": []])
    let page = try String(contentsOf: sandbox.home.appendingPathComponent("review.html"), encoding: .utf8)
    for (size, points) in [("A4", "594 × 841"), ("Letter", "612 × 792")] {
      let sized = page.replacing("</style>", with: "@page { size: \(size); }</style>")
      try Data(sized.utf8).write(to: sandbox.home.appendingPathComponent("\(size).html"))
      let sheets = try await Browser.sheets(of: "\(size).html", in: sandbox)
      #expect(sheets.sizes == [points])
      // The fonts of a machine move a line or two to the next sheet.
      #expect((14...26).contains(sheets.count), "\(sheets.count) sheets of \(size)")
    }

    // As it is printed: no chart is divided, and each fits on a sheet of Letter, the lower one, between its margins.
    #expect(page.contains("figure, article, .seal, caption, tr, .heat, li, dt { break-inside: avoid; }"))
    let printed = page.replacing("@media print", with: "@media all")
    try Data(printed.utf8).write(to: sandbox.home.appendingPathComponent("printed.html"))
    let view = try #require(try await Browser.views(of: [("printed.html", 680)], in: sandbox).first)
    #expect(view.charts.count > 3 && view.charts.allSatisfy { $0 < 925 }, "\(view.charts)")
    #expect(view.over == [] && view.clash == [])
  }
}
