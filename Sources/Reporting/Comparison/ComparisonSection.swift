import Agreement

extension Comparison {
  /// The comparison laid out, from the figures of the two reports.
  func section(figures now: [Figure], _ then: [Figure]) -> Section {
    let pairs = FigurePairs(comparison: self, now: now, then: then)
    var blocks: [Block] = [.list([summary(pairs)] + notes)]
    let tables = [
      table(ComparisonWords.whole, pairs, wholeRows), table(ComparisonWords.byStream, pairs, streamRows),
      table(ComparisonWords.byLeadType, pairs, leadTypeRows),
      table(ComparisonWords.commitments, pairs, commitmentRows),
    ]
    blocks += tables.compactMap { $0.map(Block.table) }
    return Section("comparison", ComparisonWords.title(name), blocks)
  }

  /// The earlier period, with the contract where it is another one.
  var name: String { other.map { ComparisonWords.period(earlier.label, of: $0.text) } ?? earlier.label }

  /// A line of a table: what it is about, and the figure.
  struct Line {
    let label: String
    var stream: Name?
    var leadType: Name?
    let name: String
  }

  private func table(_ caption: String, _ pairs: FigurePairs, _ lines: [Line]) -> Table? {
    let rows = lines.compactMap { line in
      pairs.cells(line).map { Table.Row([.text(line.label.uppercasedFirst)] + $0) }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      caption,
      columns: [
        .init("what", ""), .init("then", name, isNumeric: true),
        .init("now", period.label, isNumeric: true),
        .init("change", ComparisonWords.change, isNumeric: true),
      ], rows: rows)
  }

  private var wholeRows: [Line] {
    [
      Line(label: ComparisonWords.delivered, name: "value-delivered"),
      Line(label: ComparisonWords.owed, name: "value-due"),
      Line(label: ComparisonWords.attainment, name: "attainment"),
    ] + (reach == nil && streams.count > 1 ? Self.revenueLines(of: nil, prefix: "all-quota") : [])
  }

  /// What the leads behind the quotas have brought, of one stream or of all.
  private static func revenueLines(of stream: Stream?, prefix: String) -> [Line] {
    [
      (ComparisonWords.revenue, "revenue"), (ComparisonWords.revenueDue, "revenue-due"),
      (ComparisonWords.revenueRatio, "revenue-ratio"),
    ].map { words, name in
      Line(
        label: stream.map { ComparisonWords.line($0.title, words) } ?? words, stream: stream?.name,
        name: "\(prefix)-\(name)")
    }
  }

  private var streams: [Stream] {
    var streams: [Stream] = []
    for (stream, _) in now.leadTypes where !streams.contains(where: { $0.name == stream.name }) {
      streams.append(stream)
    }
    return streams
  }

  private var streamRows: [Line] {
    streams.flatMap { stream in
      let lines = [
        Line(
          label: ComparisonWords.line(stream.title, ComparisonWords.delivered), stream: stream.name,
          name: "value-delivered"),
        Line(
          label: ComparisonWords.line(stream.title, ComparisonWords.attainment), stream: stream.name,
          name: "attainment"),
      ]
      // What the leads of a running period's quotas have brought is not told by business days.
      guard reach == nil else { return streams.count > 1 ? lines : [] }
      return (streams.count > 1 ? lines : []) + Self.revenueLines(of: stream, prefix: "quota")
    }
  }

  private var leadTypeRows: [Line] {
    now.leadTypes.flatMap { stream, type in
      let title = streams.count > 1 ? ComparisonWords.line(stream.title, type.title) : type.title
      return [
        Line(
          label: ComparisonWords.line(title, ComparisonWords.leads), stream: stream.name,
          leadType: type.name, name: "leads-delivered"),
        Line(
          label: ComparisonWords.line(title, ComparisonWords.attainment), stream: stream.name,
          leadType: type.name, name: "attainment"),
      ]
    }
  }

  private var commitmentRows: [Line] {
    let records = now.commitments.map { record in
      let isMeasure = if case .measure = record.promise { true } else { false }
      return Line(
        label: record.promise.title, name: "\(record.promise.subject)-\(isMeasure ? "mean" : "ratio")")
    }
    let unit = ResponseUnit(now.contract)
    return records + [
      Line(label: ComparisonWords.median(unit.words), name: "follow-up-response-median-\(unit.name)")
    ]
  }

  /// How attainment moved, in a sentence.
  private func summary(_ pairs: FigurePairs) -> String {
    guard let pair = pairs.pair(Line(label: "", name: "attainment")),
      case .score(let points)? = pair.then.quantity.change(to: pair.now.quantity)
    else { return ComparisonWords.noAttainment(name) }
    let now = QuantityFormat.people(pair.now.quantity)
    let then = QuantityFormat.people(pair.then.quantity)
    return ComparisonWords.attainmentMoved(to: now, by: points, from: then, in: name)
  }
}
