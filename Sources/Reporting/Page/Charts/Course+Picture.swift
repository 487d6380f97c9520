import Agreement

extension Course {
  var legend: [LegendView] {
    [
      LegendView(css: "k-line", words: names.delivered), LegendView(css: "k-due", words: names.due),
      LegendView(css: "k-band", words: names.band),
    ]
  }

  /// The lines from the period's first morning on, with the band around the one that is due.
  var picture: Picture {
    var picture = Picture(height: 3_900)
    guard let last = points.last else { return picture }
    let (left, right, top, bottom) = (760, Picture.width - 160, 240, 3_540)
    let due = points.map { (day: $0.day, extent: $0.due.quantity.extent ?? 0) }
    let delivered = points.compactMap { point in
      point.delivered?.quantity.extent.map { (day: point.day, extent: $0) }
    }
    let upper = due.map { (day: $0.day, extent: $0.extent.part(Share.whole + tolerance.partsPerMillion)) }
    let lower = due.map { (day: $0.day, extent: $0.extent.part(Share.whole - tolerance.partsPerMillion)) }
    let ticks = Ticks.covering((upper + delivered).map(\.extent))
    // A day's end is where its morning is and a day on.
    let (first, end) = (days.first.number, days.last.number + 1)
    let across = Scale(first...end, over: left...right)
    let up = Scale((ticks.first ?? 0)...(ticks.last ?? 1), from: bottom, upTo: top)
    func place(_ point: (day: Day, extent: Int)) -> (x: Int, y: Int) {
      (across(point.day.number + 1), up(point.extent))
    }
    let start = (x: left, y: up(0))

    for tick in ticks {
      picture.shapes.append(.line(tick == 0 ? "axis" : "grid", [(left, up(tick)), (right, up(tick))]))
      picture.shapes.append(.text(last.due.quantity.tick(tick), at: left - 90, up(tick) + 40, .end))
    }
    for mark in marks {
      let x = across(mark.day.number)
      picture.shapes.append(.line("axis", [(x, bottom), (x, bottom + 60)]))
      picture.shapes.append(.text(mark.label, at: x + 40, bottom + 230))
    }
    picture.shapes.append(.area("band", [start] + upper.map(place) + lower.reversed().map(place)))
    picture.shapes.append(.line("due", [start] + due.map(place)))
    guard let reached = delivered.last else { return picture }
    let line = [start] + delivered.map(place)
    picture.shapes.append(.line("line", line))
    let (x, y) = place(reached)
    picture.shapes.append(.box("dot", (x - 45)...(x + 45), (y - 45)...(y + 45)))
    return picture
  }
}

extension Int {
  /// So many parts per million of the number.
  fileprivate func part(_ partsPerMillion: Int) -> Int {
    Int(clamping: Int128(self) * Int128(partsPerMillion) / Int128(Share.whole))
  }
}
