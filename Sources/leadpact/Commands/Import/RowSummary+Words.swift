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
      (older > 0 ? "; \(older.grouped) older than what is on record" : "")
      + (unchanged > 0 ? "; \(unchanged.grouped) unchanged" : "")
      + (skipped > 0 ? "; \(skipped.grouped) line\(skipped == 1 ? "" : "s") passed over" : "")
    let changes = "\(count(added)) added, \(changed.grouped) changed\(rest)"
    if isDryRun {
      Terminal.tell("\(file), read as \(layout): would be \(changes). Nothing was recorded.")
    } else if let number {
      Terminal.tell("\(file), read as \(layout): \(changes) (import \(number)).")
    } else {
      let before = importedBefore.map { "; the same file was imported on \($0.at.day) by \($0.by)" } ?? ""
      Terminal.tell("\(file), read as \(layout): nothing new\(rest)\(before).")
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
  /// So many lines with the same problem are named.
  private static let mostAlike = 10

  /// A problem, and the lines below that have it too.
  private struct Kind {
    let first: RowProblem
    var others: [Int] = []
    var count = 1
  }

  let file: String
  private var kinds: [Kind] = []
  private var places: [RowProblem: Int] = [:]
  private var untold = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { kinds.isEmpty }

  mutating func add(_ problem: RowProblem) {
    guard let place = places[problem.anywhere] else {
      guard kinds.count < Self.most else { return untold += 1 }
      places[problem.anywhere] = kinds.count
      return kinds.append(Kind(first: problem))
    }
    kinds[place].count += 1
    if let line = problem.line, kinds[place].others.count < Self.mostAlike {
      kinds[place].others.append(line)
    }
  }

  /// The lines, one below the other.
  var description: String { lines.joined(separator: "\n") }

  /// A line a problem, and what follows from them.
  var lines: [String] {
    let rest = untold > 0 ? ["\(file): and \(untold.grouped) more"] : []
    let end = "\(file): nothing was imported; mend the lines above"
    return kinds.map(words) + rest + [end]
  }

  private func words(_ kind: Kind) -> String {
    let others = kind.count - 1
    guard others > 0 else { return "\(kind.first)" }
    let lines =
      kind.others.map(String.init).joined(separator: ", ") + (others > kind.others.count ? ", …" : "")
    return "\(kind.first) (and \(others.grouped) more line\(others == 1 ? "" : "s") like it: \(lines))"
  }
}
