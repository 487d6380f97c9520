extension Steps {
  var legend: [LegendView] {
    [LegendView(css: "k-more", words: names.more), LegendView(css: "k-less", words: names.less)]
  }

  /// A row for each part, from where the last one ended, and below them the sum.
  var picture: Picture {
    var picture = Picture(height: (parts.count + 1) * Self.row + 420)
    let (left, right) = (2_150, 5_700)
    var ends = [0]
    for part in parts {
      ends.append(Int(clamping: Int128(ends[ends.count - 1]) + Int128(part.figure.quantity.extent ?? 0)))
    }
    let ticks = Ticks.covering(ends + [sum.figure.quantity.extent ?? 0])
    let across = Scale((ticks.first ?? 0)...(ticks.last ?? 1), over: left...right)
    let bottom = picture.height - 320
    for tick in ticks {
      picture.shapes.append(.line(tick == 0 ? "axis" : "grid", [(across(tick), 40), (across(tick), bottom)]))
      picture.shapes.append(.text(sum.figure.quantity.tick(tick), at: across(tick), bottom + 220, .middle))
    }
    for (place, part) in parts.enumerated() {
      let y = 40 + place * Self.row
      let (from, to) = (across(ends[place]), across(ends[place + 1]))
      let css = ends[place + 1] >= ends[place] ? "more" : "less"
      picture.shapes.append(.box(css, min(from, to)...max(from, to), (y + 80)...(y + Self.row - 80)))
      picture.shapes.append(.line("join", [(to, y + 80), (to, y + Self.row + 80)]))
      label(part, at: y, left, in: &picture)
    }
    let y = 40 + parts.count * Self.row
    let (zero, end) = (across(0), across(sum.figure.quantity.extent ?? 0))
    picture.shapes.append(.box("sum", min(zero, end)...max(zero, end), (y + 80)...(y + Self.row - 80)))
    label(sum, at: y, left, in: &picture, css: "b")
    return picture
  }

  private static let row = 380

  private func label(_ part: Part, at y: Int, _ left: Int, in picture: inout Picture, css: String = "") {
    let baseline = y + Self.row / 2 + 45
    picture.shapes.append(.text(part.label, css, at: left - 120, baseline, .end))
    picture.shapes.append(
      .text(QuantityFormat.people(part.figure.quantity), "v \(css)", at: Picture.width, baseline, .end))
  }
}
