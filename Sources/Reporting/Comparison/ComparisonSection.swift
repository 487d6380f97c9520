import Agreement

extension Comparison {
  /// The comparison laid out, from the figures of the two reports.
  func section(figures now: [Figure], _ then: [Figure]) -> Section {
    let pairs = FigurePairs(comparison: self, now: now, then: then)
    var blocks: [Block] = [.list([summary(pairs)] + notes)]
    let tables = [
      table(language(.value), pairs, wholeRows), table(language(.byStream), pairs, streamRows),
      table(language(.byLeadType), pairs, leadTypeRows),
      table(language(.commitments), pairs, commitmentRows),
    ]
    blocks += tables.compactMap { $0.map(Block.table) }
    return Section("comparison", language(.comparedWith, ["period": name]), blocks)
  }

  /// The earlier period, with the contract where it is another one.
  var name: String {
    other.map { language(.periodOfContract, ["period": earlier.label, "contract": $0]) } ?? earlier.label
  }

  private func labelled(_ what: String, _ figure: String) -> String {
    language(.labelled, ["label": what, "value": figure])
  }

  /// A line of a table: what it is about, and the figure.
  struct Line {
    let label: String
    var stream: Name?
    var leadType: Name?
    let name: String
  }

  private func table(_ caption: String, _ pairs: FigurePairs, _ lines: [Line]) -> Table? {
    let rows = lines.compactMap { line in
      pairs.cells(line).map { Table.Row([.text(language.leading(line.label))] + $0) }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      caption,
      columns: [
        .init("what", ""), .init("then", name, isNumeric: true),
        .init("now", period.label, isNumeric: true),
        .init("change", language(.change), isNumeric: true),
      ], rows: rows)
  }

  private var wholeRows: [Line] {
    [
      Line(label: language(.valueDelivered), name: "value-delivered"),
      Line(label: language(.valueOwed), name: "value-due"),
      Line(label: language(.attainment), name: "attainment"),
    ] + (reach == nil && streams.count > 1 ? revenueLines(of: nil, prefix: "quota") : [])
  }

  /// What the leads behind the quotas have brought, of one stream or of all.
  private func revenueLines(of stream: Stream?, prefix: String) -> [Line] {
    [
      (language(.revenueInput), "revenue"), (language(.revenueDue), "revenue-due"),
      (language(.revenueAttained), "revenue-ratio"),
    ].map { words, name in
      Line(
        label: stream.map { labelled($0.title, words) } ?? words, stream: stream?.name,
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
          label: labelled(stream.title, language(.valueDelivered)), stream: stream.name,
          name: "value-delivered"),
        Line(
          label: labelled(stream.title, language(.attainment)), stream: stream.name,
          name: "attainment"),
      ]
      // What the leads of a running period's quotas have brought is not told by business days.
      guard reach == nil else { return streams.count > 1 ? lines : [] }
      return (streams.count > 1 ? lines : []) + revenueLines(of: stream, prefix: "quota")
    }
  }

  private var leadTypeRows: [Line] {
    now.leadTypes.flatMap { stream, type in
      let title = streams.count > 1 ? labelled(stream.title, type.title) : type.title
      return [
        Line(
          label: labelled(title, language(.leadsInput)), stream: stream.name,
          leadType: type.name, name: "leads-delivered"),
        Line(
          label: labelled(title, language(.attainment)), stream: stream.name,
          leadType: type.name, name: "attainment"),
      ]
    }
  }

  private var commitmentRows: [Line] {
    let records = now.commitments.map { record in
      let isMeasure = if case .measure = record.promise { true } else { false }
      return Line(
        label: record.promise.title(in: language),
        name: "\(record.promise.subject)-\(isMeasure ? "mean" : "ratio")")
    }
    let unit = ResponseUnit(now.contract)
    let median = labelled(language(.firstContact), language.within(language(unit.median)))
    return records + [Line(label: median, name: "follow-up-response-median-\(unit.name)")]
  }

  /// How attainment moved, in a sentence.
  private func summary(_ pairs: FigurePairs) -> String {
    guard let pair = pairs.pair(Line(label: "", name: "attainment")),
      case .score(let points)? = pair.then.quantity.change(to: pair.now.quantity)
    else { return language(.nothingOwedInOne, ["period": name]) }
    let now = QuantityFormat.people(pair.now.quantity)
    guard points.millionths != 0 else { return language(.attainmentSame, ["now": now, "period": name]) }
    let size = Score(millionths: abs(points.millionths))
    let isOne = size.millionths == 1_000_000
    return language(
      points.millionths > 0 ? .attainmentMore : .attainmentFewer,
      [
        "now": now, "points": language(isOne ? .percentagePoint : .percentagePoints, ["points": size]),
        "then": QuantityFormat.people(pair.then.quantity), "period": name,
      ])
  }
}
