import Agreement

/// Leads of a small agreement, one by one, and what was done about them.
struct FollowedLeads {
  var hours: String? = "mon-fri 9:00-17:00"
  var minutes: Int? = 240
  var holidays = ["2026-02-16"]
  var steps = Cadence.usual.steps
  var source = Contract.DeliverySource.leads
  var fields: LeadFields = [.externalID, .leadType, .delivered, .contacted, .rep, .won, .lost]
  var disputes: [DisputeStep] = []
  private var records: [LeadRecord] = []
  private var touches: [Touch] = []

  mutating func add(
    _ id: String, _ delivered: String, contacted: String? = nil, rep: String? = nil, won: String? = nil,
    lost: String? = nil, leadType: String = "website", stage: Stage? = nil, ending: LeadEnding? = nil
  ) throws {
    let facts = try LeadFacts(
      leadType: leadType, delivered: Occurrence(delivered), rep: rep,
      contacted: contacted.map { try Occurrence($0) }, won: won.map { try Occurrence($0) },
      lost: lost.map { try Occurrence($0) }, stage: stage, ending: ending)
    records.append(
      LeadRecord(key: LeadRecord.Key(lead: id), facts: facts, told: fields, mark: try Specimen.mark()))
  }

  mutating func touch(_ id: String, _ times: String..., isAutomatic: Bool = false) throws {
    for time in times {
      touches.append(try Touch(lead: id, at: Occurrence(time), kind: "call", isAutomatic: isAutomatic))
    }
  }

  var contract: Contract {
    get throws {
      let clock = try hours.map { FirstContact.Clock.business(try BusinessHours($0)) } ?? .elapsed
      return try Contract(
        name: Name("acme-2026"), term: MonthRange("2025-10..2026-12"), currency: Specimen.usd,
        calendar: ContractCalendar(holidays: holidays.map { try Day($0) }), deliverySource: source,
        streams: [Specimen.stream(quotas: Array(repeating: "500000", count: 15), from: "2025-10")],
        sales: SalesCommitments(
          firstContact: minutes.map { FirstContact(minutes: $0, clock: clock, share: try Share("90%")) },
          cadence: Cadence(steps: steps, share: Share("80%")),
          capacity: Capacity(
            leadsPerRep: 2, staffing: [Capacity.Staffing(from: Month("2026-01"), reps: 3)])),
        measures: [
          Measure(
            name: Name("csat"), title: "Satisfaction", owner: .sales, unit: "points", target: Score("4"),
            direction: .atLeast)
        ], signatories: Specimen.signatories())
    }
  }

  func ledger(observations: [Observation] = []) throws -> Ledger {
    try Ledger(
      history: Specimen.signedHistory(contract), observations: observations,
      leads: LeadBook(records: records, touches: touches, disputes: disputes))
  }

  func followUp(at now: String) throws -> FollowUp {
    let ledger = try ledger()
    return try FollowUp(
      of: ledger.placedLeads, in: ledger.leads, under: contract,
      from: .moment(Moment(now)))
  }
}
