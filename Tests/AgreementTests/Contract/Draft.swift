import Agreement

/// Everything that a contract says, to be changed clause by clause.
struct Draft {
  var name = "acme-2026"
  var title = "Acme"
  var term = "2026-01..2026-12"
  var effective = "2026-01"
  var months = ContractCalendar.Months.gregorian
  var fiscalYearStart = 1
  var holidays = ["2026-12-25"]
  var timeZone: String? = "America/New_York"
  var deliverySource = Contract.DeliverySource.leads
  var tolerance = "10%"
  var sustainedAfter = 2
  var stages: [Stage: String] = [.mql: "asked for a call"]
  var streamName = "smb"
  var streamTitle = "Small business"
  var quotas = Array(repeating: "500000", count: 12)
  var retention = "10%"
  var margin: String? = "60%"
  var shares = ["60%", "40%"]
  var typeNames = ["website", "outbound"]
  var typeTitle = "Website form"
  var streamValues = ["SMB"]
  var typeValues = ["Organic Search", "Direct Traffic"]
  var conditions = ["employees > 10", "industry in [finance, banking]"]
  var rates = ["34%", "82%", "23%"]
  var source = MetricSource.measured("57/168, HubSpot")
  var laterWinRate: (quarter: String, rate: String)? = ("2026-Q3", "25%")
  var orderValue = "2000"
  var timeToClose = 45
  var contactMinutes = 240
  var contactShare = "95%"
  var hours = "mon-fri 9:00-17:00"
  var isAroundTheClock = false
  var steps = [Cadence.Step(touches: 3, days: 14), Cadence.Step(touches: 5, days: 28)]
  var cadenceShare = "90%"
  var leadsPerRep = 150
  var reps = [("2026-01", 26), ("2026-07", 28)]
  var rejection: RejectionWindow? = RejectionWindow(days: 5, isBusiness: true)
  var measureName = "csat"
  var measureTitle = "Satisfaction"
  var measureOwner = Team.service
  var unit = "points of 5"
  var target = "4.6"
  var direction = Measure.Direction.atLeast
  var signatory = (
    name: "Ada Lovelace", email: "ada@example.com", team: Team.marketing, role: "Head", owes: "Leads",
    key: String?.none
  )
  var otherKey: String?

  /// The contract, its streams and lead types in the given order or the other way round.
  func contract(isReversed: Bool = false) throws -> Contract {
    let calendar = ContractCalendar(
      months: months,
      fiscalYearStart: fiscalYearStart,
      holidays: try holidays.map { try Day($0) }
    )
    let types = try zip(typeNames, shares).map { name, share in
      try LeadType(
        name: Name(name),
        title: name == typeNames[0] ? typeTitle : nil,
        share: Share(share),
        funnel: funnel(calendar),
        crmValues: name == typeNames[0] ? typeValues : [],
        qualifies: name == typeNames[0] ? conditions.map(LeadCondition.init(_:)) : []
      )
    }
    let streams = try [streamName, "enterprise"].map { name in
      try Stream(
        name: Name(name),
        title: name == streamName ? streamTitle : nil,
        quotas: Quotas(first: Month("2026-01"), amounts: quotas.map(Specimen.money)),
        retention: Share(retention),
        margin: margin.map { try Share($0) },
        leadTypes: isReversed ? types.reversed() : types,
        crmValues: name == streamName ? streamValues : []
      )
    }
    return try Contract(
      name: Name(name),
      title: title,
      term: MonthRange(term),
      effective: Month(effective),
      currency: Specimen.usd,
      calendar: calendar,
      timeZone: timeZone.map { try TimeZoneName($0) },
      deliverySource: deliverySource,
      tolerance: Share(tolerance),
      sustainedAfter: sustainedAfter,
      stages: stages,
      streams: isReversed ? streams.reversed() : streams,
      sales: sales(),
      measures: isReversed ? measures().reversed() : measures(),
      signatories: [
        person(), Specimen.signatory("bob@example.com", .sales, key: otherKey),
        Specimen.signatory("cy@example.com", .marketing),
      ]
    )
  }

  private func funnel(_ calendar: ContractCalendar) throws -> AgreedFunnel {
    let later = try laterWinRate.map { later in
      try Metric<Rate>.Step(
        from: Quarter((fiscalYearStart == 1 ? "" : "FY") + later.quarter, fiscalYearStart: fiscalYearStart),
        figure: Rate(later.rate),
        source: .assumed
      )
    }
    let first = try Metric<Rate>.Step(from: nil, figure: Rate(rates[2]), source: source)
    let winRate = try Metric(steps: [first] + (later.map { [$0] } ?? []), startingIn: Month("2026-01"))
    return try AgreedFunnel(
      mqlToSQL: Metric(Rate(rates[0])),
      sqlToOpportunity: Metric(Rate(rates[1])),
      winRate: winRate ?? Metric(Rate(rates[2])),
      averageOrderValue: Metric(Specimen.money(orderValue)),
      timeToClose: Metric(timeToClose)
    )
  }

  private func sales() throws -> SalesCommitments {
    try SalesCommitments(
      firstContact: FirstContact(
        minutes: contactMinutes,
        clock: isAroundTheClock ? .elapsed : .business(BusinessHours(hours)),
        share: Share(contactShare)
      ),
      cadence: Cadence(steps: steps, share: Share(cadenceShare)),
      capacity: Capacity(
        leadsPerRep: leadsPerRep,
        staffing: reps.map { try Capacity.Staffing(from: Month($0.0), reps: $0.1) }
      ),
      rejection: rejection
    )
  }

  private func measures() throws -> [Measure] {
    let reviews = try Measure(
      name: Name("accounts"),
      title: "Accounts",
      owner: .sales,
      unit: "",
      target: Score("10"),
      direction: .atLeast
    )
    return try [
      Measure(
        name: Name(measureName),
        title: measureTitle,
        owner: measureOwner,
        unit: unit,
        target: Score(target),
        direction: direction
      ), reviews,
    ]
  }

  private func person() throws -> Signatory {
    try Signatory(
      name: signatory.name,
      email: Email(signatory.email),
      team: signatory.team,
      role: signatory.role,
      owes: signatory.owes,
      key: signatory.key.map { try KeyClause($0) }
    )
  }
}
