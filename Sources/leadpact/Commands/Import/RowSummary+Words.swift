import Agreement
import Exchange
import Storage

extension RowSummary {
  /// Says what an import did, or would do.
  ///
  /// In one line: `leads.csv: 8,000 records added (import 1).`
  func announce(_ file: String, noun: String, readAs layout: String, skipped: Int, isDryRun: Bool) {
    func count(_ number: Int) -> String { "\(number.grouped) \(noun)\(number == 1 ? "" : noun.pluralEnding)" }
    let rest =
      (unchanged > 0 ? "; \(unchanged.grouped) unchanged" : "")
      + (skipped > 0 ? "; \(skipped.grouped) line\(skipped == 1 ? "" : "s") passed over" : "")
    let changes = "\(count(added)) added, \(changed.grouped) changed\(rest)"
    if isDryRun {
      Terminal.say("\(file), read as \(layout): would be \(changes). Nothing was recorded.\n")
    } else if let number {
      Terminal.say("\(file), read as \(layout): \(changes) (import \(number)).\n")
    } else {
      let before = importedBefore.map { "; the same file was imported on \($0.at.day) by \($0.by)" } ?? ""
      Terminal.say("\(file), read as \(layout): nothing new\(rest)\(before).\n")
    }
  }
}

extension String {
  fileprivate var pluralEnding: String { hasSuffix("ch") || hasSuffix("s") ? "es" : "s" }
}

/// The rows of a file that cannot be read, so that none of it is recorded.
struct BadRows: Error, CustomStringConvertible {
  /// So many are told one by one.
  private static let most = 50

  let file: String
  private var problems: [RowProblem] = []
  private var count = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { count == 0 }

  mutating func add(_ problem: RowProblem) {
    count += 1
    if problems.count < Self.most { problems.append(problem) }
  }

  /// A line a problem, and what follows from them.
  var description: String {
    let rest = count > problems.count ? ["\(file): and \((count - problems.count).grouped) more"] : []
    let end = "\(file): nothing was imported; mend the lines above"
    return (problems.map(\.description) + rest + [end]).joined(separator: "\n")
  }
}
