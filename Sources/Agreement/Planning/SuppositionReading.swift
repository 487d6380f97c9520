extension Supposition {
  /// Reads `[STREAM/][TYPE/]METRIC=CHANGE`, by the names of `contract`.
  ///
  /// A change is a figure (`25%`, `2,500`, `60d`), a part of what is agreed (`+5%`), percentage points of a rate
  /// (`+2pt`), days (`-15d`) or an amount (`+500`).
  ///
  /// - Throws: `Unreadable`, `UnknownName`, with what was probably meant.
  public init(_ text: String, in contract: Contract) throws {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(\.trimmingBlanks)
    guard halves.count == 2, !halves[1].isEmpty else {
      throw Unreadable(
        text, expected: "a supposition such as win-rate=+2pt, smb/outbound/mql-to-sql=40% or quota=-10%")
    }
    let path = halves[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard path.count <= 3, let last = path.last else {
      throw Unreadable(text, expected: "a supposition on STREAM/TYPE/METRIC=CHANGE")
    }
    let subject = try Self.subject(last)
    let place = try Self.place(Array(path.dropLast()), in: contract)
    if subject == .quota, let type = place.leadType {
      throw Unreadable(
        text,
        expected:
          "a supposition on the quota of a stream, such as \(place.stream?.text ?? contract.streams[0].name.text)/quota=-10%: \(type) has a share of it, and no quota of its own"
      )
    }
    self.init(
      stream: place.stream, leadType: place.leadType, subject,
      try Self.change(halves[1], of: subject, in: contract.currency), text: text)
  }

  /// The names that people use in short.
  private static let shortNames: [String: FunnelMetric] = [
    "aov": .averageOrderValue, "sql-to-opp": .sqlToOpportunity,
  ]

  private static func subject(_ text: String) throws -> Subject {
    let name = text.lowercased()
    if name == "quota" { return .quota }
    if let metric = FunnelMetric(rawValue: name) ?? shortNames[name] { return .metric(metric) }
    throw UnknownName("figure", text, among: FunnelMetric.allCases.map(\.rawValue) + ["aov", "quota"])
  }

  /// The stream and the lead type that a path names; a single name is a stream's, else a lead type's.
  private static func place(
    _ path: [String], in contract: Contract
  ) throws -> (stream: Name?, leadType: Name?) {
    switch path.count {
    case 0: return (nil, nil)
    case 1:
      let name = try Name(path[0])
      if contract.stream(name) != nil { return (name, nil) }
      let types = contract.streams.flatMap { $0.leadTypes.map(\.name) }
      guard types.contains(name) else {
        throw UnknownName(
          "stream or lead type", name.text,
          among: contract.streams.map(\.name.text) + Set(types.map(\.text)).sorted())
      }
      return (nil, name)
    default:
      let key = try contract.leadType(named: path.joined(separator: "/"))
      return (key.stream, key.leadType)
    }
  }

  private static func change(_ text: String, of subject: Subject, in currency: Currency) throws -> Change {
    let isFall = text.first == "-" || text.first == "−"
    guard isFall || text.first == "+" else { return try figure(text, of: subject, in: currency) }
    let body = text.dropFirst().trimmingBlanks
    if body.hasSuffix("%") {
      let parts = try parts(body.dropLast(), in: text, unit: "%")
      return .relative(partsPerMillion: isFall ? -parts : parts)
    }
    switch subject {
    case .metric(.mqlToSQL), .metric(.sqlToOpportunity), .metric(.winRate):
      for unit in ["pts", "pt", "pp"] where body.hasSuffix(unit) {
        let parts = try parts(body.dropLast(unit.count), in: text, unit: "pt")
        return .points(partsPerMillion: isFall ? -parts : parts)
      }
      throw Unreadable(
        text, expected: "a change of a rate: +2pt for percentage points, +2% for a part of what is agreed")
    case .metric(.timeToClose):
      let days = try days(body)
      return .moreDays(isFall ? -days : days)
    case .metric(.averageOrderValue), .quota:
      let amount = try Money(body, currency)
      return .moreAmount(isFall ? Money(minorUnits: 0 &- amount.minorUnits, currency) : amount)
    }
  }

  private static func figure(_ text: String, of subject: Subject, in currency: Currency) throws -> Change {
    switch subject {
    case .metric(.mqlToSQL), .metric(.sqlToOpportunity), .metric(.winRate): .rate(try Rate(text))
    case .metric(.timeToClose): .days(try days(text))
    case .metric(.averageOrderValue), .quota: .amount(try Money(text, currency))
    }
  }

  /// Percent, or percentage points, as parts per million.
  private static func parts(_ number: Substring, in text: String, unit: String) throws -> Int {
    let expected = "a change such as +2\(unit) or -1.5\(unit), of up to four decimals"
    guard let score = try? Score(number.trimmingBlanks), (0...1_000_000_000_000).contains(score.millionths),
      score.millionths.isMultiple(of: 100)
    else { throw Unreadable(text, expected: expected) }
    return score.millionths / 100
  }

  private static func days(_ text: some StringProtocol) throws -> Int {
    var number = text.trimmingBlanks
    for unit in ["days", "day", "d"] where number.hasSuffix(unit) {
      number = number.dropLast(unit.count).trimmingBlanks
      break
    }
    guard let days = Int(digits: number), days <= longestClose else {
      throw Unreadable(
        String(text), expected: "a number of days up to \(longestClose.grouped), such as 60d or -15d")
    }
    return days
  }
}
