import Testing

@Suite struct ContractFileProblemTests {
  @Test(arguments: [
    (
      "contract: acme\n", "contract: acme 2026\n",
      #"1:11: contract: 'acme 2026' is not a name of 1 to 64 characters without blanks or = : / . , ' " (such as website-form)"#
    ),
    (
      "contract: acme\n", "format: 2\nterms: new\n",
      "1:9: format: 2 was made by a newer leadpact; this one reads format 1"
    ),
    (
      "contract: acme\n", "contract: acme\nformat:\n",
      "2:8: format: there is no value; give one, or remove the key"
    ),
    ("contract: acme\n", "format: one\n", "1:9: format: 'one' is none; write 1, or leave it out"),
    ("currency", "curency: USD\ncurrency", "3:1: unknown key 'curency'; did you mean currency?"),
    (
      "currency", "owner: Ada\ncurrency",
      "3:1: unknown key 'owner'; the keys of the contract are contract, term, currency, streams, signatories, title, effective, calendar, fiscal-year-starts, holidays, time-zone, deliveries, tolerance, sustained-after, stages, sales, measures, signatures, format"
    ),
    ("currency: USD\n", "", "1:1: 'currency' is missing in the contract; add for example 'currency: USD'"),
    ("        share: 60%\n", "", "8:7: 'share' is missing in a lead type; add for example 'share: 60%'"),
    (
      "2026-01..2026-12", "2026-12..2026-01",
      "2:7: term: '2026-12..2026-01' is not a span of months: its end lies before its start"
    ),
    (
      "2026-01..2026-12", "2026-01..2126-12",
      "2:7: term: 2026-01..2126-12 is 1,212 months; choose 120 at most"
    ),
    (
      "currency", "effective: 2027-01\ncurrency",
      "3:12: effective: 2027-01 lies outside the term 2026-01..2026-12; choose a month of the term"
    ),
    (
      "currency", "holidays: 2026-01-01\ncurrency",
      "3:11: holidays: here is a single value where a list is due: items after '- ', or between [ and ]"
    ),
    (
      "currency", "stages: [mql]\ncurrency",
      "3:9: stages: here is a list where a group of keys is due: mql, sql, opportunity, won"
    ),
    ("currency", "tolerance:\ncurrency", "3:11: tolerance: there is no value; give one, or remove the key"),
    (
      "currency", "tolerance: 10\ncurrency",
      "3:12: tolerance: '10' is not a share from 0% to 100%, such as 34%, 0.34 or 1/3; did you mean 10%?"
    ),
    (
      "currency", "fiscal-year-starts: juli\ncurrency",
      "3:21: fiscal-year-starts: 'juli' is not a month of the year such as july, jul or 7; did you mean july?"
    ),
    ("34%", "0%", "10:21: mql-to-sql: '0%' is not a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3"),
    (
      "34%", "134%",
      "10:21: mql-to-sql: '134%' is not a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3"
    ),
    ("34%", "no", "10:21: mql-to-sql: 'no' is not a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3"),
    (
      "34%", "9:30",
      "10:21: mql-to-sql: '9:30' is not a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3"
    ),
    (
      "34%", "{FY2026-Q1: 34%}",
      "10:22: 'FY2026-Q1' is not a quarter such as 2026-Q1 (the year starts in January)"
    ),
    (
      "34%", "{2026-Q2: 34%}",
      "10:21: mql-to-sql: the schedule has no value for the term's first month 2026-01; add one for 2026-Q1"
    ),
    (
      "34%", "{2026-Q1: 34%, 2027-Q1: 35%}",
      "10:21: mql-to-sql: 2027-Q1 begins after the term's last month 2026-12; remove it, or make the term longer"
    ),
    ("34%", "{2026-Q1: 34%, 2026-q1: 35%}", "10:36: 2026-Q1 is there twice; keep one of them"),
    (
      "34%", "{valu: 34%}",
      "10:21: 'value' is missing in a figure; add for example 'value: 34%'\nacme.yaml:10:22: unknown key 'valu'; did you mean value?"
    ),
    (
      "34%", "{value: 34%, source: guessed}",
      "10:42: source: 'guessed' is not a source: 'assumed', or 'measured' with what and where, such as 'measured 57/168, HubSpot, 2025-Q4'"
    ),
    ("500,000 per month", "-1", "6:12: quota: '-1' is not a quota: what sales must win is 0 or more"),
    (
      "500,000 per month", "6M per week",
      "6:12: quota: '6M per week' is not a quota such as 500,000 per month, 1.5M per quarter or 6M per year"
    ),
    (
      "500,000 per month", "1,5",
      "6:12: quota: '1,5' is not a clear amount: commas group three digits (1,234) and a point begins the decimals (1.50)"
    ),
    (
      "500,000 per month", "1.234",
      "6:12: quota: '1.234' is not a clear amount: write 1,234 for thousands; USD has 2 decimals"
    ),
    (
      "500,000 per month", "{2026: 500,000}",
      "6:19: the amount falls apart at its comma between { and }; leave the comma out, or put the amount in quotes"
    ),
    (
      "500,000 per month", "{FY2026: 6M}",
      "6:13: quota: 'FY2026' is not a month, a quarter or a year such as 2026-01, 2026-Q1 or 2026 (the year starts in January)"
    ),
    (
      "500,000 per month", "{2025-12: 1, 2026: 6M}",
      "6:13: quota: 2025-12 lies before the term 2026-01..2026-12; remove it"
    ),
    (
      "500,000 per month", "{2026: 6M, 2026-02: 1}",
      "6:23: quota: 2026-02 has an amount already; keep one of them"
    ),
    (
      "500,000 per month", "{2026-Q1: 1M, 2026-Q2: 1M, 2026-Q4: 1M}",
      "6:12: quota: there is none for 2026-07, 2026-08, 2026-09; give an amount for each month of the term 2026-01..2026-12, 0 if need be"
    ),
    (
      "share: 40%", "share: 30%",
      "7:5: lead-types: the shares of 'smb' add up to 90%, not 100% (phone 30%, web 60%)"
    ),
    (
      "      phone:", "      web:",
      "15:7: the lead type 'web' is there twice (first on line 8); rename one or remove it"
    ),
    ("2,000", "0", "13:30: average-order-value: $0.00 is no order value; give an amount above 0"),
    ("60 days", "4,000", "14:24: time-to-close: 4000 days; give 0 to 3,650 days"),
    (
      "team: sales", "team: sale",
      "24:55: team: 'sale' is not one of the teams marketing, sales, service, finance, operations, leadership; did you mean sales?"
    ),
    (
      "ben@acme.example", "ADA@acme.example",
      "24:31: email: ADA@acme.example is there twice; everyone signs once"
    ),
    (
      "team: sales", "team: service",
      "22:1: signatories: nobody signs for sales; add a signatory with team: sales"
    ),
    (
      "signatories:", "sales:\n  first-contact: {within: 4 busines hours}\nsignatories:",
      "23:27: within: '4 busines hours' is not a time such as 4 business hours, 24 hours, 30 minutes or 2 days"
    ),
    (
      "signatories:", "sales: {business-hours: mon-fri 9-17}\nsignatories:",
      "22:9: business-hours: nothing is counted in business hours; remove it, or write 'within: 4 business hours' in first-contact"
    ),
    (
      "signatories:", "sales: {cadence: [5 in 14 days, 3 in 28 days]}\nsignatories:",
      "22:18: cadence: each step needs more touches and more days than the one before, such as 3 in 14 days, 5 in 28 days"
    ),
    (
      "signatories:", "sales: {capacity: {leads-per-rep: 9, reps: {2026-13: 8}}}\nsignatories:",
      "22:45: reps: '2026-13' is not a month such as 2026-02"
    ),
    (
      "signatories:", "measures: {csat: {owner: sales, unit: x, target: 4.5}}\nsignatories:",
      "22:50: target: '4.5' is not a target such as 'at least 4.5' or 'at most 4.5'"
    ),
    (
      "signatories:", "measures: {contacted: {owner: sales, unit: x, target: at least 1}}\nsignatories:",
      "22:23: contacted: 'contacted' already names a follow-up commitment; choose another name"
    ),
  ])
  func `says what is wrong, where, and what would be right`(old: String, new: String, complaint: String) {
    #expect(Sample.complaints(Sample.small(old, new)) == "acme.yaml:" + complaint)
  }

