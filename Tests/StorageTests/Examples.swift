import Agreement

@testable import Storage

/// The value of an expression that cannot fail, such as a name in a literal.
func given<Value>(_ make: @autoclosure () throws -> Value) -> Value {
  do { return try make() } catch { preconditionFailure("\(error)") }
}

/// Contracts, names and moments that the tests share.
enum Example {
  static let day = given(try Day(2026, 1, 5))
  static let moment = Moment(day: day, second: 61_200, offset: -480)

  /// After everything that `fill` records.
  static let later = moment("2026-04-10")

  static func moment(_ day: String) -> Moment {
    Moment(day: given(try Day(day)), second: 61_200, offset: -480)
  }

  static func name(_ text: String) -> Name { given(try Name(text)) }

  static let web = LeadTypeKey(stream: name("smb"), leadType: name("website-form"))
  static let outbound = LeadTypeKey(stream: name("smb"), leadType: name("outbound"))
  static let ada = given(try Email("ada@example.com"))
  static let sam = given(try Email("Sam@example.com"))

  static func week(_ text: String) -> DayRange { given(try Week(text)).days }

  static func quotas(_ amount: Int, _ currency: Currency, months: Int = 12) -> Quotas {
    Quotas(
      first: given(try Month("2026-01")),
      amounts: (0..<months).map { Money(minorUnits: amount + $0, currency) }
    )
  }

  static func funnel(
    winRate: Metric<Rate> = Metric(given(try Rate("23%"))),
    order: Int = 200_000,
    _ currency: Currency
  ) -> AgreedFunnel {
    AgreedFunnel(
      mqlToSQL: Metric(given(try Rate("34%")), source: .measured("57/168, HubSpot, 2025-Q4")),
      sqlToOpportunity: Metric(given(try Rate("0.82"))),
      winRate: winRate,
      averageOrderValue: Metric(Money(minorUnits: order, currency)),
      timeToClose: Metric(45)
    )
  }

  static let signatories = [
    Signatory(name: "Ada Ng", email: ada, team: .marketing, role: "Head of Marketing", owes: "Leads."),
    Signatory(name: "Sam O'Neill", email: sam, team: .sales, role: "Head of Sales", owes: "Follow-up."),
  ]

