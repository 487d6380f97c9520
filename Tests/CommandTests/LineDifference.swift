/// Expected and actual lines side by side, as `diff` shows them: `-` is missing, `+` is too many.
struct LineDifference: CustomStringConvertible {
  let description: String

  init(expected: [String], actual: [String]) {
    var removed: [Int: String] = [:]
    var inserted: [Int: String] = [:]
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }

    var shown: [String] = []
    var (old, new) = (0, 0)
    while old < expected.count || new < actual.count {
      if let line = removed[old] {
        shown.append("- " + line)
        old += 1
      } else if let line = inserted[new] {
        shown.append("+ " + line)
        new += 1
      } else {
        shown.append("  " + expected[old])
        old += 1
        new += 1
      }
    }
    description = shown.joined(separator: "\n")
  }
}
