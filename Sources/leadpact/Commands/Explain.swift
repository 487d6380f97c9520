import Agreement
import ArgumentParser
import Reporting
import Storage

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say where a figure comes from: formula, numbers, clause, sources, entries.",
    discussion: """
      leadpact explain 2026-Q1/attainment
      leadpact explain 2026-02/smb/outbound/leads-due
      leadpact explain acme-2026/2026-Q1/attainment   of a report on several contracts
      leadpact explain 2026-Q2/attainment-against-2026-Q1
      leadpact explain smb/outbound/what-if-leads-due --what-if smb/win-rate=+2pt
      leadpact explain 2026-Q1 --list                 the keys of all figures of a report

      The key is the one that a report's JSON and CSV give the figure: the contract where there are several, the period,
      the stream, the lead type, and what it is. What a plan supposes or solves is explained with the same --what-if,
      --short and --for-period.
      """)

  /// How many entries are shown.
  private static let screen = 20

  @Argument(help: "The figure's key, or a period with --list.", completion: .figures) var key: String
  @Option(
    help: "The contract; may be left out where there is only one, or the key begins with it.",
    completion: .contracts)
  var contract: String?
  @Flag(help: "List the keys of the figures instead.") var list = false
  @Flag(help: "List all entries behind the figure, rather than a screenful.") var all = false
  @OptionGroup var suppositions: SuppositionOptions
  @Option(
    name: .customLong("for-period"),
    help: ArgumentHelp(
      "The months that the plan was made for, where it was not for all.", valueName: "period"))
  var planPeriod: String?
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if list { return output.show(try keys().map { PrintableText.line($0) + "\n" }.joined()) }
    let document = try explaining(in: common.open(for: .reading)) { name, reports in
      if !key.contains("/"), isPeriod(in: reports.calendar, on: reports.today) {
        throw Failure.usage(
          "'\(key)' is a period and no figure of it; to see the keys of its figures: leadpact explain \(key.asShellWord) --list"
        )
      }
      return try reports.first()?.explanation(of: reports.key, in: name, limit: all ? nil : Self.screen)
    }
    if let document { try output.write(document) }
  }

  /// Whether the key is no more than a period.
  private func isPeriod(in calendar: ContractCalendar, on today: Day) -> Bool {
    do {
      _ = try Period(key, in: calendar, today: today)
      return true
    } catch { return false }
  }

  /// The keys of the figures within the period or the part of it that is named, each once.
  func keys() throws -> [String] {
    try explaining(in: common.open(for: .reading)) { name, reports in
      var listed: Set<FigureKey> = []
      // The same figure may stand in several reports.
      return try reports.all().flatMap(\.figures).filter {
        let key = $0.key.description
        return (key == reports.key || key.hasPrefix(reports.key + "/")) && listed.insert($0.key).inserted
      }.map { figure in name.map { "\($0)/\(figure.key)" } ?? "\(figure.key)" }
    }
  }

  /// What `body` makes of the reports in which the figure may stand, and of the contract that its key begins with, which
  /// goes before `--contract`; nil where it begins with none.
  func explaining<Result>(
    in database: Database, _ body: (_ contract: Name?, ExplainableReports) throws -> Result
  ) throws -> Result {
    let language = try language.language()
    let (day, today) = (try asOf.day(), try common.reportDay(asOf: asOf.day()))
    return try database.reading {
      let known = try database.contractNames()
      let (name, key) = Self.parted(key, among: known)
      let own = try name ?? database.contractName(contract)
      let compared = known.first { $0.text == ExplainableReports.Scope(of: key).comparedWith }
      let reports = ExplainableReports(
        key: key, source: try LedgerSource(of: own, asOf: day, in: database),
        compared: try compared.map { try LedgerSource(of: $0, asOf: day, in: database) }, today: today,
        standpoint: try standpoint(on: today), provenance: try database.provenance(asOf: day),
        language: language, suppositions: suppositions, planPeriod: planPeriod)
      return try body(name, reports)
    }
  }

  /// The contract that a key begins with, if it does, and the rest.
  static func parted(_ key: String, among known: [Name]) -> (contract: Name?, key: String) {
    guard let slash = key.firstIndex(of: "/"), let name = known.first(where: { $0.text == key[..<slash] })
    else { return (nil, key) }
    return (name, String(key[key.index(after: slash)...]))
  }

  /// From when the day's reports are made: now, or the end of the day that stands in for it.
  private func standpoint(on today: Day) throws -> Standpoint {
    let now = try common.standpoint()
    return now.day == today ? now : .end(of: today)
  }
}
