import Agreement
import Testing

@Suite struct CanonicalTextTests {
  @Test func `spells everything out in one way`() throws {
    var draft = Draft()
    draft.quotas = Array(repeating: "500000", count: 2)
    draft.term = "2026-01..2026-02"
    draft.laterWinRate = nil
    let text = try draft.contract().canonicalText
    let streams = try #require(text.range(upTo: "streams:\n"))
    #expect(
      streams == """
        format: 1
        contract: "acme-2026"
        title: "Acme"
        term: 2026-01..2026-02
        effective: 2026-01
        currency: USD
        calendar: month
        fiscal-year-starts: 1
        holidays: [2026-12-25]
        time-zone: "America/New_York"
        deliveries: leads
        tolerance: 10%
        sustained-after: 2
        stages:
          mql: "asked for a call"

        """
    )
    #expect(
      text.hasSuffix(
        """
          "smb":
            title: "Small business"
            quota:
              2026-01: 500000.00
              2026-02: 500000.00
            retention: 10%
            margin: 60%
            crm-values: ["SMB"]
            lead-types:
              "outbound":
                title: "outbound"
                share: 40%
                mql-to-sql: {value: 34%, source: "assumed"}
                sql-to-opportunity: {value: 82%, source: "assumed"}
                win-rate: {value: 23%, source: "measured 57/168, HubSpot"}
                average-order-value: {value: 2000.00, source: "assumed"}
                time-to-close: {value: 45 days, source: "assumed"}
              "website":
                title: "Website form"
                share: 60%
                crm-values: ["Direct Traffic", "Organic Search"]
                qualifies: ["employees > 10", "industry in [finance, banking]"]
                mql-to-sql: {value: 34%, source: "assumed"}
                sql-to-opportunity: {value: 82%, source: "assumed"}
                win-rate: {value: 23%, source: "measured 57/168, HubSpot"}
                average-order-value: {value: 2000.00, source: "assumed"}
                time-to-close: {value: 45 days, source: "assumed"}
        sales:
          first-contact: {within: 4 business hours, share: 95%}
          business-hours: mon-fri 09:00-17:00
          cadence: {share: 90%, steps: [3 in 14 days, 5 in 28 days]}
          capacity: {leads-per-rep: 150, reps: {2026-01: 26, 2026-07: 28}}
          reject-within: 5 business days
        measures:
          "accounts": {title: "Accounts", owner: sales, unit: "", target: at least 10}
          "csat": {title: "Satisfaction", owner: service, unit: "points of 5", target: at least 4.6}
        signatories:
          - {name: "Ada Lovelace", email: "ada@example.com", team: marketing, role: "Head", owes: "Leads"}
          - {name: "Head of Sales", email: "bob@example.com", team: sales, role: "Head", owes: "Leads"}
          - {name: "Head of Marketing", email: "cy@example.com", team: marketing, role: "Head", owes: "Leads"}

        """
      )
    )
  }

  @Test func `writes figures that follow each other by quarter`() throws {
    #expect(
      try Draft().contract().canonicalText.contains(
        """
                win-rate:
                  2026-Q1: {value: 23%, source: "measured 57/168, HubSpot"}
                  2026-Q3: {value: 25%, source: "assumed"}
                average-order-value:
        """
      )
    )
  }

  @Test func `says nothing of leads where the contract does not`() throws {
    var draft = Draft()
    draft.timeZone = nil
    draft.deliverySource = .logged
    draft.streamValues = []
    draft.typeValues = []
    draft.conditions = []
    draft.rejection = nil
    let contract = try draft.contract()
    let keys = ["time-zone", "deliveries", "crm-values", "qualifies", "reject-within"]
    #expect(keys.filter { contract.canonicalText.contains("\($0):") } == [])
    #expect(contract.clauses.filter { !$0.path.allSatisfy { !keys.contains($0) } } == [])
  }

  @Test func `does not depend on the order of streams, lead types, measures, holidays and staffing`() throws {
    var draft = Draft()
    draft.holidays = ["2026-12-25", "2026-01-01"]
    let text = try draft.contract().canonicalText
    #expect(try draft.contract(isReversed: true).canonicalText == text)
    draft.holidays.reverse()
    draft.reps.reverse()
    #expect(try draft.contract().canonicalText == text)
  }

  @Test func `owes the same in every order`() throws {
    var draft = Draft()
    draft.shares = ["50%", "50%"]
    draft.quotas = Array(repeating: "100.01", count: 12)
    draft.retention = "0%"
    let (one, other) = try (draft.contract(), draft.contract(isReversed: true))
    func dues(_ contract: Contract) throws -> [String: Money] {
      let demands = try Plan(contract).demands(in: Month("2026-01"))
      return Dictionary(uniqueKeysWithValues: demands.map { ($0.key.description, $0.due) })
    }
    #expect(try dues(one) == dues(other))
  }

  typealias Change = @Sendable (inout Draft) -> Void

  /// One change for each clause that a contract has.
  static let changes: [Change] = [
    { $0.name = "acme-2027" }, { $0.title = "Acme Inc." }, { $0.term = "2026-01..2026-11" },
    { $0.effective = "2026-02" }, { $0.months = .weeks(.fourFourFive) },
    { $0.months = .weeks(.fourFiveFour) },
    { $0.fiscalYearStart = 4 }, { $0.holidays = [] }, { $0.holidays = ["2026-12-26"] },
    { $0.timeZone = nil }, { $0.timeZone = "UTC" }, { $0.deliverySource = .logged },
    { $0.streamValues = [] }, { $0.streamValues = ["Smb"] }, { $0.typeValues.removeLast() },
    { $0.typeValues[0] = "organic search" }, { $0.typeValues.append("Referrals") },
    { $0.conditions = [] }, { $0.conditions.reverse() }, { $0.conditions[0] = "employees >= 10" },
    { $0.conditions[1] = "industry not in [finance, banking]" }, { $0.conditions.append("employees > 10") },
    { $0.rejection = nil }, { $0.rejection = RejectionWindow(days: 6, isBusiness: true) },
    { $0.rejection = RejectionWindow(days: 5, isBusiness: false) },
    { $0.tolerance = "11%" },
    { $0.sustainedAfter = 3 }, { $0.stages = [:] }, { $0.stages = [.sql: "asked for a call"] },
    { $0.stages = [.mql: "asked for a visit"] }, { $0.streamName = "mid" }, { $0.streamTitle = "SMB" },
    { $0.quotas[7] = "500000.01" }, { $0.quotas.append("500000") }, { $0.retention = "11%" },
    { $0.margin = nil }, { $0.margin = "61%" }, { $0.shares = ["61%", "39%"] }, { $0.typeNames[1] = "chat" },
    { $0.typeTitle = "Form" }, { $0.rates[0] = "35%" }, { $0.rates[1] = "83%" }, { $0.rates[2] = "23.0001%" },
    { $0.source = .assumed }, { $0.source = .measured("58/168, HubSpot") }, { $0.laterWinRate = nil },
    { $0.laterWinRate = ("2026-Q4", "25%") }, { $0.laterWinRate = ("2026-Q3", "26%") },
    { $0.orderValue = "2000.01" }, { $0.timeToClose = 46 }, { $0.contactMinutes = 241 },
    { $0.contactShare = "96%" }, { $0.hours = "mon-sat 9:00-17:00" }, { $0.hours = "mon-fri 9:01-17:00" },
    { $0.isAroundTheClock = true }, { $0.steps[1] = Cadence.Step(touches: 6, days: 28) },
    { $0.steps[1] = Cadence.Step(touches: 5, days: 29) }, { $0.steps.removeLast() },
    { $0.cadenceShare = "91%" },
    { $0.leadsPerRep = 151 }, { $0.reps[0].1 = 25 }, { $0.reps[1].0 = "2026-08" }, { $0.reps.removeLast() },
    { $0.measureName = "nps" }, { $0.measureTitle = "NPS" }, { $0.measureOwner = .sales },
    { $0.unit = "points" },
    { $0.target = "4.7" }, { $0.direction = .atMost }, { $0.signatory.name = "Ada" },
    { $0.signatory.email = "ada@example.org" }, { $0.signatory.team = .finance },
    { $0.signatory.role = "CMO" },
    { $0.signatory.owes = "More leads" }, { $0.signatory.key = "required" },
  ]

  @Test(arguments: changes.indices)
  func `changes with any single clause`(index: Int) throws {
    var draft = Draft()
    Self.changes[index](&draft)
    #expect(try draft.contract().canonicalText != Draft().contract().canonicalText)
  }

  @Test func `tells any two such changes apart`() throws {
    let texts = try Self.changes.map { change in
      var draft = Draft()
      change(&draft)
      return try draft.contract().canonicalText
    }
    #expect(Set(texts).count == Self.changes.count)
  }

  @Test func `changes with the notation of a share, though not with its size`() throws {
    var draft = Draft()
    draft.tolerance = "0.1"
    #expect(try draft.contract() == Draft().contract())
    #expect(try draft.contract().canonicalText != Draft().contract().canonicalText)
  }

  @Test(arguments: [
    ("a \"b\" \\", #""a \"b\" \\""#), ("one\ntwo\tthree", #""one\ntwo\tthree""#),
    ("\u{0}\u{7F}\u{85}", #""\u0000\u007f\u0085""#),
    ("\u{2028}", #""\u2028""#), ("\u{FEFF}\u{FFFF}", #""\ufeff\uffff""#), ("中小 👩‍💻", #""中小 👩‍💻""#),
    ("pay \u{202E}001$", #""pay \u202e001$""#), ("\u{2066}x\u{2069}", #""\u2066x\u2069""#),
    ("{}: #", #""{}: #""#),
    ("نماذج", #""نماذج""#),
  ])
  func `quotes what people wrote, so that it is read back and cannot mislead`(title: String, quoted: String)
    throws
  {
    var draft = Draft()
    draft.title = title
    #expect(try draft.contract().canonicalText.contains("title: \(quoted)\n"))
  }
}

extension String {
  /// The text before `end`; nil where `end` does not occur.
  fileprivate func range(upTo end: String) -> String? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(end) { return String(self[..<start]) }
      start = index(after: start)
    }
    return nil
  }
}
