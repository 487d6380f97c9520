import Agreement
import TestSupport
import Testing

@testable import Storage

/// A report on some months reads their leads only, and what all leads add up to: it must say what it says of all leads.
@Suite struct LeadExtractLawTests {
  private let acme = Example.name("acme-2026")
  private let columns = [
    LeadColumns(
      fields: LeadFields(LeadField.allCases).subtracting([.contacted]), attributes: ["employees"]),
    LeadColumns(fields: [.externalID, .deal, .won, .lost, .amount, .stage]),
    LeadColumns(fields: [.externalID, .delivered, .leadType, .rep, .contacted]),
  ]

  private static func contract(effective: String = "2026-02", more than: Int = 50) throws -> Contract {
    let plain = try Example.plain(effective: effective)
    let condition = try LeadCondition("employees > \(than)")
    return try Contract(
      name: plain.name, term: plain.term, effective: plain.effective,
      currency: plain.currency, deliverySource: .leads,
      streams: plain.streams.map { stream in
        Stream(
          name: stream.name, quotas: stream.quotas,
          leadTypes: stream.leadTypes.map { type in
            LeadType(
              name: type.name, share: type.share, funnel: type.funnel,
              qualifies: type.name.text == "outbound" ? [condition] : [])
          })
      },
      sales: SalesCommitments(
        firstContact: plain.sales.firstContact,
        cadence: Cadence(steps: [Cadence.Step(touches: 2, days: 7)], share: try Share("80%"))),
      signatories: plain.signatories)
  }

  /// The ids of leads, of which two stand the other way round by their bytes than by Unicode.
  private static func id(_ number: Int) -> String {
    switch number {
    case 7: "Le\u{301}"
    case 8: "Lf"
    default: "L\(number)"
    }
  }

  /// A row of a file that is imported on `day`.
  private func row(_ random: inout SplitMix64, on imported: Day) -> LeadRow {
    func maybe<Value>(_ value: Value) -> Value? { random.int(0...3) == 0 ? nil : value }
    let lead = Self.id(random.int(0...40))
    let part: LeadRecord.Part = random.pick([
      .lead, .lead, .lead, .deal("\(random.int(0...15))"), .event("\(random.int(0...3))"),
    ])
    let day = Day(number: Example.day.number + random.int(0...400))
    func time(_ day: Day) -> Occurrence {
      random.int(0...1) == 0
        ? .day(day)
        : .moment(Moment(day: day, second: random.int(0...86_399), offset: random.pick([120, 0, -720, 840])))
    }
    let delivered = time(day)
    // The clock of the other system may be ahead.
    let recently = imported.advanced(by: random.int(-3...1))
    return LeadRow(
      line: 2,
      key: LeadRecord.Key(lead: lead, part: part),
      facts: LeadFacts(
        leadType: maybe(random.pick(["outbound", "website-form", "other"])),
        delivered: maybe(delivered),
        rep: maybe(random.pick(["Kim", "Lee"])),
        contacted: maybe(.day(day.advanced(by: random.int(0...5)))),
        salesQualified: maybe(.day(day.advanced(by: random.int(-3...60)))),
        won: random.int(0...3) == 0
          ? time(random.pick([day.advanced(by: random.int(-5...100)), recently])) : nil,
        lost: random.int(0...5) == 0 ? time(random.pick([day.advanced(by: 20), recently])) : nil,
        disqualified: random.int(0...9) == 0 ? time(recently) : nil,
        stage: random.int(0...4) == 0 ? random.pick(Stage.allCases) : nil,
        ending: random.int(0...6) == 0 ? random.pick(LeadEnding.allCases) : nil,
        amount: maybe(
          Money(
            minorUnits: random.int(0...1_000_000), random.pick([Example.dollar, given(try Currency("EUR"))]))),
        attributes: random.int(0...2) == 0 ? [:] : ["employees": "\(random.int(1...100))"]
      )
    )
  }

  /// The day on which everything is recorded, unless the test has days pass.
  private static let imported = Day(number: Example.day.number + 725)

  /// Imports rows; where two of them contradict each other, only the first counts.
  private func importLeads(
    _ random: inout SplitMix64, into database: Database, on day: Day = LeadExtractLawTests.imported
  ) throws {
    let columns = random.pick(self.columns)
    var seen: Set<String> = []
    let rows = (0..<random.int(1...20)).map { _ in row(&random, on: day) }.filter { row in
      let key = if case .deal(let number) = row.key.part { "deal \(number)" } else { "\(row.key)" }
      return seen.insert(key).inserted
    }
    _ = try database.importLeads(
      from: "crm.csv", columns: columns, for: acme, by: "ada", at: Moment(day: day)
    ) { record in
      for (index, row) in rows.enumerated() {
        try record(LeadRow(line: index + 2, key: row.key, facts: row.facts))
      }
      return Digest(hashing: "\(rows)")
    }
  }

