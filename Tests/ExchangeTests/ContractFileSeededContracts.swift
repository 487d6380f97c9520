import Agreement
import TestSupport

/// Contracts that differ from seed to seed, and damage to their texts.
struct SeededContracts {
  private var random: SplitMix64

  init(seed: Int) {
    random = SplitMix64(seed: UInt64(seed) &* 0xD134_2543_DE82_EF95 &+ 0x5851_F42D_4C95_7F2D)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[number(0...choices.count - 1)] }
  private mutating func maybe() -> Bool { number(0...1) == 1 }

  /// What a contract may say of a person's key, which is nobody else's.
  private mutating func key(_ position: Int) throws -> KeyClause? {
    switch number(0...3) {
    case 0: .required
    case 1 where position < 3:
      .pinned(try PublicKey([KeySamples.ed25519, KeySamples.ecdsa, KeySamples.rsa][position]))
    default: nil
    }
  }

  private mutating func text() -> String {
    let parts = [
      "a", "É", "名", "no", " ", ": ", "#", "\"", "\\", "'", "\n", "\t", "*x", "&", "%", "\u{1}", "{", "]",
      "🙂", "- ", "1_000",
      "\u{2028}", "\u{FFFE}", "\u{F0000}", "\u{0}", "~", "!", "|",
    ]
    return (0..<number(1...8)).map { _ in pick(parts) }.joined()
  }

  private mutating func names(_ count: Int) throws -> [Name] {
    var pool = [
      "no", "on", "2026", "smb", "1e3", "東京", "web-form", "null", "x_y", "0x1F", "true", "é", "&a", "!t",
      "%p", "~",
    ]
    return try (0..<count).map { _ in try Name(pool.remove(at: number(0...pool.count - 1))) }
  }

  private mutating func rate() throws -> Rate {
    try Rate(pick(["34%", "0.34", "1/3", "100%", "0.0001%", "22.2222%", "7/9", "\(number(1...100))%"]))
  }

  private mutating func source() throws -> MetricSource {
    maybe()
      ? .assumed
      : try MetricSource("measured " + pick(["57/168, HubSpot", "\"quoted\": x", "2025-Q4 # all"]))
  }

  private mutating func metric<Figure>(
    _ term: MonthRange,
    _ yearStart: Int,
    _ figure: (inout SeededContracts) throws -> Figure
  ) throws -> Metric<Figure> {
    var steps = [try Metric<Figure>.Step(from: nil, figure: figure(&self), source: source())]
    let first = Quarter(containing: term.first, fiscalYearStart: yearStart)
    for later in 1..<3 where maybe() && first.advanced(by: later).firstMonth <= term.last {
      steps.append(
        Metric.Step(from: first.advanced(by: later), figure: try figure(&self), source: try source())
      )
    }
    guard let metric = Metric(steps: steps, startingIn: term.first) else {
      preconditionFailure("a step begins it")
    }
    return metric
  }

  private mutating func leadType(_ name: Name, _ share: Share, _ base: Base) throws -> LeadType {
    LeadType(
      name: name,
      title: maybe() ? text() : nil,
      share: share,
      funnel: AgreedFunnel(
        mqlToSQL: try metric(base.term, base.yearStart) { try $0.rate() },
        sqlToOpportunity: try metric(base.term, base.yearStart) { try $0.rate() },
        winRate: try metric(base.term, base.yearStart) { try $0.rate() },
        averageOrderValue: try metric(base.term, base.yearStart) { random in
          Money(minorUnits: random.number(1...10_000_000), base.currency)
        },
        timeToClose: try metric(base.term, base.yearStart) { $0.number(0...400) }
      ),
      crmValues: crmValues(of: name),
      qualifies: try (0..<(maybe() ? 0 : number(1...3))).map { _ in try condition() }
    )
  }

  /// Words that are no other name's, and no other word's.
  private mutating func crmValues(of name: Name) -> [String] {
    (0..<(maybe() ? 0 : number(1...3))).map { "\(text()) \(name.text.unicodeScalars.map(\.value)) x\($0)" }
  }

  private mutating func condition() throws -> LeadCondition {
    let column = pick([
      "employees", "Company: size", "業種", "uses, it", "no", "* stars", "# of \"reps\"", "a's",
    ])
    let word = pick(["yes", "no", "a: b", "# c", "銀行", "1e3", "*x", "{y}", "it's"])
    let sign = pick(LeadCondition.Order.allCases).rawValue
    let forms = [
      "\(sign) \(number(-9...99_999)).\(number(1...999_999))", "is \(word)", "is not \(word)",
      "in [\(word), b]", "not in [\(word), c, \(word)]",
    ]
    return try LeadCondition("\(column) \(pick(forms))")
  }

  private struct Base {
    let term: MonthRange
    let yearStart: Int
    let currency: Currency
  }

  private mutating func stream(_ name: Name, _ base: Base) throws -> Stream {
    let shares = try pick([
      ["100%"], ["60%", "0.4"], ["1/3", "1/3", "1/3"], ["0%", "99.9999%", "0.000001"],
    ])
    .map { try Share($0) }
    let names = try names(shares.count)
    return Stream(
      name: name,
      title: maybe() ? text() : nil,
      quotas: Quotas(
        first: base.term.first,
        amounts: (0..<base.term.count + number(0...4)).map { _ in
          Money(minorUnits: number(0...1_000_000_000), base.currency)
        }
      ),
      retention: try Share(pick(["0%", "20%", "1/7", "0.35"])),
      margin: maybe() ? try Share("70%") : nil,
      leadTypes: try zip(names, shares).map { try leadType($0, $1, base) },
      crmValues: crmValues(of: name)
    )
  }

