extension Collection<Observation> {
  /// Those of the current observations on one subject that make its figure, so that no lead counts twice.
  ///
  /// Within a span of days, a value for the whole team is the figure. Where there is none, the values of the
  /// streams add up, and for a stream without a value those of its reps. Where no stream has a value either, those
  /// of the reps add up, for each rep the value over all streams before those on single ones. Levels never add
  /// up. A count of nothing due, which takes an entry back, stands only where there is nothing else.
  var counted: [Observation] {
    let spans = Dictionary(grouping: self, by: \.days).values
    let counted = spans.flatMap { span in
      let stated = span.filter { !$0.isEmpty }
      return (stated.isEmpty ? span : stated).countedOfOneSpan
    }
    return counted.sorted { ($0.days.last, $0.mark.number) < ($1.days.last, $1.mark.number) }
  }

  private var countedOfOneSpan: [Observation] {
    let team = filter { $0.stream == nil && $0.rep == nil }
    if !team.isEmpty { return team }
    let streams = filter { $0.rep == nil }
    guard streams.isEmpty else {
      let covered = Set(streams.map(\.stream))
      return streams + filter { $0.stream != nil && !covered.contains($0.stream) }
    }
    let wide = filter { $0.stream == nil }
    let covered = Set(wide.map(\.rep))
    return wide + filter { !covered.contains($0.rep) && $0.stream != nil }
  }
}

extension Observation {
  /// Whether it counts no lead at all.
  var isEmpty: Bool { finding == .kept(met: 0, due: 0) }
}
