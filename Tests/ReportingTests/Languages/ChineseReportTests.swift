import Agreement
import Testing

@testable import Reporting

/// Whole reports in Traditional Chinese.
@Suite struct ChineseReportTests {
  @Test func `say nothing in English but what was recorded so`() throws {
    var seen = 0
    for entry in try ToldLedgers.all() {
      let allowed = LatinWords.kept.union(entry.recordedWords())
      for document in try entry.documents(in: .traditionalChinese) {
        for line in document.everythingSaid {
          #expect(LatinWords.of(line, beside: allowed) == [], "\(entry.name), \(document.title): \(line)")
          seen += 1
        }
      }
    }
    #expect(seen > 5_000)
  }

  @Test func `on several contracts say nothing in English but what was recorded so`() throws {
    let entries = try ToldLedgers.all()
    let allowed = entries.reduce(into: LatinWords.kept) { $0.formUnion($1.recordedWords()) }
    let today = try Day("2026-04-10")
    var named: Set<Name> = []
    let parts = try entries.filter { named.insert($0.ledger.history.newest.contract.name).inserted }
      .compactMap {
        entry in
        let period = ReportedPeriod.quarter(try Quarter("2026-Q1", fiscalYearStart: 1))
        return try ContractsReport.Part(
          period, of: entry.ledger, today: today,
          comparison: Comparison(period, of: entry.ledger, with: period, of: entries[0].ledger, today: today))
      }
    try #require(parts.count > 1)
    let report = ContractsReport(parts, leftOut: [try Name("other-2024")], today: today)
    let document = try report.document(Provenance(journalHead: "5f0c"), in: .traditionalChinese)
    for line in document.everythingSaid {
      #expect(LatinWords.of(line, beside: allowed.union(["other"])) == [], "\(line)")
    }
  }

  @Test func `would be caught at English words`() throws {
    let entry = try #require(try ToldLedgers.all().first)
    let allowed = LatinWords.kept.union(entry.recordedWords())
    let words = try entry.documents(in: .english).flatMap(\.everythingSaid).flatMap {
      LatinWords.of($0, beside: allowed)
    }
    #expect(Set(words).isSuperset(of: ["Marketing", "Verdict", "owed", "delivered"]))
  }

  @Test func `have the same figures under the same keys as in English, and tell machines the same`() throws {
    for entry in try ToldLedgers.all() {
      let pairs = zip(
        try entry.documents(in: .english), try entry.documents(in: .traditionalChinese))
      for (english, chinese) in pairs {
        #expect(english.figures.map(\.key) == chinese.figures.map(\.key))
        #expect(english.figures.map(\.quantity) == chinese.figures.map(\.quantity))
        // Without figures CSV is a table of sentences.
        if !english.figures.isEmpty {
          #expect(english.rendered(as: .csv) == chinese.rendered(as: .csv))
        }
        #expect(english.sections.map(\.key) == chinese.sections.map(\.key))
        #expect(english.facts.map(\.key) == chinese.facts.map(\.key))
        #expect(Self.columnKeys(english) == Self.columnKeys(chinese))
        #expect(chinese.language == .traditionalChinese)
      }
    }
  }

  private static func columnKeys(_ document: Document) -> [[String]] {
    tables(document).map { $0.columns.map(\.key) }
  }

  private static func tables(_ document: Document) -> [Table] {
    document.sections.flatMap(\.blocks).compactMap(\.table)
  }

  @Test(arguments: [60, 80, 100, 133])
  func `fit in lines, with tables aligned and no line that begins with a closing sign`(width: Int) throws {
    for entry in try ToldLedgers.all().prefix(2) {
      for document in try entry.documents(in: .traditionalChinese) {
        for table in Self.tables(document) where !table.rows.isEmpty {
          let lines = TextTable(table, width: width - 2, style: .plain, in: .traditionalChinese).lines
          #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1, "\(table.caption) in \(width)")
        }
        for sentence in document.sections.flatMap(\.sentences) + document.banners + document.footer {
          for line in sentence.wrapped(at: width) {
            #expect(DisplayWidth.of(line) <= width, "\(line)")
            let isClosed = line.first.map { "，。、；：）」！？%→".contains($0) } ?? false
            #expect(!isClosed && !line.hasSuffix("（") && !line.hasSuffix("「"), "\(line)")
          }
        }
      }
    }
  }

  @Test func `look as they did`() throws {
    let quarter = try LeadSample.quarter(in: .traditionalChinese)
    try Golden.expect(quarter.rendered(as: .text), toBeIn: "leads-quarter.zh-Hant.txt")
    try Golden.expect(quarter.rendered(as: .markdown), toBeIn: "leads-quarter.zh-Hant.md")
    let month = try LeadSample.review(.month(Month("2026-02")), in: .traditionalChinese)
    try Golden.expect(month.rendered(as: .text), toBeIn: "leads-month.zh-Hant.txt")
  }

  @Test func `of a week and of a day look as they did`() throws {
    let ledger = try PairLedger.troubled().ledger()
    let week = try #require(
      try WeekReview(Week("2026-W14"), of: ledger, today: Day("2026-04-10")))
    try Golden.expect(
      week.document(Provenance(), in: .traditionalChinese).rendered(as: .text),
      toBeIn: "week.zh-Hant.txt")
    let standup = try Standup(of: ledger, from: .end(of: Day("2026-04-10")), in: .traditionalChinese)
    try Golden.expect(
      standup.document(Provenance()).rendered(as: .text, layout: TextRenderer(width: 80)),
      toBeIn: "standup.zh-Hant.txt")
    try Golden.expect(
      standup.document(Provenance()).rendered(as: .json), toBeIn: "standup.zh-Hant.json")
    let check = try BreachReport(
      of: [ledger], from: .end(of: Day("2026-04-10")), in: .traditionalChinese)
    try Golden.expect(
      check.document(Provenance()).rendered(as: .text), toBeIn: "check.zh-Hant.txt")
  }

  @Test func `explain a figure`() throws {
    let quarter = try LeadSample.quarter(in: .traditionalChinese)
    let explanation = try quarter.explanation(of: "2026-Q1/smb/website/shortfall-volume")
    try Golden.expect(explanation.rendered(as: .text), toBeIn: "shortfall-explanation.zh-Hant.txt")
  }
}
