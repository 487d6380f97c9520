/// Finds what someone probably meant among the names there are.
public enum Spelling {
  /// The names nearest to `word`, nearest first, none that would be a mere guess.
  ///
  /// Distance counts insertions, deletions, replacements and swaps of neighbours, without regard to case.
  public static func nearest(to word: String, among names: some Sequence<String>, limit: Int = 3) -> [String]
  {
    let wanted = Array(word.lowercased())
    return
      Set(names)
      // The distance is at least what the lengths differ by: it need not be found for a word of a megabyte.
      .filter { abs(wanted.count - $0.count) <= farthest(wanted, $0) || isPart(wanted, of: $0) }
      .map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
      .filter { $0.distance <= farthest(wanted, $0.name) || isPart(wanted, of: $0.name) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(limit)
      .map(\.name)
  }

  /// The largest distance at which `name` is more than a guess.
  private static func farthest(_ wanted: [Character], _ name: String) -> Int {
    max(1, min(wanted.count, name.count) / 3)
  }

  private static func isPart(_ wanted: [Character], of name: String) -> Bool {
    wanted.count >= 3 && wanted.count <= name.count && name.lowercased().hasPrefix(String(wanted))
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
