import Agreement

extension ContractReader {
  /// A metric: one value, a value with its source, or a schedule of them by quarter.
  mutating func metric<Figure>(
    _ metric: FunnelMetric,
    in section: Section,
    _ read: (String) throws(Unreadable) -> Figure
  ) -> Metric<Figure>? {
    let key = metric.rawValue
    guard let entry = section[key] else { return nil }
    let path = section.path + [key]
    guard case .mapping(let entries) = entry.value.content, entries.contains(where: \.isTimed) else {
      let figure = figure(entry.value, at: entry.place, path: path, read)
      if figure == nil { unsound.insert(path) }
      return figure.map { Metric($0.figure, source: $0.source) }
    }
    guard let steps = steps(entries, path: path, read) else {
      unsound.insert(path)
      return nil
    }
    guard let term else { return steps.first.map { Metric($0.figure, source: $0.source) } }
    guard let metric = Metric(steps: steps, startingIn: term.first) else {
      let first = Quarter(containing: term.first, fiscalYearStart: fiscalYearStart ?? 1)
      findings.report(
        entry.place,
        "\(key): the schedule has no value for the term's first month \(term.first); add one for \(first)"
      )
      unsound.insert(path)
      return nil
    }
    return metric
  }

  /// The steps of a schedule; nil where one cannot be read.
  private mutating func steps<Figure>(
    _ entries: [SourceNode.Entry],
    path: [String],
    _ read: (String) throws(Unreadable) -> Figure
  ) -> [Metric<Figure>.Step]? {
    var steps: [Metric<Figure>.Step] = []
    var isComplete = true
    for entry in entries {
      let quarter = quarter(of: entry)
      let figure = figure(entry.value, at: entry.place, path: path + [entry.key], read)
      guard let quarter, let figure else {
        isComplete = false
        continue
      }
      guard !steps.contains(where: { $0.from == quarter }) else {
        findings.report(entry.keyPlace, "\(quarter) is there twice; keep one of them")
        continue
      }
      steps.append(Metric.Step(from: quarter, figure: figure.figure, source: figure.source))
    }
    return isComplete ? steps : nil
  }

  private mutating func quarter(of entry: SourceNode.Entry) -> Quarter? {
    // Where the start of the year cannot be read, nothing can be said of its quarters.
    guard let fiscalYearStart else { return nil }
    do throws(Unreadable) { return try Quarter(entry.key, fiscalYearStart: fiscalYearStart) } catch {
      findings.report(entry.keyPlace, "\(error.shortened)")
      return nil
    }
  }

  /// `34%`, or `{value: 34%, source: "measured …"}`.
  private mutating func figure<Figure>(
    _ node: SourceNode,
    at place: Place,
    path: [String],
    _ read: (String) throws(Unreadable) -> Figure
  ) -> (figure: Figure, source: MetricSource)? {
    guard case .mapping = node.content else {
      return value(of: node, at: place, named: path.last ?? "", read).map { ($0, .assumed) }
    }
    guard let section = section(node, at: place, path: path, .figure) else { return nil }
    let figure = value("value", in: section, read)
    let source = section["source"] == nil ? .assumed : value("source", in: section, MetricSource.init(_:))
    guard let figure, let source else { return nil }
    return (figure, source)
  }
}

extension SourceNode.Entry {
  /// Whether the key is meant as a month, a quarter or a year: `2026-Q1`, `FY2026`.
  var isTimed: Bool {
    let digits = key.uppercased().hasPrefix("FY") ? key.dropFirst(2) : key[...]
    return digits.first.map { $0.isASCII && $0.isNumber } ?? false
  }
}
