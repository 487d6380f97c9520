import Agreement
public import ArgumentParser
public import Exchange
import Storage

/// Which file is read, and how.
struct ImportOptions: ParsableArguments {
  @Argument(
    help: "The CSV file; '-' reads standard input.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String
  @Option(
    help: "The contract; may be left out where there is only one, or one is set.", completion: .contracts)
  var contract: String?
  @Option(
    help: ArgumentHelp(
      "Which column holds what, where its name does not tell.", valueName: "field=column,…"))
  var map: [String] = []
  @Option(
    help: ArgumentHelp("Read by a mapping that was saved under this name.", valueName: "name"),
    completion: .mappings)
  var mapping: String?
  @Option(help: ArgumentHelp("Save what --map says under this name.", valueName: "name"))
  var saveMapping: String?
  @Option(
    help: ArgumentHelp(
      "What stands between fields: comma, semicolon or tab. Default: what the first line shows.",
      valueName: "sign"), completion: .list(["comma", "semicolon", "tab"]))
  var delimiter: String?
  @Flag(help: "Check everything and say what would change; record nothing.") var dryRun = false
  @OptionGroup var common: CommonOptions

  /// Opens the database and finds the contract.
  func open() throws -> Entries {
    try Entries(contract: contract, common, for: .recording(create: false))
  }

  /// How the file is to be read: the mapping given, else the one saved, over the layout.
  func reading(
    _ kind: ImportKind, for entries: Entries, layout: SourceSystem? = nil, times: TimeOptions? = nil,
    amounts: AmountOptions? = nil, automatic: [String] = []
  ) throws -> ReadingOptions {
    guard map.isEmpty || mapping == nil else {
      throw Failure.usage(
        "give --map or --mapping; the one names columns, the other a mapping that was saved")
    }
    guard !map.isEmpty || saveMapping == nil else {
      throw Failure.usage("--save-mapping saves what --map says; give --map too")
    }
    _ = try nameToSave()
    let text = try mapping.map { try entries.savedMapping($0, kind) } ?? map.joined(separator: ",")
    return ReadingOptions(
      layout: layout,
      mapping: text.isEmpty ? nil : try ColumnMapping(text),
      timeZone: try times?.zone(),
      dateOrder: try times?.order(),
      decimalMark: try amounts?.mark(),
      delimiter: try delimiter.map { try CSVDelimiter($0) },
      automatic: automatic
    )
  }

  /// How a file of which no mapping is saved is to be read.
  func reading() throws -> ReadingOptions {
    ReadingOptions(
      mapping: map.isEmpty ? nil : try ColumnMapping(map.joined(separator: ",")),
      delimiter: try delimiter.map { try CSVDelimiter($0) })
  }

  /// Saves the mapping where that was asked for and the file could be read by it.
  func saveMappingIfAsked(_ kind: ImportKind, for entries: Entries) throws {
    guard let name = try nameToSave() else { return }
    guard !dryRun else { return Terminal.tell("  the mapping would be saved as \(name)") }
    try entries.database.saveMapping(
      map.joined(separator: ","), named: name, kind: kind, for: entries.name, by: entries.person,
      at: entries.now)
    Terminal.note("Saved the mapping; next time: --mapping \(name)")
  }

  /// The name under which the mapping is to be saved.
  private func nameToSave() throws -> Name? { try saveMapping.map { try Name($0) } }
}

/// Whose export a file is.
struct LayoutOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whose export it is: \(SourceSystem.allCases.map(\.rawValue).joined(separator: ", ")). Default: what the header shows.",
      valueName: "system"))
  var layout: SourceSystem?
}

/// How the times of a file are meant.
struct TimeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The zone of times that name none. Default: the contract's.", valueName: "zone"))
  var timeZone: String?
  @Option(
    help: ArgumentHelp(
      "How dates such as 03/04/2026 are meant: mdy or dmy. Default: what the file itself settles.",
      valueName: "order"), completion: .list(["mdy", "dmy"]))
  var dateOrder: String?

  func zone() throws -> TimeZoneName? { try timeZone.map { try TimeZoneName(known: $0) } }

  func order() throws -> DateOrder? { try dateOrder.map { try DateOrder($0) } }
}

/// How the amounts of a file are meant.
struct AmountOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The decimal mark of amounts and numbers: point or comma. Default: what each of them settles.",
      valueName: "mark"), completion: .list(["point", "comma"]))
  var decimal: String?

  func mark() throws -> DecimalMark? { try decimal.map { try DecimalMark($0) } }
}

extension SourceSystem: ExpressibleByArgument {}

extension Entries {
  /// The text of a mapping that was saved.
  fileprivate func savedMapping(_ text: String, _ kind: ImportKind) throws -> String {
    if let saved = try database.mapping(named: Name(text), kind: kind, for: name) { return saved }
    let known = try database.mappings(kind: kind, for: name).keys.map(\.text).sorted()
    guard !known.isEmpty else {
      throw Failure.couldNot(
        "no mapping is saved for \(kind.rawValue) yet; save one: --map … --save-mapping \(text)")
    }
    throw UnknownName("mapping", text, among: known)
  }
}
