/// Where the fields of a kind of row stand in a file.
struct ColumnPlan<Field: Hashable & RawRepresentable & CaseIterable> where Field.RawValue == String {
  private(set) var columns: [Field: Int] = [:]

  /// The columns that a layout knows, each by the first of its names that the header has, and those mapped.
  ///
  /// - Throws: the problems with the mapping, as clauses, all at once.
  init(
    _ header: CSVHeader, known: [Field: [String]], mapping: ColumnMapping?
  ) throws(ColumnProblems) {
    var problems: [String] = []
    let mapped = Set(mapping?.entries.map(\.field) ?? [])
    for (field, names) in known where !mapped.contains(field.rawValue) {
      guard let name = names.first(where: header.contains) else { continue }
      do throws(CSVError) {
        columns[field] = try header.column(named: name)
      } catch {
        problems.append("\(error.problem)")
      }
    }
    let fields = Field.allCases.map(\.rawValue)
    for entry in mapping?.entries ?? [] {
      guard let field = Field(rawValue: entry.field) else {
        let hint = ColumnMapping.hint(for: entry.field, among: fields)
        problems.append("the mapping names '\(entry.field)', which is no field of such a file\(hint)")
        continue
      }
      do throws(CSVError) {
        columns[field] = try header.column(named: entry.column)
      } catch {
        problems.append("\(error.problem)")
      }
    }
    guard problems.isEmpty else { throw ColumnProblems(clauses: problems.sorted()) }
  }

  subscript(field: Field) -> Int? { columns[field] }

  /// Takes a field out of the plan.
  mutating func remove(_ field: Field) { columns[field] = nil }
}

/// What is wrong with the columns of a file, as clauses; at least one.
struct ColumnProblems: Error {
  let clauses: [String]

  func error(in file: String) -> ImportFileError {
    ImportFileError(
      file: file,
      problems: clauses.map { RowProblem(file: file, line: nil, $0, isLimitedToItsRow: false) })
  }
}
