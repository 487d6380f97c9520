import Agreement
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// What every page keeps, whatever stands in it.
@Suite struct PageTests {
  private static func page(saying text: String) -> String {
    let figure = Figure(
      FigureKey(period: "2026", stream: text, "leads"), .count(7),
      Derivation(
        formula: text, computation: "\(text) + 1", clause: text,
        inputs: [Derivation.Input(text, text, source: text)], entries: [text, "another"]))
    let table = Table(
      text, columns: [.init("a", text), .init("b", text, isNumeric: true), .init("c", text)],
      rows: [
        Table.Row([.text(text), .noted(figure, text), .judged(text, .bad)]),
        Table.Row([.text(text), .drawn(text, []), .text(text)], isTotal: true),
      ])
    let bars = Bars(
      [Bars.Group(text, [Bars.Bar(text, figure, agreed: .count(8), .bad)])], names: (text, text, text))
    return Document(
      kind: "quarter", title: text, banners: [text], facts: [Fact("fact", text, text)],
      highlights: Highlights(
        verdicts: [
          SideVerdict(
            text, .bad, gauge: Gauge(text, delivered: figure, ratio: figure, due: figure), [text, text])
        ],
        seals: [
          Seal(
            text, .open, digest: text,
            words: [Seal.Word(name: text, role: text, word: text, judgement: .good)])
        ], covered: []),
      sections: [
        Section(
          "one", text,
          [
            .paragraph(text), .list([text]), .verbatim(text), .table(table),
            .changes([Change(text, from: text, to: text)]), .chart(Chart(text, summary: text, .bars(bars))),
          ])
      ], footer: [text]
    ).rendered(as: .html)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "</title><b>",
    "a & b &lt;",
    "\"\u{301} onclick=alert(1) x=\"", "<\u{338}img src=x>", "</style><img src=x>", "-->", "]]>",
    "{{title}} {{{title}}}",
  ])
  func `names are shown, never obeyed`(name: String) throws {
    let page = ReadPage(Self.page(saying: name))
    #expect(page.tags("script").isEmpty && page.tags("img").isEmpty && page.tags("title").count == 2)
    let plain = ReadPage(Self.page(saying: "name"))
    // The same tags with the same attributes: the name has opened nothing.
    #expect(page.pieces.compactMap(\.shape) == plain.pieces.compactMap(\.shape))
    #expect(page.tags("h1").count == 1)
    #expect(page.pieces.contains { if case .words(name) = $0 { true } else { false } })
  }

  @Test(arguments: ["\u{202E}yraM", "\u{1B}[2J", "\u{0}", "a\u{2028}b", "\u{2066}x"])
  func `signs that deceive are told by their numbers`(name: String) throws {
    let page = Self.page(saying: name)
    #expect(!page.unicodeScalars.contains { $0 != "\n" && $0.isTreacherous })
  }

  @Test func `any text leaves the page as it is`() throws {
    let plain = ReadPage(Self.page(saying: "name")).pieces.compactMap(\.shape)
    try forRandomCases(60) { random, seed in
      let text = random.text(words: 6)
      guard !text.isEmpty else { return }
      #expect(ReadPage(Self.page(saying: text)).pieces.compactMap(\.shape).count == plain.count, seed)
    }
  }

  /// The documents that are looked at.
  private static var documents: [Document] {
    get throws {
      try AccordTests.Specimen.allCases.map { try $0.document } + [
        Sample.calculation(), LeadSample.overdue(), LeadSample.disputes(), LeadSample.sheet("D-1"),
        Sample.review().explanation(of: "2026-Q1/smb/website-form/attainment"),
        LeadSample.quarter(in: .traditionalChinese),
      ]
    }
  }

  @Test func `a page asks for nothing else, and every link stays on it`() throws {
    for document in try Self.documents {
      let html = document.rendered(as: .html)
      let page = ReadPage(html)
      let ids = page.values(of: "id")
      #expect(Set(ids).count == ids.count, "each id once in \(document.title)")
      let targets = page.values(of: "href")
      #expect(targets.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
      #expect(page.values(of: "src").isEmpty && page.tags("script").isEmpty && page.tags("link").isEmpty)
      #expect(!html.contains("url(") && !html.contains("@import"))
      let policy = page.tags("meta").first { $0["http-equiv"] == "Content-Security-Policy" }
      #expect(policy?["content"]?.hasPrefix("default-src 'none'; style-src 'unsafe-inline';") == true)
      #expect(page.tags("html").first?["lang"] == document.language.code)
    }
  }

  @Test func `headings come in order, tables have captions and scopes, charts have words`() throws {
    for document in try Self.documents {
      let page = ReadPage(document.rendered(as: .html))
      var level = 0
      for case .open(let name, _) in page.pieces {
        guard name.count == 2, name.first == "h", let next = name.last?.wholeNumberValue else { continue }
        #expect(next <= level + 1, "\(name) after h\(level)")
        level = next
      }
      #expect(page.tags("th").allSatisfy { $0["scope"] != nil })
      #expect(page.tags("svg").allSatisfy { $0["role"] == "img" || $0["aria-hidden"] == "true" })
      let drawn = page.tags("svg").count { $0["role"] == "img" }
      #expect(page.tags("desc").count == drawn)
    }
  }

  @Test func `what the first screen says at length is not said again`() throws {
    let document = try LeadSample.quarter()
    let highlights = try #require(document.highlights)
    let verdict = try #require(document.sections.first { $0.key == "verdict" })
    guard case .list(let sentences) = verdict.blocks[0] else { throw LeadSample.Absent() }
    #expect(highlights.verdicts.flatMap(\.sentences) == sentences)
    let ids = ReadPage(document.rendered(as: .html)).values(of: "id")
    #expect(!ids.contains("verdict") && !ids.contains("sign-off") && ids.contains("glance"))
  }
}

extension ReadPage.Piece {
  /// The tag without what its attributes say; nil for words.
  fileprivate var shape: String? {
    switch self {
    case .open(let name, let attributes): "<\(name) \(attributes.keys.sorted().joined(separator: " "))>"
    case .close(let name): "</\(name)>"
    case .words: nil
    }
  }
}
