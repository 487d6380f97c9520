extension Table {
  /// The table in parts of at most `width` columns of text, each led by the columns of words that it begins with.
  ///
  /// Every number stands in one part, whole. One part is the table itself where that fits, or cannot be divided.
  func divided(toFit width: Int, in language: Language = .english) -> [Table] {
    let widths = columns.indices.map { TextColumn(self, at: $0, in: language).narrowest }
    func total(_ indices: [Int]) -> Int {
      indices.reduce(TextTable.gap.count * (indices.count - 1)) { $0 + widths[$1] }
    }
    let all = Array(columns.indices)
    guard total(all) > width else { return [self] }

    let words = Array(all.prefix { !isFlushRight(at: $0) })
    // A table of words alone is led by its first column; labels that leave no room for numbers by fewer.
    var leading = words.isEmpty || words.count == all.count ? Array(all.prefix(1)) : words
    while leading.count > 1, total(leading) > width / 2 { leading.removeLast() }

    var parts: [[Int]] = []
    for index in all.dropFirst(leading.count) {
      if let last = parts.last, total(leading + last + [index]) <= width {
        parts[parts.count - 1].append(index)
      } else {
        parts.append([index])
      }
    }
    return parts.map { keeping(leading + $0) }
  }

  private func keeping(_ indices: [Int]) -> Table {
    Table(
      caption, columns: indices.map { columns[$0] },
      rows: rows.map { row in Row(indices.map { row.cells[$0] }, isTotal: row.isTotal) })
  }
}
