import Agreement
import Testing

@Suite struct ProposalRefusalTests {
  private let fresh = Specimen.digest(99)

  @Test func `says so where nothing is changed`() throws {
    let history = try Specimen.signedHistory(Specimen.contract())
    #expect(throws: ProposalRefusal.unchanged(version: 1, digest: Specimen.digest(1))) {
      try history.check(proposal: Specimen.contract(), digest: Specimen.digest(1))
    }
  }

  @Test func `lets a refused text be proposed again`() throws {
    let no = try Specimen.signature("bob@example.com", on: 1, .declined(reason: "no"))
    let history = try ContractHistory(versions: [Specimen.version(1, Specimen.contract())], signatures: [no])
    try history.check(proposal: Specimen.contract(), digest: Specimen.digest(1))
  }

  @Test(arguments: [
    ("2026-01", false), ("2026-03", false), ("2026-04", false), ("2026-05", true), ("2026-12", true),
  ])
  func `keeps versions that everyone signed apart`(effective: String, isTaken: Bool) throws {
    let history = try Specimen.signedHistory(Specimen.contract(effective: "2026-04"))
    let proposal = try Specimen.contract(effective: effective)
    if isTaken {
      try history.check(proposal: proposal, digest: fresh)
    } else {
      let refusal = #expect(throws: ProposalRefusal.self) {
        try history.check(proposal: proposal, digest: fresh)
      }
      #expect(refusal?.description.hasSuffix("choose a later month: effective: 2026-05 or after") == true)
    }
  }

  @Test func `lets a version take the place of one that not all have signed`() throws {
    let history = try ContractHistory(versions: [Specimen.version(1, Specimen.contract())], signatures: [])
    try history.check(proposal: Specimen.contract(tolerance: "5%"), digest: fresh)
  }

  @Test func `keeps the currency, the kind of months and the fiscal year`() throws {
    let history = try Specimen.signedHistory(Specimen.contract())
    let calendars = [ContractCalendar(months: .weeks(.fourFourFive)), ContractCalendar(fiscalYearStart: 4)]
    for (calendar, what) in zip(
      calendars,
      ["calendar from month to 4-4-5", "start of the fiscal year from month 1 to month 4"]
    ) {
      let proposal = try Specimen.contract(effective: "2026-04", calendar: calendar)
      let refusal = #expect(throws: ProposalRefusal.self) {
        try history.check(proposal: proposal, digest: fresh)
      }
      #expect(refusal?.description.contains(what) == true)
    }
  }
}
