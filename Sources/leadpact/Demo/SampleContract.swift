import Agreement
import Exchange

/// The contract of the sample year: an invented company, and the three texts that its teams went through.
enum SampleContract {
  /// What stands in a text where the three differ.
  private struct Wording {
    let effective: String
    let websiteFormWinRate: String
    let contentDownloadMQLToSQL: String
    let outboundWinRate: String
  }

  private static let first = Wording(
    effective: "2026-01",
    websiteFormWinRate: #"{value: 24%, source: "measured 812/3,383, CRM, 2025"}"#,
    contentDownloadMQLToSQL: "14%",
    outboundWinRate: #"{value: 20%, source: "measured 131/655, CRM, 2025"}"#)

  private static let hopeful = Wording(
    effective: "2026-07",
    websiteFormWinRate: #"{value: 25%, source: "measured 903/3,612, CRM, 2025-06..2026-03"}"#,
    contentDownloadMQLToSQL: #"{value: 12%, source: "measured 2,385/19,874, CRM, 2025-06..2026-03"}"#,
    outboundWinRate: "24%  # what the new call script is to bring")

  private static let measured = Wording(
    effective: "2026-07",
    websiteFormWinRate: hopeful.websiteFormWinRate,
    contentDownloadMQLToSQL: hopeful.contentDownloadMQLToSQL,
    outboundWinRate: #"{value: 21%, source: "measured 171/814, CRM, 2025-06..2026-02"}"#)

  /// The text of version 1, 2 or 3.
  static func version(_ number: Int) throws -> Contract {
    let wording = [first, hopeful, measured][number - 1]
    return try ContractFile.read(text(wording), file: "kestrel-2026.yaml")
  }

  private static func text(_ wording: Wording) -> String {
    """
    # What marketing and sales of Kestrel Software owe each other in 2026.
    contract: kestrel-2026
    title: Kestrel Software, marketing and sales 2026
    term: 2026-01..2026-12
    effective: \(wording.effective)
    currency: USD
    holidays: [2026-01-01, 2026-01-19, 2026-05-25, 2026-07-03, 2026-09-07, 2026-11-26, 2026-12-25]
    tolerance: 10%
    sustained-after: 2 months

    stages:
      mql: A contact at a company of ten people or more who asked for something, or scored 60 points
      sql: An MQL that a rep has spoken to and who has a need, a budget and a date
      opportunity: An SQL with a quote or a booked product demo
      won: The order is signed

    streams:
      small-business:
        title: Small business
        quota: 420,000 per month
        retention: 25%
        margin: 72%
        lead-types:
          website-form:
            title: Website form
            share: 55%
            mql-to-sql: {value: 34%, source: "measured 4,229/12,438, CRM, 2025"}
            sql-to-opportunity: {value: 80%, source: "measured 3,383/4,229, CRM, 2025"}
            win-rate: \(wording.websiteFormWinRate)
            average-order-value: {value: 2400, source: "measured 812 orders, billing, 2025"}
            time-to-close: 40 days
          live-chat:
            title: Live chat
            share: 25%
            mql-to-sql: {value: 42%, source: "measured 2,890/6,881, CRM, 2025"}
            sql-to-opportunity: {value: 75%, source: "measured 2,168/2,890, CRM, 2025"}
            win-rate: {value: 21%, source: "measured 455/2,168, CRM, 2025"}
            average-order-value: {value: 1900, source: "measured 455 orders, billing, 2025"}
            time-to-close: 20 days
          content-download:
            title: Content download
            share: 20%
            mql-to-sql: \(wording.contentDownloadMQLToSQL)
            sql-to-opportunity: 62%
            win-rate: 17%
            average-order-value: 2,400
            time-to-close: 75 days
      mid-market:
        title: Mid-market
        # Leads of the autumn bring revenue after the term: one more quarter is agreed, the next is not yet.
        quota: {2026-Q1: 1.8M, 2026-Q2: 1.8M, 2026-Q3: 1.92M, 2026-Q4: 2.04M, 2027-Q1: 1.92M}
        retention: 35%
        margin: 65%
        lead-types:
          demo-request:
            title: Demo request
            share: 45%
            mql-to-sql: {value: 52%, source: "measured 811/1,560, CRM, 2025"}
            sql-to-opportunity: {value: 68%, source: "measured 551/811, CRM, 2025"}
            win-rate: {value: 26%, source: "measured 143/551, CRM, 2025"}
            average-order-value: {value: 11700, source: "measured 143 orders, billing, 2025"}
            time-to-close: 75 days
          outbound:
            title: Outbound
            share: 30%
            mql-to-sql: {value: 28%, source: "measured 1,191/4,253, CRM, 2025"}
            sql-to-opportunity: {value: 55%, source: "measured 655/1,191, CRM, 2025"}
            win-rate: \(wording.outboundWinRate)
            average-order-value: {value: 9750, source: "measured 131 orders, billing, 2025"}
            time-to-close: 120 days
          event:
            title: Trade fairs
            share: 25%
            mql-to-sql: 22%
            sql-to-opportunity: 48%
            win-rate: 18%
            average-order-value: 9,750
            time-to-close: 135 days

    sales:
      first-contact: {within: 4 business hours, share: 90%}
      business-hours: mon-fri 9:00-17:00
      cadence: {share: 80%, steps: [3 in 14 days, 5 in 28 days, 7 in 56 days]}
      capacity: {leads-per-rep: 320, reps: {2026-01: 15, 2026-06: 16}}

    measures:
      csat:
        title: Customer satisfaction
        owner: service
        unit: points of 5
        target: at least 4.5
      accounts-reviewed:
        title: Accounts reviewed
        owner: service
        unit: accounts a month
        target: at least 60

    signatories:
      - name: 陳怡君
        email: yijun.chen@kestrel.example
        team: marketing
        role: Head of Marketing
        owes: Leads worth the value due each month, in the agreed mix, and a word before a campaign that doubles them.
      - name: Marcus Oyelaran
        email: marcus.oyelaran@kestrel.example
        team: sales
        role: Head of Sales
        owes: A first contact within four business hours, and all seven touches before a lead is given up.
      - name: Zoë Müller
        email: zoe.mueller@kestrel.example
        team: service
        role: Head of Customer Success
        owes: Customers who stay, and an account review before each renewal.
      - name: Priya Raman
        email: priya.raman@kestrel.example
        team: operations
        role: Revenue Operations
        owes: The week's counts by Monday noon, and one set of numbers for everyone.

    """
  }
}