  /// One stream of two lead types, in dollars.
  static func plain(
    _ text: String = "acme-2026",
    effective: String = "2026-01",
    winRate: String = "23%"
  ) throws -> Contract {
    let dollar = try Currency("USD")
    let rate = Metric(try Rate(winRate))
    return try Contract(
      name: name(text),
      term: try MonthRange("2026-01..2026-12"),
      effective: try Month(effective),
      currency: dollar,
      streams: [
        Stream(
          name: name("smb"),
          quotas: quotas(50_000_000, dollar),
          leadTypes: [
            LeadType(
              name: name("website-form"),
              share: try Share("70%"),
              funnel: funnel(winRate: rate, dollar)
            ),
            LeadType(name: name("outbound"), share: try Share("0.3"), funnel: funnel(winRate: rate, dollar)),
          ]
        )
      ],
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 240, clock: .elapsed, share: try Share("90%"))
      ),
      measures: [
        Measure(
          name: name("csat"),
          title: "Customer satisfaction",
          owner: .service,
          unit: "points of 5",
          target: try Score("4.5"),
          direction: .atLeast
        )
      ],
      signatories: signatories
    )
  }

  /// A contract that uses everything a contract can say but where counts come from, in several scripts.
  static func rich(_ code: String = "KWD", months: ContractCalendar.Months = .weeks(.fourFourFive)) throws
    -> Contract
  {
    let currency = try Currency(code)
    func quarter(_ text: String) throws -> Quarter { try Quarter(text, fiscalYearStart: 4) }
    let winRate = Metric(
      steps: [
        .init(from: try quarter("FY2027-Q1"), figure: try Rate("23%"), source: .assumed),
        .init(
          from: try quarter("FY2027-Q3"), figure: try Rate("1/4"), source: .measured("n = 12 \u{2028} “x”")),
        .init(from: try quarter("FY2027-Q4"), figure: try Rate("0.260001"), source: .assumed),
      ],
      startingIn: try Month("2026-04")
    )!
    let third = try Share("1/3")
    return try Contract(
      name: name("中小企業-e\u{301}"),
      title: "اتفاقية \"المبيعات\"\n\tline two \\ \u{1F1F0}\u{1F1FC}",
      term: try MonthRange("2026-04..2027-03"),
      effective: try Month("2026-05"),
      currency: currency,
      calendar: ContractCalendar(
        months: months,
        fiscalYearStart: 4,
        holidays: [try Day(2026, 12, 25), try Day(2026, 5, 1)]
      ),
      timeZone: try TimeZoneName("Asia/Kuwait"),
      tolerance: try Share("0.075"),
      sustainedAfter: 3,
      stages: [.mql: "asked for a price", .won: "契約済み"],
      streams: [
        Stream(
          name: name("مؤسسات"),
          title: "المؤسسات الصغيرة",
          quotas: Quotas(
            first: try Month("2026-04"),
            amounts: (0..<15).map { Money(minorUnits: 1_000_001 * $0, currency) }
          ),
          retention: third,
          margin: try Share("62.5%"),
          leadTypes: [
            LeadType(
              name: name("見積もり"),
              title: "見積もり依頼",
              share: third,
              funnel: funnel(winRate: winRate, order: 1, currency),
              crmValues: ["Web: \"quote\"", "見積り"],
              qualifies: [
                try LeadCondition("employees > 10"),
                try LeadCondition("業種 in [金融, banking]"),
                try LeadCondition("employees <= 1000.5"),
              ]
            ),
            LeadType(
              name: name("Ångström"),
              share: third,
              funnel: funnel(order: 1_250, currency),
              crmValues: ["e\u{301}"]
            ),
            LeadType(name: name("cafe\u{301}"), share: third, funnel: funnel(order: 99, currency)),
          ],
          crmValues: ["SMB", "small, medium"]
        ),
        Stream(
          name: name("enterprise"),
          quotas: Quotas(
            first: try Month("2026-04"),
            amounts: (0..<12).map { _ in Money(minorUnits: 0, currency) }
          ),
          leadTypes: [LeadType(name: name("outbound"), share: .all, funnel: funnel(order: 7, currency))]
        ),
      ],
      sales: SalesCommitments(
        firstContact: FirstContact(minutes: 90, clock: .business(.usual), share: try Share("9/10")),
        cadence: Cadence(
          steps: [Cadence.Step(touches: 2, days: 7), Cadence.Step(touches: 4, days: 30)],
          share: try Share("95%")
        ),
        capacity: Capacity(
          leadsPerRep: 120,
          staffing: [
            Capacity.Staffing(from: try Month("2026-04"), reps: 3),
            Capacity.Staffing(from: try Month("2026-10"), reps: 0),
          ]
        ),
        rejection: RejectionWindow(days: 5, isBusiness: true)
      ),
      measures: [
        Measure(
          name: name("churn"),
          title: "Churn",
          owner: .sales,
          unit: "%",
          target: try Score("-1.25"),
          direction: .atMost
        ),
        Measure(
          name: name("csat"),
          title: "CSAT",
          owner: .service,
          unit: "/5",
          target: try Score("4.5"),
          direction: .atLeast
        ),
      ],
      signatories: signatories + [
        Signatory(
          name: "李 小龍",
          email: try Email("li@例え.jp"),
          team: .leadership,
          role: "CEO",
          owes: "O'ne \"word\"; -- DROP TABLE contract"
        )
      ]
    )
  }

  /// A database with one signed contract and an entry of every kind.
  static func fill(_ database: Database) throws {
    let acme = name("acme-2026")
    let version = try database.propose(
      plain(), by: "ada", at: moment, note: "first", source: "contract: acme-2026 # ours\n")
    for email in [ada, sam] {
      _ = try database.sign(
        acme,
        version: 1,
        digest: version.digest,
        by: email,
        word: .signed,
        at: moment("2026-01-06"),
        recordedBy: "ada"
      )
    }
    _ = try database.record(
      [
        NewDelivery(key: web, days: week("2026-W07"), count: 212),
        NewDelivery(key: outbound, days: week("2026-W07"), count: 80),
      ],
      for: acme,
      by: "ada",
      at: moment("2026-02-16")
    )
    _ = try database.correct(
      [NewDelivery(key: web, days: week("2026-W07"), count: -12)],
      reason: "spam",
      for: acme,
      by: "ada",
      at: moment("2026-02-18")
    )
    _ = try database.record(
      [
        NewOutcome(
          key: web,
          month: try Month("2026-02"),
          figures: OutcomeFigures(sqls: 60, won: 3, revenue: Money(minorUnits: 600_000, try Currency("USD")))
        )
      ],
      for: acme,
      by: "sam",
      at: moment("2026-03-02")
    )
    _ = try database.record(
      [
        NewObservation(
          subject: name("contacted"),
          rep: "Kim",
          days: week("2026-W07"),
          finding: .kept(met: 180, due: 212)
        ),
        NewObservation(
          subject: name("csat"),
          stream: name("smb"),
          days: week("2026-W07"),
          finding: .measured(try Score("4.6"))
        ),
      ],
      for: acme,
      by: "sam",
      at: moment("2026-03-02")
    )
    _ = try database.keepMetrics(
      of: try Quarter("2026-Q1", fiscalYearStart: 1),
      reason: "too few",
      for: acme,
      by: "ada",
      at: moment("2026-04-02")
    )
    _ = try database.importDeliveries(
      DeliveryFile(
        name: "leads.csv",
        digest: Digest(hashing: "a file"),
        rows: [.init(line: 2, delivery: NewDelivery(key: web, days: week("2026-W08"), count: 199))]
      ),
      for: acme,
      by: "ada",
      at: moment("2026-04-03")
    )
  }
}