  @Test func `says all at once, in the order of the text`() {
    let text = """
      contract: acme
      titel: Acme
      term: 2026-01..2026-12
      currency: USDD
      streams:
        smb:
          quota: 500,000
          lead-types:
            web: {share: 60, mql-to-sql: 34%, sql-to-opportunity: 82%, win-rate: 0%, average-order-value: 2, time-to-close: 1}
            "web": {}
        smb:
          quota: 1
        'smb': {}
      measures:
        csat: {owner: sales, unit: x, target: at least 4}
        csat: {owner: sales, unit: x, target: at least 4}
      signatories:
        - {name: Ada, email: a@x.example, team: marketing, role: R, role: S}
        - nobody
      """
    #expect(
      Sample.complaints(text) == """
        acme.yaml:2:1: unknown key 'titel'; did you mean title?
        acme.yaml:4:11: currency: 'USDD' is not a currency of ISO 4217 such as USD
        acme.yaml:9:20: share: '60' is not a share from 0% to 100%, such as 34%, 0.34 or 1/3; did you mean 60%?
        acme.yaml:9:76: win-rate: '0%' is not a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3
        acme.yaml:10:7: the lead type 'web' is there twice (first on line 9); rename one or remove it
        acme.yaml:11:3: the stream 'smb' is there twice (first on line 6); rename one or remove it
        acme.yaml:13:3: the stream 'smb' is there twice (first on line 6); rename one or remove it
        acme.yaml:16:3: the measure 'csat' is there twice (first on line 15); rename one or remove it
        acme.yaml:18:63: the key 'role' is there twice (first on line 18); keep one of them
        acme.yaml:19:5: signatories: here is a single value where a group of keys is due: name, email, team, role, owes, key
        """
    )
  }
}
