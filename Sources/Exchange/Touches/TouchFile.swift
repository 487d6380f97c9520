public import Agreement

/// A file of what sales did about leads, read row by row in the memory of one.
public struct TouchFile: ~Copyable {
  /// What the file was read as: `Pipedrive activities`, `a mapped file`.
  public let layout: String
  /// How many rows were passed over: blank ones, activities not done yet, and those of no lead.
  public var skipped: Int { table.skipped }

  private var table: ImportTable
  private let places: TouchPlaces
  private let done: Int?
  /// Whether the kinds that were met are such that no person does them.
  private var kinds: [String: Bool] = [:]
  private let isRecognised: Bool
  private let automatic: [String]

  /// Opens a file and finds out what its columns are.
  ///
  /// - Parameters:
  ///   - input: where the text comes from; standard input is copied into a temporary file first.
  ///   - named: its name, for the places of problems.
  ///   - contract: whose time zone holds.
  ///   - options: what is said about the file beyond what stands in it.
  ///   - onChunk: is shown the bytes of the file as they are read.
  /// - Throws: `ImportFileError` with everything that keeps the file from being read.
  public init(
    _ input: CSVInput,
    named: String,
    for contract: Contract,
    options: ReadingOptions = ReadingOptions(),
    onChunk: ChunkTap? = nil
  ) throws(ImportFileError) {
    var table = try ImportTable(input, named: named, for: contract, options: options, tap: onChunk)
    let header = table.header
    if let system = options.layout, system != .pipedrive {
      throw ImportFileError(
        file: named,
        "leadpact knows no layout of touches of \(system.title); leave out --layout and say which column holds what, "
          + "such as --map lead=…,at=…,kind=…; the file has \(header.list)")
    }
    let isShown = PipedriveActivities.signs.allSatisfy { $0.contains(where: header.contains) }
    let isRecognised = options.layout == .pipedrive || isShown
    let plan: ColumnPlan<TouchField>
    let done: Int?
    do throws(ColumnProblems) {
      plan = try Self.plan(header, isRecognised: isRecognised, mapping: options.mapping)
      let known = isRecognised ? [Done.done: PipedriveActivities.done] : [:]
      done = try ColumnPlan(header, known: known, mapping: nil)[.done]
    } catch {
      throw error.error(in: named)
    }
    self.places = TouchPlaces(plan)
    self.done = done
    table.footer = isRecognised ? nil : Self.footer(plan)
    table.dateColumns = [plan[.at]].compactMap(\.self)
    layout =
      isRecognised
      ? PipedriveActivities.name
      : options.mapping == nil ? LeadLayout.ownColumns : LeadLayout.mapped.name
    automatic = Self.usualAutomatic + options.automatic.map(\.foldedWords)
    self.isRecognised = isRecognised
    self.table = table
  }

  private static func plan(
    _ header: CSVHeader, isRecognised: Bool, mapping: ColumnMapping?
  ) throws(ColumnProblems) -> ColumnPlan<TouchField> {
    let known =
      isRecognised
      ? PipedriveActivities.fields
      : Dictionary(uniqueKeysWithValues: TouchField.allCases.map { ($0, [$0.rawValue]) })
    let plan = try ColumnPlan(header, known: known, mapping: mapping)
    let missing = [TouchField.lead, .at].filter { plan[$0] == nil }.map(\.rawValue)
    guard missing.isEmpty else {
      throw ColumnProblems(clauses: [
        "no column holds \(missing.joined(separator: " and ")); the file has \(header.list); say which column holds "
          + "what, such as --map lead=…,at=…,kind=…"
      ])
    }
    return plan
  }

  private static func footer(_ plan: ColumnPlan<TouchField>) -> ReportFooter {
    func columns(_ fields: [TouchField]) -> [Int] { fields.compactMap { plan[$0] } }
    return ReportFooter(identity: columns([.lead, .id]), facts: columns([.at, .kind, .rep, .automatic]))
  }

  private enum Done: String, CaseIterable {
    case done
  }

  /// The next row; nil at the end, and after a problem that is not limited to its row.
  ///
  /// - Throws: `RowProblem`; where it is limited to its row, the next one can be read.
  public mutating func next() throws(RowProblem) -> TouchRow? {
    while try table.next() {
      if let touch = try touch() { return TouchRow(line: table.line, touch: touch) }
      table.skip()
    }
    return nil
  }

  private mutating func touch() throws(RowProblem) -> Touch? {
    if isRecognised, let done = try table.text(at: done), Self.undone.contains(done.lowercased()) {
      return nil
    }
    guard let lead = try table.text(at: places.lead) else {
      if isRecognised { return nil }
      throw table.problem("the touch is of no lead; add the lead's id, or take the row out", at: places.lead)
    }
    guard let at = try table.time(at: places.at) else {
      if isRecognised, done == nil { return nil }
      throw table.problem("the touch has no time; add it, or take the row out", at: places.at)
    }
    let checked = try table.checked(lead, at: places.lead)
    let kind = try table.text(at: places.kind) ?? "touch"
    let isAutomatic = try table.truth(at: places.automatic) ?? isAutomatic(kind)
    return Touch(
      id: try table.text(at: places.id), lead: checked, at: at, kind: kind,
      rep: try table.text(at: places.rep), isAutomatic: isAutomatic
    )
  }

  /// Whether no person does what is called so; a file has a few kinds in a million rows.
  private mutating func isAutomatic(_ kind: String) -> Bool {
    if let known = kinds[kind] { return known }
    let words = kind.foldedWords
    let isAutomatic = automatic.contains { words.holds(words: $0) }
    if kinds.count == Self.mostKinds { kinds = [:] }
    kinds[kind] = isAutomatic
    return isAutomatic
  }

  /// More kinds than that are not kept in mind.
  private static let mostKinds = 1_000

  private static let undone: Set<String> = [
    "no", "false", "0", "n", "to do", "todo", "not done", "planned", "open", "overdue",
  ]

  /// Kinds that no person does.
  private static let usualAutomatic = [
    "auto reply", "autoreply", "auto response", "autoresponse", "automatic", "automatic reply",
    "automated", "out of office", "bounce", "bounced",
  ]
}

/// The columns of the fields, looked up once.
private struct TouchPlaces {
  let id, lead, at, kind, rep, automatic: Int?

  init(_ plan: ColumnPlan<TouchField>) {
    id = plan[.id]
    lead = plan[.lead]
    at = plan[.at]
    kind = plan[.kind]
    rep = plan[.rep]
    automatic = plan[.automatic]
  }
}
