import Agreement
import Testing

@Suite struct ContractDiffTests {
  /// The changes that `change` makes to a draft whose win rate rises in the third quarter, a line each.
  private func lines(from old: Draft = Draft(), _ change: (inout Draft) -> Void) throws -> [String] {
    var new = old
    change(&new)
    return try ContractDiff(from: old.contract(), to: new.contract()).changes.map {
      "\($0.subject): \($0.old ?? "-") → \($0.new ?? "-")"
    }
  }

  private let types = ["enterprise/outbound", "enterprise/website", "smb/outbound", "smb/website"]

  @Test func `says nothing where both say the same`() throws {
    let diff = try ContractDiff(from: Draft().contract(), to: Draft().contract(isReversed: true))
    #expect(diff.changes.isEmpty)
    #expect(diff.leads.isEmpty)
  }

  @Test func `compares a new step of a schedule with the figure in force from that quarter`() throws {
    var flat = Draft()
    flat.laterWinRate = nil
    flat.source = .assumed
    #expect(
      try lines(from: flat) { $0.laterWinRate = ("2026-Q3", "25%") }
        == types.map { "\($0): win rate from 2026-Q3: 23% → 25%" }
    )
    #expect(
      try lines { $0.laterWinRate = nil }
        == types.map { "\($0): win rate from 2026-Q3: 25%, assumed → 23%, measured 57/168, HubSpot" }
    )
    #expect(
      try lines { $0.laterWinRate = ("2026-Q3", "26%") }
        == types.map { "\($0): win rate from 2026-Q3: 25% → 26%" }
    )
  }

  @Test func `compares from each quarter on in which either text changes a metric`() throws {
    #expect(
      try lines { $0.laterWinRate = ("2026-Q2", "25%") }
        == types.map { "\($0): win rate from 2026-Q2: 23%, measured 57/168, HubSpot → 25%, assumed" }
    )
    #expect(
      try lines {
        $0.rates[2] = "24%"
        $0.source = .assumed
        $0.laterWinRate = nil
      }
        == types.flatMap {
          [
            "\($0): win rate: 23%, measured 57/168, HubSpot → 24%, assumed",
            "\($0): win rate from 2026-Q3: 25% → 24%",
          ]
        }
    )
  }

  @Test func `reads a revision as its figure before and after`() throws {
    var draft = Draft()
    draft.laterWinRate = nil
    let old = try draft.contract()
    let change = try MetricChange(
      of: .timeToClose,
      for: Specimen.key("outbound"),
      to: "60 days",
      source: .assumed,
      currency: Specimen.usd
    )
    let new = try old.revised(from: Quarter("2026-Q3", fiscalYearStart: 1), by: [change])
    let diff = try ContractDiff(from: old, to: new)
    #expect(diff.changes.map(\.subject) == ["effective from", "smb/outbound: time to close from 2026-Q3"])
    #expect(diff.changes[1].old == "45 days")
    #expect(diff.changes[1].new == "60 days")
    #expect(
      diff.changes[1].path == ["streams", "smb", "lead-types", "outbound", "time-to-close", "2026-Q3"]
    )
  }

  @Test func `says what is new and what fell away`() throws {
    #expect(
      try lines { $0.holidays = ["2026-12-24"] } == [
        "holiday 2026-12-24: - → not worked", "holiday 2026-12-25: not worked → -",
      ]
    )
    let renamed = try lines { $0.typeNames[1] = "chat" }
    #expect(renamed.contains("smb/chat: win rate: - → 23%, measured 57/168, HubSpot"))
    #expect(renamed.contains("smb/outbound: win rate from 2026-Q3: 25%, assumed → -"))
  }

  @Test func `says which words mean a lead type, and what its leads must be`() throws {
    #expect(
      try lines { $0.typeValues = ["organic search", "Referrals"] } == [
        "enterprise/website: CRM value referrals: - → Referrals",
        "enterprise/website: CRM value organic search: Organic Search → organic search",
        "smb/website: CRM value referrals: - → Referrals",
        "smb/website: CRM value organic search: Organic Search → organic search",
        "enterprise/website: CRM value direct traffic: Direct Traffic → -",
        "smb/website: CRM value direct traffic: Direct Traffic → -",
      ]
    )
    #expect(
      try lines { $0.conditions = ["employees > 20"] } == [
        "enterprise/website: condition 1: employees > 10 → employees > 20",
        "smb/website: condition 1: employees > 10 → employees > 20",
        "enterprise/website: condition 2: industry in [finance, banking] → -",
        "smb/website: condition 2: industry in [finance, banking] → -",
      ]
    )
  }

  @Test func `says where counts come from, in which zone, and how long sales may reject`() throws {
    let changes = try lines {
      $0.timeZone = nil
      $0.deliverySource = .logged
      $0.rejection = RejectionWindow(days: 1, isBusiness: false)
    }
    #expect(
      changes == [
        "sales may reject a lead: within 5 business days of its delivery → within 1 day of its delivery",
        "time zone: America/New_York → -",
        "where counts come from: leads → -",
      ]
    )
  }

  @Test(arguments: CanonicalTextTests.changes.indices.dropFirst())
  func `sees any single clause that changes`(index: Int) throws {
    #expect(try !lines { CanonicalTextTests.changes[index](&$0) }.isEmpty)
  }

  @Test func `tells clauses apart by their paths, which are no sentences`() throws {
    let clauses = try Draft().contract().clauses
    #expect(Set(clauses.map(\.path)).count == clauses.count)
    #expect(Set(clauses.map(\.subject)).count == clauses.count)
    #expect(clauses.flatMap(\.path).allSatisfy { !$0.contains(" ") })
  }
}
