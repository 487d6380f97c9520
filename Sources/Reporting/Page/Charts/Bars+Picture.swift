extension Bars {
  var legend: [LegendView] {
    [
      LegendView(css: "k-bar", words: names.figure), LegendView(css: "k-agreed", words: names.agreed),
      names.interval.map { LegendView(css: "k-interval", words: $0) },
    ].compactMap(\.self)
  }

  /// A row for each bar: its label, the bar with interval and mark, and the figure.
  var picture: Picture {
    let all = groups.flatMap(\.bars)
    let titles = groups.count { $0.title != nil }
    var picture = Picture(height: 60 + titles * Self.title + all.count * Self.row + 300)
    let (left, right) = (2_000, 5_900)
    let quantities = all.flatMap { [$0.figure?.quantity, $0.high?.quantity, $0.agreed].compactMap(\.self) }
    let ticks = Ticks.covering(quantities.compactMap(\.extent))
    let across = Scale((ticks.first ?? 0)...(ticks.last ?? 1), over: left...right)
    let bottom = picture.height - 300
    if let unit = all.first?.agreed {
      for tick in ticks {
        picture.shapes.append(
          .line(tick == 0 ? "axis" : "grid", [(across(tick), 40), (across(tick), bottom)]))
        picture.shapes.append(.text(unit.tick(tick), at: across(tick), bottom + 220, .middle))
      }
    }
    var y = 60
    for group in groups {
      if let title = group.title {
        picture.shapes.append(.text(title, "b", at: 0, y + 250))
        y += Self.title
      }
      for bar in group.bars {
        draw(bar, at: y, on: across, from: left, in: &picture)
        y += Self.row
      }
    }
    return picture
  }

  private static let row = 280
  private static let title = 340

  private func draw(_ bar: Bar, at y: Int, on across: Scale, from left: Int, in picture: inout Picture) {
    let (zero, middle) = (across(0), y + Self.row / 2)
    picture.shapes.append(.text(bar.label, at: left - 100, middle + 45, .end))
    if let figure = bar.figure, let extent = figure.quantity.extent {
      let end = across(extent)
      picture.shapes.append(
        .box("bar \(bar.judgement.word)", min(zero, end)...max(zero, end), (middle - 70)...(middle + 70)))
    }
    if let low = bar.low?.quantity.extent.map(across.callAsFunction),
      let high = bar.high?.quantity.extent.map(across.callAsFunction)
    {
      picture.shapes.append(.line("interval", [(low, middle), (high, middle)]))
      for end in [low, high] {
        picture.shapes.append(.line("interval", [(end, middle - 50), (end, middle + 50)]))
      }
    }
    if let agreed = bar.agreed.extent.map(across.callAsFunction) {
      picture.shapes.append(.line("agreed", [(agreed, middle - 120), (agreed, middle + 120)]))
    }
    let words = bar.figure.map { QuantityFormat.people($0.quantity) } ?? "—"
    picture.shapes.append(.text(words + bar.judgement.sign, "v", at: Picture.width, middle + 45, .end))
  }
}

extension Judgement {
  /// A sign beside a figure, so that colour is not all that tells.
  fileprivate var sign: String {
    switch self {
    case .good: " ✓"
    case .bad: " ✕"
    case .open: " ·"
    }
  }
}
