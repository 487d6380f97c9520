import Agreement

/// Turns the nodes of a contract file into a contract, and goes on after each problem to find them all.
///
/// Where a value cannot be read, a stand-in takes its place and its path is kept in `unsound`, so that
/// nothing is said of a sum or a date that nobody wrote.
struct ContractReader {
  let root: SourceNode
  var findings: Findings
  var unsound: Set<[String]> = []

  /// The term; nil where it cannot be read.
  var term: MonthRange?
  /// The currency; nil where it cannot be read.
  var currency: Currency?
  /// The first month of the fiscal year; nil where it cannot be read.
  var fiscalYearStart: Int?

  init(root: SourceNode, findings: Findings) {
    self.root = root
    self.findings = findings
  }

  /// The contract; nil, or not to be used, where `findings` has problems.
  mutating func read() -> Contract? {
    guard isContract, isOfKnownFormat else { return nil }
    guard let section = section(root, at: root.place, path: [], .contract) else { return nil }
    _ = text("format", in: section)
    let name = value("contract", in: section, Name.init(_:))
    let title = text("title", in: section)
    term = value("term", in: section, MonthRange.init(_:))
    if term == nil { unsound.formUnion([["term"], ["effective"]]) }
    let effective = value("effective", in: section, Month.init(_:))
    currency = value("currency", in: section, Currency.init(_:))
    let calendar = calendar(in: section)
    let timeZone = value("time-zone", in: section, TimeZoneName.init(known:))
    let deliverySource = value("deliveries", in: section, Contract.DeliverySource.init(keyword:))
    let tolerance = value("tolerance", in: section, Share.init(_:))
    let sustainedAfter = value("sustained-after", in: section) { text throws(Unreadable) in
      try text.count(of: "months", example: "2 months")
    }
    let stages = stages(in: section)
    let streams = streams(in: section)
    let sales = sales(in: section)
    let measures = measures(in: section)
    let signatories = signatories(in: section)

    do throws(InvalidContract) {
      return try Contract(
        name: name ?? StandIn.name,
        title: title,
        term: term ?? StandIn.term,
        effective: effective,
        currency: currency ?? StandIn.currency,
        calendar: calendar,
        timeZone: timeZone,
        deliverySource: deliverySource ?? .logged,
        tolerance: tolerance ?? Contract.usualTolerance,
        sustainedAfter: sustainedAfter ?? 2,
        stages: stages,
        streams: streams,
        sales: sales,
        measures: measures,
        signatories: signatories
      )
    } catch {
      for problem in error.problems.lazy.filter({ [unsound] in !unsound.contains($0.path) }).prefix(
        Findings.most
      ) {
        let key = problem.key.map { "\($0): " } ?? ""
        findings.report(root.place(at: problem.path), key + problem.message)
      }
      return nil
    }
  }

  /// Whether there is anything of a contract in the file; says so where not.
  private var isContract: Bool {
    mutating get {
      let remedy = "'leadpact contract new' prints a contract to start from"
      switch root.content {
      case .mapping(let entries) where entries.contains { Keys.contract.names.contains($0.key) }: return true
      case .refused: break
      case .nothing: findings.report(.start, "the file is empty; \(remedy)")
      case .text, .list, .mapping:
        findings.report(
          root.place,
          "this is no contract: it begins with none of its keys, such as 'contract: acme-2026'; \(remedy)"
        )
      }
      return false
    }
  }

  /// Whether the file has the form that this release reads; says so where not, and nothing of keys it cannot know.
  private var isOfKnownFormat: Bool {
    mutating get {
      guard
        case .mapping(let entries) = root.content,
        let entry = entries.first(where: { $0.key == "format" }), case .text(let text) = entry.value.content
      else { return true }
      let known = Contract.canonicalFormat
      guard Int(text) != known else { return true }
      let isNewer = Int(text).map { $0 > known } ?? false
      findings.report(
        entry.value.place,
        isNewer
          ? "format: \(text) was made by a newer leadpact; this one reads format \(known)"
          : "format: '\(text.shortened)' is none; write \(known), or leave it out"
      )
      return false
    }
  }

  private mutating func calendar(in section: Section) -> ContractCalendar {
    let months = value("calendar", in: section, ContractCalendar.Months.init(keyword:))
    fiscalYearStart =
      section["fiscal-year-starts"] == nil
      ? 1
      : value("fiscal-year-starts", in: section) { text throws(Unreadable) in
        try MonthName.number(text)
      }
    var holidays: [Day] = []
    for item in items("holidays", in: section) ?? [] {
      if let day = value(of: item, named: "holidays", Day.init(_:)) { holidays.append(day) }
    }
    return ContractCalendar(
      months: months ?? .gregorian,
      fiscalYearStart: fiscalYearStart ?? 1,
      holidays: holidays
    )
  }

  private mutating func stages(in section: Section) -> [Stage: String] {
    guard let section = self.section("stages", in: section, .stages) else { return [:] }
    var stages: [Stage: String] = [:]
    for stage in Stage.allCases {
      stages[stage] = text(stage.rawValue, in: section)
    }
    return stages
  }
}

extension ContractProblem {
  /// The key that the problem is about; nil where it is about the file.
  fileprivate var key: String? {
    // The words of a list stand beneath their key as positions do, and may be anything.
    path.lastIndex(of: "crm-values").map { path[$0] } ?? path.last { Int($0) == nil }
  }
}
