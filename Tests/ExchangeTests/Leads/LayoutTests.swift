import Agreement
import Exchange
import Foundation
import Testing

/// A fixture and what is read from it.
struct LayoutCase: Sendable, CustomTestStringConvertible {
  let file: String
  let layout: String
  let skipped: Int
  let fields: LeadFields
  let lines: [String]

  init(_ file: String, _ layout: String, skipped: Int = 0, fields: LeadFields, _ lines: [String]) {
    (self.file, self.layout, self.skipped, self.fields, self.lines) = (file, layout, skipped, fields, lines)
  }

  var testDescription: String { file }
}

@Suite struct LayoutTests {
  @Test(arguments: [
    LayoutCase(
      "hubspot-contacts.csv", "HubSpot contacts",
      fields: [
        .externalID, .delivered, .leadType, .rep, .contacted, .salesQualified, .opportunity, .won, .stage,
      ],
      [
        "2 101: delivered=2026-01-06T10:00:00Z contacted=2026-01-06T11:30:00Z type=Organic Search rep=Sam Reed",
        "4 102: delivered=2026-01-07T08:05:00Z contacted=2026-01-07T08:30:00Z sql=2026-01-08T09:00:00Z "
          + "opportunity=2026-01-10T09:00:00Z won=2026-02-20T16:45:00Z type=Direct Traffic rep=Kim Ray",
        "5 103: type=Paid Search",
        "6 104: delivered=2026-01-11T12:00:00Z type=Offline Sources rep=Sam Reed stage=opportunity",
      ]),
    LayoutCase(
      "hubspot-deals.csv", "HubSpot deals",
      fields: [
        .externalID, .deal, .delivered, .rep, .opportunity, .won, .lost, .reason, .stage, .amount, .currency,
      ],
      [
        "2 102 [deal 9001]: opportunity=2026-01-10T09:00:00Z won=2026-02-20 rep=Kim Ray amount=EUR 2500.50",
        "3 103 [deal 9002]: opportunity=2026-01-11T10:00:00Z lost=2026-03-01 rep=Sam Reed reason=Price "
          + "amount=EUR 1200.00",
        "4 104 [deal 9003]: opportunity=2026-01-12 rep=Sam Reed amount=EUR 45000.00",
        "5 deal 9004 [deal 9004]: delivered=2026-01-13 opportunity=2026-01-13 rep=Sam Reed",
        "6 101 [deal 9005]: opportunity=2026-01-14 rep=Sam Reed amount=EUR 900.00",
      ]),
    LayoutCase(
      "salesforce-leads.csv", "Salesforce leads", skipped: 4,
      fields: [
        .externalID, .delivered, .leadType, .rep, .salesQualified, .disqualified, .reason, .stage,
      ],
      [
        "2 00Q5e00001AAAA1: delivered=2026-01-05T09:12:00Z type=Web rep=Sam Reed",
        "3 00Q5e00001AAAA2: delivered=2026-01-07T20:00:00Z sql=2026-01-14 type=Phone Inquiry rep=Kim Ray",
        "4 00Q5e00001AAAA3: delivered=2026-01-09T12:00:00Z disqualified=2026-01-20 type=Web rep=Sam Reed "
          + "reason=Student",
      ]),
    LayoutCase(
      "salesforce-leads-without-id.csv", "Salesforce leads", skipped: 2,
      fields: [.externalID, .delivered, .leadType, .rep, .stage],
      [
        "2 made-246e5ba353057b9f: delivered=2026-01-05 type=Web rep=Sam Reed stage=sql",
        "3 made-693448fea3b36a0f: delivered=2026-01-07 type=Phone Inquiry rep=Kim Ray",
      ]),
    LayoutCase(
      "salesforce-opportunities.csv", "Salesforce opportunities", skipped: 1,
      fields: [
        .externalID, .deal, .delivered, .leadType, .rep, .opportunity, .won, .lost, .reason, .stage, .amount,
        .currency,
      ],
      [
        "2 00Q5e00001AAAA2 [deal 0065e0001]: opportunity=2026-01-14 won=2026-02-20 type=Phone Inquiry rep=Kim Ray "
          + "amount=USD 45000.00",
        "3 deal 0065e0002 [deal 0065e0002]: delivered=2026-01-15 opportunity=2026-01-15 lost=2026-03-01 type=Web rep=Sam Reed "
          + "reason=No budget amount=EUR 1200.00",
        "4 deal 0065e0003 [deal 0065e0003]: delivered=2026-01-16 opportunity=2026-01-16 type=Web rep=Sam Reed amount=JPY 500000",
      ]),
    LayoutCase(
      "salesforce-lead-history.csv", "Salesforce lead history", skipped: 3,
      fields: [.externalID, .contacted, .salesQualified, .lost, .disqualified],
      [
        "3 00Q5e00001AAAA1 [event 2026-01-05T11:00:00Z Working - Contacted]: contacted=2026-01-05T11:00:00Z",
        "5 00Q5e00001AAAA2 [event 2026-01-13T16:00:00Z Qualified]: sql=2026-01-13T16:00:00Z",
        "6 00Q5e00001AAAA3 [event 2026-01-20T17:00:00Z Closed - Not Converted]: disqualified=2026-01-20T17:00:00Z",
      ]),
    LayoutCase(
      "salesforce-opportunity-history.csv", "Salesforce opportunity history",
      fields: [.externalID, .deal, .opportunity, .won, .lost],
      [
        "2 00Q5e00001AAAA2 [event 0065e0001 2026-02-01T10:00:00Z Closed Lost]: lost=2026-02-01T10:00:00Z",
        "3 00Q5e00001AAAA2 [event 0065e0001 2026-02-10T10:00:00Z Negotiation/Review]: "
          + "opportunity=2026-02-10T10:00:00Z",
        "4 00Q5e00001AAAA2 [event 0065e0001 2026-02-20T10:00:00Z Closed Won]: won=2026-02-20T10:00:00Z",
        "5 deal 0065e0002 [event 0065e0002 2026-03-01T10:00:00Z Closed Lost]: lost=2026-03-01T10:00:00Z",
      ]),
    LayoutCase(
      "pipedrive-deals.csv", "Pipedrive deals", skipped: 1,
      fields: [
        .externalID, .deal, .delivered, .leadType, .rep, .won, .lost, .reason, .stage, .amount, .currency,
      ],
      [
        "2 1: delivered=2026-01-05T09:12:00Z won=2026-02-01T10:00:00Z type=Website rep=Sam Reed "
          + "stage=opportunity amount=USD 45000.00",
        "3 2: delivered=2026-01-06T09:12:00Z lost=2026-02-02T11:00:00Z type=Phone rep=Kim Ray reason=Price "
          + "stage=sql amount=EUR 1200.00",
        "4 3: delivered=2026-01-07T09:12:00Z rep=Kim Ray amount=EUR 0.00",
      ]),
    LayoutCase(
      "pipedrive-deals-new.csv", "Pipedrive deals",
      fields: [
        .externalID, .deal, .delivered, .leadType, .rep, .won, .lost, .reason, .stage, .amount, .currency,
      ],
      [
        "2 1: delivered=2026-01-05T09:12:00Z won=2026-02-01T10:00:00Z type=Hot rep=Sam Reed stage=opportunity "
          + "amount=USD 1500.00"
      ]),
  ])
  func `reads each layout, known by its headers, and nothing of people`(fixture: LayoutCase) throws {
    let reading = try LeadSample.fixture(fixture.file)
    #expect(reading.layout == fixture.layout)
    #expect(reading.problems == [])
    #expect(reading.lines == fixture.lines)
    #expect(reading.skipped == fixture.skipped)
    #expect(reading.columns == LeadColumns(fields: fixture.fields))
  }