  private func importTouches(
    _ random: inout SplitMix64, into database: Database, on day: Day = LeadExtractLawTests.imported
  ) throws {
    let ids = Array(0...30).shuffled(using: &random).prefix(random.int(1...12))
    let touches = ids.map { id in
      Touch(
        id: "t\(id)", lead: Self.id(random.int(0...50)),
        at: .moment(Moment(instant: 1_770_000_000 + random.int(0...30_000_000))), kind: "call",
        isAutomatic: random.int(0...4) == 0)
    }
    _ = try database.importTouches(
      from: "calls.csv", for: acme, by: "ada", at: Moment(day: day)
    ) { record in
      for (index, touch) in touches.enumerated() { try record(TouchRow(line: index + 2, touch: touch)) }
      return Digest(hashing: "\(touches)")
    }
  }

  private func takeBack(_ random: inout SplitMix64, in database: Database, on day: Day) throws {
    let standing = try database.imports(for: acme).filter { $0.withdrawal == nil }
    guard let newest = standing.last(where: { $0.kind == random.pick([.leads, .touches]) }) else { return }
    do {
      try database.withdrawImport(
        newest.mark.number, reason: "slip", for: acme, by: "ada", at: Moment(day: day))
    } catch is WithdrawalRefusal {
      // A later import of the kind stands; nothing changes.
    }
  }

  private func revise(_ random: inout SplitMix64, in database: Database, on day: Day) throws {
    let history = try #require(try database.history(of: acme))
    let contract = try Self.contract(
      effective: random.pick(["2026-04", "2026-06", "2026-09"]), more: random.int(1...99))
    guard contract.canonicalText != history.newest.contract.canonicalText else { return }
    let moment = Moment(day: day)
    do {
      let version = try database.propose(contract, by: "ada", at: moment)
      for person in contract.signatories where random.int(0...2) > 0 {
        _ = try database.sign(
          acme, version: version.number, digest: version.digest, by: person.email, word: .signed, at: moment,
          recordedBy: "ada")
      }
    } catch is ProposalRefusal {
      // An older version rules by then; nothing changes.
    }
  }

  private func compare(
    _ random: inout SplitMix64, in database: Database, on day: Day = LeadExtractLawTests.imported,
    _ comment: Comment
  ) throws {
    let first = Example.day.month.advanced(by: random.int(-1...13))
    let window = try MonthRange(first: first, last: first.advanced(by: random.int(0...3)))
    let today = try Day("2026-03-01").advanced(by: random.int(0...500))
    let all = try #require(try database.ledger(of: acme))
    let cut = try #require(
      try database.ledger(of: acme, leadsOf: LeadWindow(months: window, today: today)))
    let extract = try #require(cut.leads.extract, comment)
    #expect(extract.months == window, comment)
    for place in Set(cut.leadSums.sums.keys).union(all.leadSums.sums.keys) {
      let due = all.leadSums.sums[place].map {
        place.key == nil ? $0 : together($0, upTo: today.advanced(by: -90))
      }
      #expect(cut.leadSums.sums[place] == due, "\(place), \(comment)")
    }
    #expect(cut.placedLeads == all.placedLeads.filter { window.contains($0.month) }, comment)
    #expect(cut.leads.hasTouches == all.leads.hasTouches, comment)
    #expect(cut.leads.strayTouches == all.leads.strayTouches, comment)
    #expect(cut.leads.isEmpty == all.leads.isEmpty, comment)

