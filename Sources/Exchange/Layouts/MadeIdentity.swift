/// Makes the id of a row of what tells it apart, where the file has none; the texts themselves are not kept.
struct MadeIdentity {
  let columns: [Int]
  let digest: (String) -> String

  /// The first column of each group of names that the header has.
  init(
    _ groups: [[String]], in header: CSVHeader, digest: @escaping (String) -> String
  ) throws(ColumnProblems) {
    self.digest = digest
    var columns: [Int] = []
    for name in groups.compactMap({ $0.first(where: header.contains) }) {
      do throws(CSVError) {
        columns.append(try header.column(named: name))
      } catch {
        throw ColumnProblems(clauses: ["\(error.problem)"])
      }
    }
    self.columns = columns
  }

  /// The id of a row in which those columns hold `texts`; nil where all are empty.
  func id(of texts: [String]) -> String? {
    guard texts.contains(where: { !$0.isEmpty }) else { return nil }
    return "made-" + digest(texts.map(\.foldedWords).joined(separator: "\u{1F}")).prefix(16)
  }
}
