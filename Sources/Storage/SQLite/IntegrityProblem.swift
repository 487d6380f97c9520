/// Something wrong inside a database that can still be opened.
enum IntegrityProblem: Hashable, Sendable {
  /// A sentence of SQLite's `integrity_check`, about a page, an index or a constraint.
  case structure(String)
  /// A row of `table` refers to a row of `parent` that is not there; `rowID` is nil in a WITHOUT ROWID table.
  case danglingReference(table: String, rowID: Int?, parent: String)
}

extension IntegrityProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .structure(let sentence):
      return sentence
    case .danglingReference(let table, let rowID, let parent):
      let row = rowID.map { "row \($0) of \(table)" } ?? "a row of \(table)"
      return "\(row) refers to a missing row of \(parent)"
    }
  }
}

extension Connection {
  /// What SQLite finds wrong: none in a sound database.
  ///
  /// See <https://www.sqlite.org/pragma.html#pragma_integrity_check>.
  func integrityProblems() throws(StorageError) -> [IntegrityProblem] {
    var problems: [IntegrityProblem] = []
    do throws(StorageError) {
      try statement("PRAGMA integrity_check").forEach { row in
        let sentence = try row.text(0)
        if sentence != "ok" { problems.append(.structure(sentence)) }
      }
      problems += try danglingReferences()
    } catch .damaged(_, let detail) {
      // Damage can be such that the check itself stumbles over it: that is a finding too.
      problems.append(.structure(detail))
    }
    return problems
  }

  /// The rows that refer to a row that is not there.
  func danglingReferences() throws(StorageError) -> [IntegrityProblem] {
    try rows("PRAGMA foreign_key_check") { row in
      .danglingReference(table: try row.text(0), rowID: try row.optionalInt(1), parent: try row.text(2))
    }
  }
}
