import Agreement
import ArgumentParser
import Reporting
import Storage

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say where a figure comes from: formula, numbers, clause, sources, entries.",
    discussion: """
      leadpact explain 2026-Q1/attainment
      leadpact explain 2026-02/smb/outbound/leads-due
      leadpact explain 2026-Q1 --list                 the keys of all figures of a report

      The key is the one that the report's JSON and CSV give the figure; it begins with the period.
      """)

  @Argument(help: "The figure's key, or a period with --list.") var key: String
  @Option(help: "The contract; may be left out where there is only one.") var contract: String?
  @Flag(help: "List the keys of the figures instead.") var list = false
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var language: LanguageOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let today = try common.reportDay(asOf: asOf.day())
    let language = try language.language()
    let database = try common.open(for: .reading)
    let (ledger, provenance) = try database.reading {
      try database.source(of: database.contractName(contract), asOf: asOf.day())
    }
    var documents = try reports(ledger, today: today, provenance, language)
    if list || !documents.contains(where: { $0.hasFigure(key) }) {
      documents += try daily(ledger, today: today, provenance, language)
    }
    if list {
      var listed: Set<FigureKey> = []
      for figure in documents.flatMap(\.figures) where isWithin(figure.key) {
        // The same figure may stand in several reports.
        if listed.insert(figure.key).inserted { Terminal.say("\(figure.key)\n") }
      }
      return
    }
    // Of several reports with the figure, the first explains it; where none has it, the first knows what is near.
    guard let document = documents.first(where: { $0.hasFigure(key) }) ?? documents.first else { return }
    try output.write(document.explanation(of: key))
  }

  /// The reports in which a figure of the key's period stands.
  private func reports(
    _ ledger: Ledger, today: Day, _ provenance: Provenance, _ language: Language
  ) throws -> [Document] {
    let calendar = ledger.history.newest.contract.calendar
    guard let first = key.split(separator: "/").first else {
      throw Failure.usage("name a figure, such as 2026-Q1/attainment")
    }
    if first.contains(".."), let months = try? MonthRange(String(first)) {
      return try rates(Array(months), called: String(first), ledger, today: today, provenance, language)
    }
    switch try Period(String(first), in: calendar, today: today) {
    case .quarter(let quarter):
      return try [ledger.review(.quarter(quarter), today: today).document(provenance, in: language)]
        + rates(quarter.months, called: "\(quarter)", ledger, today: today, provenance, language)
    case .month(let month):
      let review = try ledger.review(.month(month), today: today)
      let plan = try PlanReport(review.ruling, months: [month], accounts: review.accounts, today: today)
      let quarter = try ledger.review(.quarter(calendar.quarter(containing: month)), today: today)
      return try [
        review.document(provenance, in: language), plan.document(today: today, provenance, in: language),
        quarter.document(provenance, in: language),
      ] + rates([month], called: "\(month)", ledger, today: today, provenance, language)
    case .week(let week):
      guard let review = try WeekReview(week, of: ledger, today: today) else {
        throw Failure.outside("\(week)", ledger.history)
      }
      return [try review.document(provenance, in: language)]
    case .day(today): return []
    case .day, .range:
      throw Failure.usage("'\(key)' begins with no week, month or quarter, such as 2026-Q1/attainment")
    }
  }

  /// What is shown today, beside the reports on a period.
  private func daily(
    _ ledger: Ledger, today: Day, _ provenance: Provenance, _ language: Language
  ) throws -> [Document] {
    let now = try common.standpoint()
    let standpoint = now.day == today ? now : .end(of: today)
    return [
      try Standup(of: ledger, from: standpoint, in: language).document(provenance),
      try BreachReport(of: [ledger], from: standpoint, in: language).document(provenance),
    ]
  }

  /// The report on the rates of these months.
  private func rates(
    _ months: [Month], called label: String, _ ledger: Ledger, today: Day, _ provenance: Provenance,
    _ language: Language
  ) throws -> [Document] {
    let report = try RatesReport(months, called: label, of: Accounts(ledger), today: today)
    return try report.map { [try $0.document(provenance, in: language)] } ?? []
  }

  private func isWithin(_ figure: FigureKey) -> Bool {
    figure.description == key || figure.description.hasPrefix(key + "/")
  }
}

extension Document {
  /// Whether a figure of that key stands in the document.
  fileprivate func hasFigure(_ key: String) -> Bool { figures.contains { $0.key.description == key } }
}
