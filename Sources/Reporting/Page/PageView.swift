/// A document as the templates of a page take it.
struct PageView {
  let language: String
  let words: ChromeView
  let title: String
  let kind: String
  let banners: [String]
  let facts: [Fact]
  let highlights: HighlightsView?
  let contents: [SectionView]
  let sections: [SectionView]
  let footer: [String]
  let appendix: AppendixView?

  init(_ document: Document) {
    let appendix = AppendixView(document)
    let covered = document.highlights?.covered ?? []
    let sections = document.sections.filter { !covered.contains($0.key) }
      .map { SectionView($0, appendix) }
    self.language = document.language.code
    self.words = ChromeView(document.language, example: appendix.example)
    self.title = document.title
    self.kind = document.kind
    self.banners = document.banners
    self.facts = document.facts
    self.highlights = document.highlights.map { HighlightsView($0, appendix) }
    self.contents = sections.count > 2 ? sections : []
    self.sections = sections
    self.footer = document.footer
    self.appendix = appendix.tables.isEmpty ? nil : appendix
  }
}

/// What the page says of its own accord, by the names that templates call it.
struct ChromeView {
  let skip: String
  let contents: String
  let glance: String
  let digest: String
  let of: String
  let appendix: String
  let appendixLead: String
  let figures: String
  let entriesTitle: String

  init(_ language: Language, example: FigureKey?) {
    skip = language(.skipToContent)
    contents = language(.onThisPage)
    glance = language(.atAGlance)
    digest = language(.digest)
    of = language(.ofWhat)
    appendix = language(.everyNumber)
    appendixLead = language(.everyNumberLead, ["example": example?.description ?? ""])
    figures = language(.figures)
    entriesTitle = language(.entriesOnRecord)
  }
}

/// A section, its blocks each of the one kind that it is.
struct SectionView {
  let key: String
  let heading: String
  let blocks: [BlockView]

  init(_ section: Section, _ appendix: AppendixView) {
    key = section.key
    heading = section.title
    var blocks: [BlockView] = []
    for block in section.blocks {
      // Charts that follow each other stand beside each other.
      if case .chart(let chart) = block, chart.table == nil, blocks.last?.charts != nil {
        blocks[blocks.count - 1].charts?.append(ChartView(chart, appendix))
      } else {
        blocks.append(BlockView(block, appendix))
      }
    }
    self.blocks = blocks
  }
}

/// A block: the one of its members that is there.
struct BlockView {
  var paragraph: String?
  var items: [String]?
  var lines: [String]?
  var changes: [Change]?
  var charts: [ChartView]?
  var chart: ChartView?
  var table: TableView?

  init(_ block: Block, _ appendix: AppendixView) {
    switch block {
    case .paragraph(let text): paragraph = text
    case .list(let items): self.items = items
    case .verbatim(let text): lines = PrintableText.lines(text)
    case .changes(let changes): self.changes = changes
    case .table(let table): self.table = table.rows.isEmpty ? nil : TableView(table, appendix)
    case .chart(let chart) where chart.table == nil: charts = [ChartView(chart, appendix)]
    case .chart(let chart): self.chart = ChartView(chart, appendix)
    }
  }
}