  private mutating func sales(_ base: Base) throws -> SalesCommitments {
    let hours = try BusinessHours(pick(["mon-fri 9:00-17:00", "tue 0:00-24:00", "sat-sun 8-12:30"]))
    let contact = FirstContact(
      minutes: pick([1, 30, 60, 90, 1_440, 60_000]),
      clock: maybe() ? .elapsed : .business(hours),
      share: try Share("90%")
    )
    let steps = (1...number(1...4)).map { Cadence.Step(touches: 2 * $0 - 1, days: 7 * $0 * $0 - 6) }
    let staffing = (0..<number(1...3)).map {
      Capacity.Staffing(from: base.term.first.advanced(by: 2 * $0), reps: 3 * $0)
    }
    return SalesCommitments(
      firstContact: maybe() ? contact : nil,
      cadence: maybe() ? .usual : Cadence(steps: maybe() ? [] : steps, share: try Share("2/3")),
      capacity: maybe() ? Capacity(leadsPerRep: number(1...2_000), staffing: staffing) : nil,
      rejection: maybe() ? RejectionWindow(days: number(1...365), isBusiness: maybe()) : nil
    )
  }

  /// A valid contract.
  mutating func contract() throws -> Contract {
    let first = try Month("2026-01").advanced(by: number(0...11))
    let term = try MonthRange(first: first, last: first.advanced(by: number(0...13)))
    let base = Base(
      term: term,
      yearStart: number(1...12),
      currency: try Currency(pick(["USD", "JPY", "KWD", "CLF"]))
    )
    let months: [ContractCalendar.Months] = [.gregorian, .weeks(.fourFourFive), .weeks(.fiveFourFour)]
    var people: [Signatory] = []
    for (position, team) in ([.marketing, .sales] + (0..<number(0...3)).map { _ in pick(Team.allCases) })
      .enumerated()
    {
      let email = try Email("p\(position)@\(pick(["x", "é", "A-b"])).example")
      people.append(
        Signatory(
          name: text(), email: email, team: team, role: text(), owes: maybe() ? "" : text(),
          key: try key(position))
      )
    }
    return try Contract(
      name: names(1)[0],
      title: maybe() ? text() : nil,
      term: term,
      effective: maybe() ? term[number(0...term.count - 1)] : nil,
      currency: base.currency,
      calendar: ContractCalendar(
        months: pick(months),
        fiscalYearStart: base.yearStart,
        holidays: (0..<number(0...5)).map { _ in Day(number: number(20_454...20_900)) }
      ),
      timeZone: try pick([nil, "UTC", "America/Sao_Paulo", "Etc/GMT+5", "Asia/Tokyo"]).map {
        try TimeZoneName($0)
      },
      deliverySource: pick(Contract.DeliverySource.allCases),
      tolerance: Share(pick(["10%", "0.05", "1/8"])),
      sustainedAfter: number(1...12),
      stages: maybe() ? [:] : [.mql: text(), .won: text()],
      streams: try names(number(1...3)).map { try stream($0, base) },
      sales: sales(base),
      measures: try names(number(0...2)).map { name in
        Measure(
          name: name,
          title: text(),
          owner: pick(Team.allCases),
          unit: text(),
          target: Score(millionths: number(-5_000_000...5_000_000)),
          direction: pick(Measure.Direction.allCases)
        )
      },
      signatories: people
    )
  }

  /// The same YAML with blocks in another order, other comments and other blank lines.
  mutating func shuffled(_ text: String) -> String {
    lines(text.split(separator: "\n").map(String.init), indent: 0).joined(separator: "\n") + "\n"
  }

  private mutating func lines(_ lines: [String], indent: Int) -> [String] {
    var blocks: [[String]] = []
    for line in lines {
      let depth = line.prefix { $0 == " " }.count
      if depth == indent { blocks.append([line]) } else { blocks[blocks.count - 1].append(line) }
    }
    // Items of a list keep their order: signatories are a list.
    if !(lines.first?.drop { $0 == " " }.hasPrefix("- ") ?? false) {
      for index in blocks.indices.dropFirst() { blocks.swapAt(index, number(0...index)) }
    }
    var result: [String] = []
    for block in blocks {
      if maybe() { result += ["", String(repeating: " ", count: number(0...9)) + "# a comment: {"] }
      result.append(maybe() && block.count == 1 ? block[0] + "   # why" : block[0])
      let inner = block.dropFirst()
      guard let first = inner.first else { continue }
      result += self.lines(Array(inner), indent: first.prefix { $0 == " " }.count)
    }
    return result
  }

  /// Bytes with some of them replaced, removed, doubled or cut off.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<number(1...4) {
      let place = number(0...bytes.count - 2)
      let end = min(bytes.count, place + number(1...40))
      switch number(0...5) {
      case 0: bytes[place] = UInt8(number(0...255))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: number(0...bytes.count))
      case 3: bytes = Array(bytes[..<max(2, end)])
      case 4:
        bytes.insert(
          contentsOf: pick(["&a ", "*a", "- ", ": ", "{", "\"", "\n", "? ", "|\n", "!t "]).utf8,
          at: place
        )
      default: bytes.swapAt(place, number(0...bytes.count - 1))
      }
    }
    return bytes
  }
}
