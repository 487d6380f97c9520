/// Shapes on an area, in tenths of a pixel from its upper left corner.
struct Picture {
  /// How wide all pictures are.
  static let width = 7_200

  let height: Int
  var shapes: [Shape] = []
}

/// A shape: the one of its members that is there.
struct Shape {
  var path: Path?
  var label: Label?

  /// Lines from point to point.
  struct Path {
    let css: String
    let d: String
  }

  /// Words at a point.
  struct Label {
    let css: String?
    let x: Int
    let y: Int
    let words: String
  }

  /// Which end of words is at their point: the style that says so.
  enum Anchor: String {
    case start = ""
    case middle = "m"
    case end = "e"
  }

  static func line(_ css: String, _ points: [(x: Int, y: Int)]) -> Shape {
    Shape(path: Path(css: css, d: moves(points)))
  }

  static func area(_ css: String, _ points: [(x: Int, y: Int)]) -> Shape {
    Shape(path: Path(css: css, d: moves(points) + "z"))
  }

  static func box(_ css: String, _ x: ClosedRange<Int>, _ y: ClosedRange<Int>) -> Shape {
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    return Shape(path: Path(css: css, d: "M\(x.lowerBound) \(y.lowerBound)h\(width)v\(height)h-\(width)z"))
  }

  /// Paths of one style as one, in the order in which each style comes first, and above them all words.
  static func merged(_ shapes: [Shape]) -> [Shape] {
    let styles = shapes.compactMap(\.path?.css)
    var lines: [String: String] = [:]
    for path in shapes.compactMap(\.path) { lines[path.css, default: ""] += path.d }
    var (paths, seen): ([Shape], Set<String>) = ([], [])
    for style in styles where seen.insert(style).inserted {
      paths.append(Shape(path: Path(css: style, d: lines[style] ?? "")))
    }
    return paths + shapes.filter { $0.path == nil }
  }

  static func text(_ words: String, _ css: String = "", at x: Int, _ y: Int, _ anchor: Anchor = .start)
    -> Shape
  {
    let css = [anchor.rawValue, css].filter { !$0.isEmpty }.joined(separator: " ")
    return Shape(label: Label(css: css.isEmpty ? nil : css, x: x, y: y, words: words))
  }

  private static func moves(_ points: [(x: Int, y: Int)]) -> String {
    "M" + points.map { "\($0.x) \($0.y)" }.joined(separator: "L")
  }
}

/// What a colour or a mark of a picture stands for.
struct LegendView {
  let css: String
  let words: String
}

/// A chart as its template takes it.
struct ChartView {
  let caption: String
  let summary: String
  let viewBox: String
  let shapes: [Shape]
  let legend: [LegendView]
  let numbers: TableView?

  init(_ chart: Chart, _ appendix: AppendixView) {
    let (picture, legend) =
      switch chart.form {
      case .course(let course): (course.picture, course.legend)
      case .bars(let bars): (bars.picture, bars.legend)
      case .steps(let steps): (steps.picture, steps.legend)
      }
    caption = chart.caption
    summary = chart.summary
    viewBox = "0 0 \(Picture.width) \(picture.height)"
    shapes = Shape.merged(picture.shapes)
    self.legend = legend
    numbers = chart.table.map { TableView($0, appendix) }
  }
}
