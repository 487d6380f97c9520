import Agreement

@testable import Storage

extension Example {
  static let dollar = given(try Currency("USD"))

  static func at(_ text: String) -> Occurrence { given(try Occurrence(text)) }

  /// The columns of a file that says all there is to say, with two columns that conditions name.
  static let everyColumn = LeadColumns(
    fields: LeadFields(LeadField.allCases), attributes: ["employees", "industry"])

  /// A lead that has gone all the way, with its deal and an entry of its history.
  static let leadRows = [
    LeadRow(
      line: 2,
      key: LeadRecord.Key(lead: "4711"),
      facts: LeadFacts(
        stream: "SMB",
        leadType: "Website Form",
        delivered: at("2026-02-10"),
        rep: "Kim",
        contacted: at("2026-02-10T17:00:00.25-08:00"),
        salesQualified: at("2026-02-12"),
        attributes: ["employees": "12", "industry": "\"ban\\king\"\u{7}\n é"]
      )
    ),
    LeadRow(
      line: 3,
      key: LeadRecord.Key(lead: "4711", part: .deal("77")),
      facts: LeadFacts(
        opportunity: at("2026-02-11"), won: at("2026-02-12T10:00:00Z"), stage: .won,
        amount: Money(minorUnits: 210_050, dollar))
    ),
    LeadRow(
      line: 4,
      key: LeadRecord.Key(lead: "4711", part: .event("2026-02-11 lost")),
      facts: LeadFacts(lost: at("2026-02-11"), disqualified: at("2026-02-11"), reason: "no answer")
    ),
    LeadRow(
      line: 5,
      key: LeadRecord.Key(lead: "4712"),
      facts: LeadFacts(leadType: "outbound", delivered: at("2026-02-11"), ending: .disqualified)
    ),
  ]

  static let touchRows = [
    TouchRow(line: 2, touch: Touch(lead: "4711", at: at("2026-02-10T17:00:00Z"), kind: "call", rep: "Kim")),
    TouchRow(
      line: 3, touch: Touch(id: "t2", lead: "4712", at: at("2026-02-12"), kind: "reply", isAutomatic: true)),
  ]

  /// Leads, touches, a dispute and a mapping for the contract of `fill`, and an import taken back, in six entries of the journal.
  static func fillLeads(_ database: Database) throws {
    let acme = name("acme-2026")
    let digest = Digest(hashing: "leads")
    _ = try database.importLeads(
      from: "crm.csv", columns: everyColumn, for: acme, by: "ada", at: later
    ) { record in
      for row in leadRows { try record(row) }
      return digest
    }
    _ = try database.importTouches(from: "calls.csv", for: acme, by: "ada", at: later) { record in
      for row in touchRows { try record(row) }
      return digest
    }
    try dispute(.rejected, on: "4712", in: database)
    try database.saveMapping(
      "external-id=mql_id", named: name("crm"), kind: .leads, for: acme, by: "ada", at: later)
    let slip = try database.importTouches(from: "slip.csv", for: acme, by: "ada", at: later) { record in
      try record(TouchRow(line: 2, touch: Touch(lead: "4713", at: at("2026-02-12"), kind: "call")))
      return digest
    }
    try database.withdrawImport(
      slip.number ?? 0, reason: "another contract's", for: acme, by: "ada", at: later)
  }

  /// Says something else of a lead and of a touch that are on record, and of a touch whose lead is not, in two entries of
  /// the journal.
  static func changeLeads(_ database: Database) throws {
    let acme = name("acme-2026")
    _ = try database.importLeads(from: "crm2.csv", columns: everyColumn, for: acme, by: "ada", at: later) {
      record in
      try record(
        LeadRow(
          line: 2, key: LeadRecord.Key(lead: "4712"),
          facts: LeadFacts(leadType: "outbound", delivered: at("2026-02-11"), won: at("2026-03-01"))))
      return Digest(hashing: "leads again")
    }
    _ = try database.importTouches(from: "calls2.csv", for: acme, by: "ada", at: later) { record in
      try record(TouchRow(line: 2, touch: Touch(id: "t2", lead: "4712", at: at("2026-02-13"), kind: "call")))
      try record(TouchRow(line: 3, touch: Touch(id: "t3", lead: "none", at: at("2026-02-13"), kind: "call")))
      return Digest(hashing: "touches again")
    }
  }

  /// Records a step as it stands, past the rules.
  static func dispute(
    _ word: DisputeStep.Word, on lead: String, in database: Database, at moment: Moment = later
  ) throws {
    let connection = database.connection
    try database.recording(.reject, by: "sam", at: { moment }) { stamp in
      let (entry, history) = try database.agreed(name("acme-2026"))
      let disputes = DisputeStore(connection: connection)
      var counting = try LeadCounting(of: entry, history, under: stamp, on: connection)
      try counting.change(lead)
      _ = try disputes.insert(word, on: lead, reason: "spam", of: entry, under: stamp)
      try counting.finish()
      return ((), entry.id, "acme-2026, lead \(lead): \(word.rawValue)")
    }
  }
}