  @Test func `reads UTF-16 with semicolons, decimal commas and other headers by a mapping`() throws {
    let mapping = try ColumnMapping(
      "external-id=id de registro,delivered=fecha de creacion,lead-type=FUENTE DE TRAFICO ORIGINAL,amount=importe"
    )
    let contract = try LeadSample.contract(zone: "America/New_York", currency: "EUR")
    let reading = try LeadSample.fixture(
      "spanish-utf16.csv", for: contract, ReadingOptions(mapping: mapping))
    #expect(reading.problems == [])
    #expect(
      reading.lines == [
        "2 1: delivered=2026-01-05T09:12:00-05:00 type=Búsqueda orgánica amount=EUR 2500.50",
        "4 2: delivered=2026-01-25 type=Tráfico directo amount=EUR 45.50",
      ])
  }

  @Test func `tells a lead again by what an id is made of, whatever else has changed`() throws {
    let head = "First Name,Last Name,Company,Lead Source,Lead Owner,Lead Status,Created Date\n"
    let early = try LeadSample.read(.text(head + "Ana,Li,Acme,Web,Sam,New,2026-01-05\n"))
    let late = try LeadSample.read(
      .text(head + "Bo,Ek,Beta,Web,Sam,New,2026-01-06\nana,LI,Acme,Web,Kim,Qualified,2026-01-05\n"))
    #expect(late.rows[1].key == early.rows[0].key)
    #expect(late.rows[0].key != early.rows[0].key)
  }

  @Test func `ends a lead that is named as put aside or lost, dated or not`() throws {
    let leads = try LeadSample.read(
      .text(
        "Lead ID,Lead Status,Created Date,Unqualified Date\n1,Unqualified,2026-01-05,\n"
          + "2,Closed - Not Converted,2026-01-05,\n3,Unqualified,2026-01-05,2026-01-09\n4,Working,2026-01-05,\n"
      ))
    #expect(leads.rows.map(\.facts.ending) == [.disqualified, .disqualified, nil, nil])
    let deals = try LeadSample.read(
      .text(
        "Record ID,Deal Name,Deal Stage,Create Date,Close Date\n1,A,Closed Lost,2026-01-05,\n"
          + "2,B,Closed Lost,2026-01-05,2026-02-01\n3,C,Contract Sent,2026-01-05,\n4,D,Closed Won,2026-01-05,\n"
      ))
    #expect(deals.layout == "HubSpot deals")
    #expect(deals.rows.map(\.facts.ending) == [.lost, nil, nil, nil])
  }

  @Test(arguments: [
    ("salesforce-leads-without-id.csv", "Lead ID"), ("salesforce-leads.csv", nil), ("hubspot-deals.csv", nil),
    ("salesforce-lead-history.csv", nil),
  ])
  func `says which column would tell rows apart whose ids are made`(name: String, column: String?) throws {
    let file = try LeadFile(
      .file(LeadSample.folder.appendingPathComponent(name).path), named: name, for: LeadSample.contract(),
      digest: LeadSample.digest)
    #expect(file.missingID == column)
  }

  @Test func `takes a mapped column in place of the layout's own`() throws {
    let mapping = try ColumnMapping("delivered=Create Date,rep=Lead Status")
    let reading = try LeadSample.fixture("hubspot-contacts.csv", ReadingOptions(mapping: mapping))
    #expect(reading.layout == "HubSpot contacts")
    #expect(reading.lines[2] == "5 103: delivered=2026-01-09T12:00:00Z type=Paid Search")
    #expect(reading.rows[1].facts.rep == "Connected")
  }

  @Test func `takes the amount in the contract's currency where a report has it in two`() throws {
    let header =
      "Opportunity ID,Stage,Opportunity Currency,Amount,Amount (converted) Currency,Amount (converted)\n"
    func amounts(_ rows: String, in currency: String, _ options: ReadingOptions = ReadingOptions()) throws
      -> [String?]
    {
      try LeadSample.read(.text(header + rows), for: LeadSample.contract(currency: currency), options)
        .rows.map { $0.facts.amount.map { "\($0.currency) \($0.decimal)" } }
    }
    let rows = "1,Won,EUR,100,USD,110\n2,Won,USD,50,USD,50\n3,Won,,,USD,7\n4,Won,EUR,8,,\n5,Won,EUR,9,,10\n"
    #expect(try amounts(rows, in: "USD") == ["USD 110.00", "USD 50.00", "USD 7.00", "EUR 8.00", "EUR 9.00"])
    #expect(try amounts(rows, in: "EUR") == ["EUR 100.00", "USD 50.00", "USD 7.00", "EUR 8.00", "EUR 9.00"])
    #expect(try amounts(rows, in: "GBP").prefix(2) == ["EUR 100.00", "USD 50.00"])
    let mapped = ReadingOptions(mapping: try ColumnMapping("amount=Amount (converted)"))
    #expect(try amounts(rows, in: "EUR", mapped).prefix(2) == ["USD 110.00", "USD 50.00"])
    let alone = try LeadSample.read(
      .text(
        "Opportunity ID,Stage,Opportunity Currency,Amount (converted) Currency,Amount (converted)\n1,Won,EUR,USD,7\n"
      ))
    #expect(alone.rows[0].facts.amount == Money(minorUnits: 700, try Currency("USD")))
    let company = try LeadSample.read(
      .text("Record ID - Deal,Deal Stage,Currency,Amount in company currency\n1,Open,EUR,7\n"))
    #expect(company.rows[0].facts.amount == Money(minorUnits: 700, try Currency("USD")))
  }

  @Test func `takes the layout that is asked for`() throws {
    let text = "Deal ID,Status,Deal Stage,Won time,Create Date\n7,Won,Qualified,2026-02-01,2026-01-01\n"
    #expect(try LeadSample.read(.text(text)).layout == "Pipedrive deals")
    #expect(try LeadSample.read(.text(text), ReadingOptions(layout: .hubspot)).layout == "HubSpot deals")
  }

  @Test func `takes columns that bear the names of the fields`() throws {
    let text = "external_id,lead_type,delivered,SQL\n7,web,2026-02-01,2026-02-02\n"
    let reading = try LeadSample.read(.text(text))
    #expect(reading.layout == "leadpact's own columns")
    #expect(reading.lines == ["2 7: delivered=2026-02-01 sql=2026-02-02 type=web"])
  }

  @Test func `keeps what conditions on quality ask about, and leaves out what is empty`() throws {
    let contract = try LeadSample.contract(conditions: ["number-of-employees > 10", "lead status is New"])
    let reading = try LeadSample.fixture("hubspot-contacts.csv", for: contract)
    #expect(reading.columns.attributes == ["number of employees", "lead status"])
    #expect(
      reading.rows.map(\.facts.attributes) == [
        ["number of employees": "25", "lead status": "New"],
        ["number of employees": "7", "lead status": "Connected"],
        [:],
        ["number of employees": "300", "lead status": "Open Deal"],
      ])
  }

  @Test func `reads numbers that conditions ask about by the marks of the file`() throws {
    let contract = try LeadSample.contract(conditions: ["employees >= 10", "industry is not games"])
    func attributes(_ employees: String, _ options: ReadingOptions = ReadingOptions()) throws -> [String:
      String]
    {
      let text = "external-id;lead-type;employees;industry\n1;web;\(employees);1,200\n"
      return try LeadSample.read(.text(text), for: contract, options).rows[0].facts.attributes
    }
    #expect(try attributes("1.234,5") == ["employees": "1234.5", "industry": "1,200"])
    #expect(try attributes("1,200")["employees"] == "1200")
    #expect(try attributes("1.200", ReadingOptions(decimalMark: .comma))["employees"] == "1200")
    #expect(try attributes("11-50")["employees"] == "11-50")
    #expect(try attributes("many")["employees"] == "many")
    #expect(
      try LeadSample.refusal("external-id,lead-type,employees,industry\n1,web,1.200,x\n", for: contract)
        == "leads.csv:2:3: '1.200' is not a clear number; say --decimal point where it is 1.200, "
        + "or --decimal comma where it is 1,200 in thousands (column “employees”)")
  }

  @Test func `asks for what conditions are about only where leads come from is said`() throws {
    let contract = try LeadSample.contract(conditions: ["industry is Finance"])
    let text = "id,source,won\n7,web,2026-02-01\n"
    let told = try LeadSample.refusal(
      text, for: contract, ReadingOptions(mapping: ColumnMapping("external-id=id,lead-type=source")))
    #expect(
      told == "leads.csv: there is no column “industry”; the file has “id”, “source”, “won”; "
        + "leads of the type 'website' must have industry is Finance")
    let untold = try LeadSample.refusal(
      text, for: contract, ReadingOptions(mapping: ColumnMapping("external-id=id,won=won")))
    #expect(untold == "")
    #expect(try LeadSample.fixture("hubspot-deals.csv", for: contract).problems == [])
  }
}

extension LeadSample {
  fileprivate static func read(_ input: CSVInput, _ options: ReadingOptions) throws -> Reading {
    try read(input, for: nil, options)
  }

  fileprivate static func fixture(_ name: String, _ options: ReadingOptions) throws -> Reading {
    try fixture(name, for: nil, options)
  }
}