    let (accounts, own) = (try Accounts(all), try Accounts(cut))
    let months = all.history.months
    for month in months {
      let (due, found) = (try accounts.account(of: month), try own.account(of: month))
      #expect(found == due, comment)
      for type in due?.leadTypes ?? [] {
        let key = type.demand.key
        #expect(own.outcome(of: key, in: month) == accounts.outcome(of: key, in: month), comment)
      }
    }
    // A report of that day, and of any later one, is told the same times to close.
    for day in [today, today.advanced(by: random.int(1...200))] {
      let funnels = try accounts.observedFunnels(in: months, on: day)
      #expect(try own.observedFunnels(in: months, on: day) == funnels, comment)
    }
    // One that is made for several days is told each day.
    let several = LeadWindow(months: window, today: nil)
    let each = try #require(try database.ledger(of: acme, leadsOf: several))
    #expect(each.leadSums == all.leadSums, comment)
    try compareOpenLeads(&random, in: database, around: random.pick([today, day]), window, all, comment)
    let days = all.history.newest.contract.calendar.days(of: window)
    let contract = all.history.newest.contract
    let followUp = all.followUp(in: days, under: contract, from: .end(of: today))
    #expect(cut.followUp(in: days, under: contract, from: .end(of: today)) == followUp, comment)
    #expect(
      try cut.commitments(of: contract, in: days, on: today)
        == all.commitments(of: contract, in: days, on: today), comment)
    let cutDay = days.last.advanced(by: -random.int(0...40))
    if window.contains(cutDay.month) {
      // The month of the day is counted up from its leads.
      let due = all.through(cutDay).leadSums.sums.map { place, sum in
        let isTogether = place.key != nil && place.month != cutDay.month
        return (place, isTogether ? together(sum, upTo: today.advanced(by: -90)) : sum)
      }
      #expect(cut.through(cutDay).leadSums == LeadSums(Dictionary(uniqueKeysWithValues: due)), comment)
    }
  }

  /// What is open and overdue, seen from days around `day` and from later ones, is what it is by all leads.
  private func compareOpenLeads(
    _ random: inout SplitMix64, in database: Database, around day: Day, _ months: MonthRange, _ all: Ledger,
    _ comment: Comment
  ) throws {
    let first = day.advanced(by: random.int(-5...4))
    let window = LeadWindow(months: months, today: first, openOn: first)
    let cut = try #require(try database.ledger(of: acme, leadsOf: window))
    #expect(cut.placedLeads == all.placedLeads.filter { months.contains($0.month) }, comment)
    for later in [0, 0, random.int(1...100)] {
      let day = first.advanced(by: later)
      let moment = Moment(day: day, second: random.int(0...86_399), offset: random.pick([0, 840, -720]))
      for standpoint in [Standpoint.end(of: day), .moment(moment)] {
        #expect(
          cut.openLeads(from: standpoint) == all.openLeads(from: standpoint), "\(standpoint) \(comment)")
      }
    }
  }

  /// The sum with its days up to `old` told as one.
  private func together(_ sum: LeadSum, upTo old: Day) -> LeadSum {
    var told = sum
    told.days = sum.days.filter { $0.day > old }
    if var first = sum.days.first, first.day <= old {
      for day in sum.days.dropFirst() where day.day <= old { first.add(day) }
      told.days.insert(first, at: 0)
    }
    return told
  }

  @Test func `says of some months what it says of all leads, whatever was recorded`() throws {
    try forRandomCases(40) { random, comment in
      let database = try Database.inMemory(at: Example.moment)
      _ = try database.propose(Self.contract(), by: "ada", at: Example.moment)
      var day = Self.imported
      for _ in 0..<random.int(2...10) {
        switch random.int(0...7) {
        case 0...2: try importLeads(&random, into: database, on: day)
        case 3...4: try importTouches(&random, into: database, on: day)
        case 5:
          let word = random.pick(DisputeStep.Word.allCases)
          try Example.dispute(word, on: Self.id(random.int(0...40)), in: database, at: Moment(day: day))
        case 6: try takeBack(&random, in: database, on: day)
        default: try revise(&random, in: database, on: day)
        }
        day = day.advanced(by: random.int(0...3))
      }
      // Leads must have come in once, for anything to be kept.
      try importLeads(&random, into: database, on: day)
      try compare(&random, in: database, on: day, comment)
      #expect(try database.verify().problems == [], comment)
    }
  }

  private static func window() throws -> LeadWindow {
    LeadWindow(months: try MonthRange("2026-04..2026-06"), today: try Day("2026-11-15"))
  }

  @Test func `reads every lead where what they add up to is not kept, or not as of that day`() throws {
    let database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(Self.contract(), by: "ada", at: Example.moment)
    var random = SplitMix64(seed: 7)
    try importLeads(&random, into: database)
    let window = try Self.window()
    let before = try Day("2027-12-30")
    #expect(try #require(try database.ledger(of: acme, leadsOf: window)).leads.extract != nil)
    #expect(try #require(try database.ledger(of: acme, asOf: before, leadsOf: window)).leads.extract == nil)
    try database.connection.execute("DELETE FROM lead_count")
    #expect(try #require(try database.ledger(of: acme, leadsOf: window)).leads.extract == nil)
    #expect(try database.verify().problems == [])
    try importLeads(&random, into: database)
    try compare(&random, in: database, "counted anew")
  }

  /// A file with 600 leads of one day, and touches of some of them.
  private func many(_ folder: borrowing TemporaryFolder) throws -> (path: String, day: Day, writing: Database)
  {
    let path = folder.file("a.leadpact")
    let writing = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    _ = try writing.propose(Self.contract(), by: "ada", at: Example.moment)
    let day = try Day("2026-05-10")
    let columns = LeadColumns(fields: [.externalID, .delivered, .leadType])
    _ = try writing.importLeads(
      from: "crm.csv", columns: columns, for: acme, by: "ada", at: Moment(day: Self.imported)
    ) { record in
      for number in 0..<600 {
        let facts = LeadFacts(leadType: "website-form", delivered: .day(day))
        try record(LeadRow(line: number + 2, key: LeadRecord.Key(lead: "L\(number)"), facts: facts))
      }
      return Digest(hashing: "leads")
    }
    var random = SplitMix64(seed: 9)
    for _ in 0..<4 { try importTouches(&random, into: writing) }
    return (path, day, writing)
  }

  private func touchTimes(_ day: Day, by database: Database) throws -> TouchTimes {
    let contract = try #require(try ContractStore(connection: database.connection).entry(named: acme))
    let store = LeadExtractStore(connection: database.connection, contract: contract)
    return try store.touchTimes(of: store.ids(delivered: DayRange(day)))
  }

  private static let touchQuery = "FROM touch\nWHERE contract_id = ?1 AND lead IN"

  @Test func `reads the touches of many leads beside them, and finds what it finds one after the other`()
    throws
  {
    let folder = try TemporaryFolder()
    let (path, day, _) = try many(folder)
    let reading = try Database.open(at: path, for: .reading, at: Example.moment)
    let ledger = try #require(try reading.ledger(of: acme, leadsOf: Self.window()))
    #expect(!reading.connection.preparedSQL.contains { $0.contains(Self.touchQuery) })
    let due = try touchTimes(day, by: reading)
    #expect(reading.connection.preparedSQL.contains { $0.contains(Self.touchQuery) })
    #expect(ledger.leads.extract?.touchTimes == due)
    #expect((0..<600).contains { due["L\($0)"].count > 1 })
  }

  @Test func `tells the touches of its own snapshot where another process adds some meanwhile`() throws {
    let folder = try TemporaryFolder()
    let (path, day, writing) = try many(folder)
    let reading = try Database.open(at: path, for: .reading, at: Example.moment)
    let due = try touchTimes(day, by: reading)
    let ledger = try reading.reading {
      #expect(try reading.contractNames() == [acme])
      var random = SplitMix64(seed: 10)
      try importTouches(&random, into: writing)
      return try #require(try reading.ledger(of: acme, leadsOf: Self.window()))
    }
    #expect(ledger.leads.extract?.touchTimes == due)
    #expect(try touchTimes(day, by: reading) != due)
  }

  private func filled() throws -> Database {
    let database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(Self.contract(), by: "ada", at: Example.moment)
    var random = SplitMix64(seed: 12)
    for _ in 0..<6 {
      try importLeads(&random, into: database)
      try importTouches(&random, into: database)
    }
    return database
  }

  @Test(arguments: [
    (
      "UPDATE lead_month SET sqls = sqls + 1 WHERE lead_month_id = (SELECT max(lead_month_id) FROM lead_month)",
      "lead_month row sqls"
    ),
    (
      "UPDATE lead_month SET days = 'x' WHERE lead_month_id = (SELECT max(lead_month_id) FROM lead_month)",
      "lead_month row days"
    ),
    (
      "UPDATE lead_month SET stream = 'x' WHERE lead_month_id = (SELECT max(lead_month_id) FROM lead_month)",
      "lead_month row"
    ),
    (
      "DELETE FROM lead_month WHERE lead_month_id = (SELECT max(lead_month_id) FROM lead_month)", "lead_month"
    ),
    ("DELETE FROM superseded_lead", "superseded_lead row"),
    ("DELETE FROM superseded_touch", "superseded_touch row"),
    ("DELETE FROM stray_lead", "stray_lead"),
    ("INSERT INTO stray_lead (contract_id, lead) VALUES (1, 'nobody''s')", "stray_lead row"),
    ("INSERT INTO superseded_lead SELECT max(lead_id) FROM lead", "superseded_lead row"),
  ])
  func `names what was altered of what is kept`(sql: String, place: String) throws {
    let database = try filled()
    #expect(try database.verify().problems == [])
    try database.connection.execute(sql)
    let problems = try database.verify().problems
    let words = place.split(separator: " ")
    #expect(problems.contains { problem in words.allSatisfy(problem.place.contains) }, "\(problems)")
  }

  @Test(arguments: [
    ("days", "'x'"), ("times", "'1-2'"), ("times", "'20000000 1'"), ("times", "'1 -1'"),
    ("revenue", "'USD 1'"),
    ("adjustment", "9223372036854775807"), ("sqls", "-9223372036854775807"), ("won", "9223372036854775807"),
    ("opportunities", "9223372036854775807"), ("won_without_amount", "9223372036854775807"),
    ("won_undated", "9223372036854775807"), ("waiting", "9223372036854775807"), ("told", "32768"),
  ])
  func `reports nothing of what cannot be read, and names it`(column: String, value: String) throws {
    let database = try filled()
    try database.connection.execute("UPDATE lead_month SET \(column) = \(value)")
    #expect(
      throws: StorageError.unexpectedValue(table: "lead_month", column: column, found: value)
    ) { try database.ledger(of: acme, leadsOf: Self.window()) }
  }

  @Test(arguments: ["months", "open", "one", "disputed"])
  func `scans no table that grows with history for a report on some leads`(which: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.leadpact")
    let writing = try Database.open(at: path, for: .recording(create: true), at: Example.moment)
    _ = try writing.propose(Self.contract(), by: "ada", at: Example.moment)
    var random = SplitMix64(seed: 3)
    try importLeads(&random, into: writing)
    try importTouches(&random, into: writing)

    let reading = try Database.open(at: path, for: .reading, at: Example.moment)
    let months = try Self.window().months
    let ledger =
      switch which {
      case "months": try reading.ledger(of: acme, leadsOf: Self.window())
      case "open":
        try reading.ledger(of: acme, leadsOf: LeadWindow(months: months, today: nil, openOn: Self.imported))
      case "one": try reading.ledger(of: acme, only: .one("L3"))
      default: try reading.ledger(of: acme, only: .disputed)
      }
    #expect((ledger?.leads.extract != nil) == ["months", "open"].contains(which))
    let plans = try Connection.open(path, mode: .existing)
    let growing = [
      "lead", "touch", "delivery", "outcome", "observation", "dispute", "journal", "journal_part",
      "lead_month", "superseded_lead", "superseded_touch", "stray_lead",
    ]
    let statements = reading.connection.preparedSQL.filter { $0.hasPrefix("SELECT") }
    #expect(statements.count > 10)
    #expect(statements.contains { $0.contains("FROM lead\nWHERE contract_id = ?1 AND external_id IN") })
    for sql in statements {
      for step in try plans.texts("EXPLAIN QUERY PLAN \(sql)", column: 3) {
        let words = step.split(separator: " ").map(String.init)
        guard words.count > 1, growing.contains(words[1]) else { continue }
        #expect(words.first != "SCAN", "\(step) for:\n\(sql)")
        // To look up all rows of a contract is as much; of leads that are open, and of the first row, it is not.
        guard ["lead", "touch"].contains(words[1]), !sql.contains("LIMIT 1") else { continue }
        #expect(!step.hasSuffix("(contract_id=?)") || step.contains("lead_open"), "\(step) for:\n\(sql)")
      }
    }
  }

  @Test func `tells of some leads what it tells of all`() throws {
    try forRandomCases(40) { random, comment in
      let database = try Database.inMemory(at: Example.moment)
      _ = try database.propose(Self.contract(), by: "ada", at: Example.moment)
      for _ in 0..<random.int(1...5) {
        try importLeads(&random, into: database)
        try importTouches(&random, into: database)
        let word = random.pick(DisputeStep.Word.allCases)
        try Example.dispute(
          word, on: Self.id(random.int(0...40)), in: database, at: Moment(day: Self.imported))
      }
      if random.int(0...3) == 0 { try database.connection.execute("DELETE FROM lead_count") }
      let all = try #require(try database.ledger(of: acme))
      let id = random.pick(all.leads.leads.map(\.id) + ["L1000"])
      let one = try #require(try database.ledger(of: acme, only: .one(id)))
      #expect(one.leads.lead(id) == all.leads.lead(id), comment)
      #expect(one.placedLead(id) == all.placedLead(id), comment)
      #expect(one.leads.touches(of: id) == all.leads.touches(of: id), comment)
      #expect(one.leads.dispute(on: id) == all.leads.dispute(on: id), comment)
      let disputed = try #require(try database.ledger(of: acme, only: .disputed))
      #expect(disputed.leads.disputes == all.leads.disputes, comment)
      for step in all.leads.disputes {
        #expect(disputed.placedLead(step.lead) == all.placedLead(step.lead), comment)
      }
      #expect(try database.ledger(of: Example.name("none"), only: .disputed) == nil)
    }
  }
}
