public import Agreement

/// A file of leads from another system, read row by row in the memory of one.
///
///     var file = try LeadFile(.file("leads.csv"), named: "leads.csv", for: contract, digest: sha256)
///     while let row = try file.next() { … }
///
/// Only the columns of a known layout, those mapped, and those that conditions of the contract name are looked at.
public struct LeadFile: ~Copyable {
  /// What the file was read as: `HubSpot contacts`, `a mapped file`.
  public let layout: String
  /// What its columns speak of.
  public let columns: LeadColumns
  /// The column that the file lacks and that would tell its rows apart: `Lead ID`; nil where ids need not be made.
  public var missingID: String? { plan.missingID }
  /// How many rows were passed over because they state nothing about a lead.
  public var skipped: Int { table.skipped }

  var table: ImportTable
  /// What the words for stages that were met mean.
  var stages = StageWords()
  let plan: LeadPlan

  /// Opens a file and finds out what its columns are.
  ///
  /// - Parameters:
  ///   - input: where the text comes from; standard input is copied into a temporary file first.
  ///   - named: its name, for the places of problems.
  ///   - contract: whose time zone, currency and conditions hold.
  ///   - options: what is said about the file beyond what stands in it.
  ///   - digest: a cryptographic hash in hexadecimal, of which ids are made where the file has none.
  ///   - onChunk: is shown the bytes of the file as they are read.
  /// - Throws: `ImportFileError` with everything that keeps the file from being read.
  public init(
    _ input: CSVInput,
    named: String,
    for contract: Contract,
    options: ReadingOptions = ReadingOptions(),
    digest: @escaping (String) -> String,
    onChunk: ChunkTap? = nil
  ) throws(ImportFileError) {
    var table = try ImportTable(input, named: named, for: contract, options: options, tap: onChunk)
    let layout: LeadLayout
    do throws(ColumnProblems) {
      layout = try LeadLayout.found(in: table.header, options: options)
      plan = try LeadPlan(layout, table.header, for: contract, options: options, digest: digest)
    } catch {
      throw error.error(in: named)
    }
    table.footer = layout.system == nil || layout.system == .salesforce ? plan.footer : nil
    table.dateColumns = plan.dateColumns
    self.layout = layout.name
    self.columns = plan.spokenOf
    self.table = table
  }

  /// The next row; nil at the end, and after a problem that is not limited to its row.
  ///
  /// - Throws: `RowProblem`; where it is limited to its row, the next one can be read.
  public mutating func next() throws(RowProblem) -> LeadRow? {
    while try table.next() {
      if let row = try row() { return row }
      table.skip()
    }
    return nil
  }

  /// The row; nil where it states nothing about a lead.
  private mutating func row() throws(RowProblem) -> LeadRow? {
    switch plan.layout.subject {
    case .lead: try leadRow()
    case .deal: try dealRow()
    case .leadChange, .dealChange: try changeRow()
    }
  }
}

extension LeadLayout {
  /// The layout that a header shows, or that the options name; columns as mapped where an id is mapped and none is shown.
  static func found(in header: CSVHeader, options: ReadingOptions) throws(ColumnProblems) -> LeadLayout {
    if let system = options.layout {
      let layouts = all.filter { $0.system == system }
      let shown = layouts.first { $0.isShown(by: header) }
      let near = layouts.first { layout in
        [.externalID, .deal].contains { layout.fields[$0]?.contains(where: header.contains) == true }
      }
      if let layout = shown ?? near { return layout }
      throw ColumnProblems(clauses: [
        "its columns are of no export of \(system.title) that leadpact knows: \(header.list); leave out --layout "
          + "and say which column holds what, such as --map \(header.suggestedMapping)"
      ])
    }
    if let layout = all.first(where: { $0.isShown(by: header) }) { return layout }
    if options.mapping != nil { return .mapped }
    throw ColumnProblems(clauses: [
      "its columns are of no layout that leadpact knows: \(header.list); say which column holds what, "
        + "such as --map \(header.suggestedMapping)"
    ])
  }
}

extension CSVHeader {
  /// The names in quotes, one after the other.
  var list: String { names.map { "“\($0)”" }.joined(separator: ", ") }

  /// A mapping to start from, by what the names look like.
  var suggestedMapping: String {
    let guesses: [(LeadField, [String])] = [
      (.externalID, ["id", "number", "key"]), (.delivered, ["date", "created", "time", "delivered"]),
      (.leadType, ["source", "origin", "channel", "type"]),
    ]
    var left = names.filter { !$0.trimmed.isEmpty }
    var parts: [String] = []
    for (field, words) in guesses {
      let index =
        left.firstIndex { name in words.contains { name.foldedWords.holds(words: $0) } } ?? left.indices.first
      guard let index else { continue }
      parts.append("\(field.rawValue)=\(ColumnMapping.quoted(left.remove(at: index)))")
    }
    return parts.isEmpty ? "external-id=…" : "'\(parts.joined(separator: ","))'"
  }
}
