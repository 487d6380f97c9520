import Agreement
import Reporting
import Testing

@Suite struct DiffSheetTests {
  /// A year of one stream with these quotas in thousands, by month.
  private func contract(_ thousands: [Int], title: String = "Acme") throws -> Contract {
    let dollar = try Currency("USD")
    return try Contract(
      name: Name("acme-2026"), title: title, term: MonthRange("2026-01..2026-12"), currency: dollar,
      streams: [
        Stream(
          name: Name("smb"),
          quotas: Quotas(
            first: Month("2026-01"), amounts: thousands.map { Money(minorUnits: $0 * 100_000, dollar) }),
          leadTypes: [
            LeadType(
              name: Name("web"), share: .all,
              funnel: AgreedFunnel(
                mqlToSQL: Metric(Rate("50%")), sqlToOpportunity: Metric(Rate("50%")),
                winRate: Metric(Rate("20%")),
                averageOrderValue: Metric(Money(minorUnits: 100_000, dollar)), timeToClose: Metric(0)))
          ])
      ],
      signatories: [
        Signatory(name: "Ada", email: Email("ada@acme.example"), team: .marketing, role: "Head", owes: ""),
        Signatory(name: "Ben", email: Email("ben@acme.example"), team: .sales, role: "Head", owes: ""),
      ])
  }

  private func sheet(_ old: [Int], _ new: [Int]) throws -> Document {
    let version = Version(
      number: 1, contract: try contract(old),
      digest: try Digest(hex: String(repeating: "0", count: 64)),
      proposedAt: Moment(day: try Day("2025-12-01")), proposedBy: "ada")
    return try DiffSheet(from: version, to: contract(new), called: "version 2").document
  }

  @Test func `tells what is the same in consecutive months once`() throws {
    let old = Array(repeating: 100, count: 12)
    let new = [120, 120, 120, 100, 120, 90, 90, 100, 100, 100, 100, 100]
    let text = try sheet(old, new).rendered(as: .text, layout: TextRenderer(width: 100, style: .plain))
    let changes = text.split(separator: "\n").filter { $0.hasPrefix("  - smb: quota") }
    #expect(
      changes == [
        "  - smb: quota of 2026-01 to 2026-03: $100,000.00 → $120,000.00",
        "  - smb: quota of 2026-05: $100,000.00 → $120,000.00",
        "  - smb: quota of 2026-06 to 2026-07: $100,000.00 → $90,000.00",
      ])
    let leads = text.split(separator: "\n").filter { $0.contains("smb/web ") }.map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(
      leads == [
        "2026-01 to 2026-03 smb/web 2,000 2,400 400 more", "2026-05 smb/web 2,000 2,400 400 more",
        "2026-06 to 2026-07 smb/web 2,000 1,800 200 fewer",
      ])
  }

  @Test func `names figures of a span by its months, and those of one month as before`() throws {
    let even = Array(repeating: 100, count: 12)
    let document = try sheet(even, [120, 120] + even.dropFirst(3) + [90])
    #expect(
      document.figures.map(\.key.description) == [
        "2026-01..2026-02/smb/web/leads-due-before", "2026-01..2026-02/smb/web/leads-due-after",
        "2026-12/smb/web/leads-due-before", "2026-12/smb/web/leads-due-after",
      ])
  }
}
