import Agreement

/// Bars and sparklines, in signs that are one column wide.
enum Drawing {
  /// What was delivered of what a month owes, in `cells` signs: `█` delivered, `▓` delivered ahead of what is due by
  /// today, `░` due by today and missing, `·` owed later; empty where nothing is owed.
  static func bar(delivered: Money, dueSoFar: Money, due: Money, cells: Int) -> String {
    guard due.minorUnits > 0, cells > 0 else { return "" }
    let there = reach(delivered, of: due, in: cells)
    let today = reach(dueSoFar, of: due, in: cells)
    return (0..<cells).map { cell in
      switch (cell < there, cell < today) {
      case (true, true): "█"
      case (true, false): "▓"
      case (false, true): "░"
      case (false, false): "·"
      }
    }.joined()
  }

  /// The amounts as a row of columns, the highest of them full; `·` stands for nothing, or less.
  static func sparkline(_ amounts: [Money]) -> String {
    guard let highest = amounts.max(by: { $0.minorUnits < $1.minorUnits }) else { return "" }
    return amounts.map { amount in
      amount.minorUnits > 0
        ? columns[max(1, reach(amount, of: highest, in: columns.count)) - 1] : "·"
    }.joined()
  }

  private static let columns = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// How many of `cells` an amount fills, rounded half up, where `whole`, above 0, fills all.
  private static func reach(_ amount: Money, of whole: Money, in cells: Int) -> Int {
    let (part, all) = (Int128(amount.minorUnits), Int128(whole.minorUnits))
    return min(cells, max(0, Int(clamping: (2 * part * Int128(cells) + all) / (2 * all))))
  }
}
