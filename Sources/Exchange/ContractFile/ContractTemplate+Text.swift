import Agreement

extension ContractTemplate {
  /// The contract file, commented, complete, and readable as it stands.
  public var text: String {
    """
    # A contract between marketing and sales, for leadpact.
    # Edit what does not fit, then: leadpact contract propose FILE
    # Lines that begin with '# ' are comments. Every key is explained in docs/contract-file.md.

    # The short name that commands use, and the name for people.
    contract: \(name.text.yamlQuoted)
    title: \(title.yamlQuoted)

    # The months it covers, and the currency of all amounts.
    term: \(term)
    currency: \(currency)

    # A month is on target within this share above or below what was owed; beyond it for so many months
    # running, in either direction, the deviation is sustained and counts as a breach.
    tolerance: 10%
    sustained-after: 2 months

    # Days from Monday to Friday on which nobody works, so that they are not counted as business days.
    holidays: []

    # Where counts of leads come from. 'logged' is what people log; 'leads' derives them from the leads that a CRM
    # exports, whose times are those of the clocks here unless they name a zone.
    # deliveries: leads
    # time-zone: America/New_York

    # What each stage means. Most quarrels about leads are about these four lines.
    stages:
      mql: A contact who fits the customers we want and has asked for something
      sql: An MQL that a rep has spoken to and that has a need, a budget and a date
      opportunity: An SQL with a quote or a product demo
      won: The order is signed

    # Where the revenue comes from: one stream for each business unit or customer segment.
    streams:
      \(stream.name.text.yamlQuoted):
    \(streamTitle)    # What sales must win. 'per quarter' and 'per year' will do too, and so will amounts by month or
        # quarter: {\(term.first): "\(stream.quota.written)", …}
        quota: \(stream.quota.written) per month
        # The share of it that existing customers bring. The rest is what leads are needed for.
        retention: \(stream.retention)
        # The kinds of leads; their shares of the new business add up to 100%.
        lead-types:
    \(leadTypeLines)

    # What sales owes for the leads.
    sales:
      # How soon a lead is contacted, and what share of them must be in time.
      first-contact: {within: 4 business hours, share: 90%}
      business-hours: mon-fri 9:00-17:00
      # Touches that follow, counted from the day of the lead, and the share of leads that must have had them.
      cadence: {share: 80%, steps: [3 in 14 days, 5 in 28 days, 7 in 56 days]}
      # The most leads that a rep can serve in a month, and how many reps there are.
      capacity: {leads-per-rep: 240, reps: 16}
      # How long sales may say of a lead that it is none. After that it counts as accepted.
      # reject-within: 5 business days

    # What else a team owes: a figure with a target, 'at least' or 'at most'.
    measures:
      csat: {title: Customer satisfaction, owner: sales, unit: points of 5, target: at least 4.5}

    # Who must sign before the contract is in force: at least one person for marketing and one for sales.
    # Teams: marketing, sales, service, finance, operations, leadership.
    signatories:
      - name: \(marketingHead.name.yamlQuoted)
        email: \(marketingHead.email.text.yamlQuoted)
        team: marketing
        role: Head of Marketing
        owes: Leads worth the value due each month, of the agreed kinds.
      - name: \(salesHead.name.yamlQuoted)
        email: \(salesHead.email.text.yamlQuoted)
        team: sales
        role: Head of Sales
        owes: First contact in time, and the whole cadence after it.

    """
  }

  /// The line of the stream's title, where it has one.
  private var streamTitle: String { stream.title.map { "    title: \($0.yamlQuoted)\n" } ?? "" }

  /// The kinds of leads, of which the first is explained.
  private var leadTypeLines: String {
    stream.leadTypes.enumerated()
      .flatMap { position, type in
        type.lines(isExplained: position == 0).enumerated().map { $0 == 0 ? "      \($1)" : "        \($1)" }
      }
      .joined(separator: "\n")
  }
}

extension ContractTemplate.LeadType {
  /// Its key, and the keys beneath it.
  fileprivate func lines(isExplained: Bool) -> [String] {
    func note(_ lines: String...) -> [String] { isExplained ? lines.map { "# \($0)" } : [] }
    return ["\(name.text.yamlQuoted):", "share: \(share)"]
      + note(
        "What the CRM calls leads of this type, and what one must be to count: conditions on columns of its",
        "export.",
        "crm-values: [Organic Search, Direct Traffic]",
        "qualifies: [employees > 10, industry in [finance, banking], uses-hubspot is yes]",
        "How many of the leads reach the next stage, and what a won deal is worth. A figure that was",
        "measured says so: {value: 34%, source: \"measured 57/168, HubSpot, 2025-Q4\"}"
      )
      + [
        "mql-to-sql: \(mqlToSQL)", "sql-to-opportunity: \(sqlToOpportunity)", "win-rate: \(winRate)",
        "average-order-value: \(averageOrderValue.written)",
      ]
      + note("From the lead to the won deal. Leads are owed that much earlier than the revenue.")
      + ["time-to-close: \(timeToClose) \(timeToClose == 1 ? "day" : "days")"]
  }
}

extension Money {
  /// The amount as one types it: whole units grouped by commas, decimals only where there are some.
  fileprivate var written: String {
    let parts = decimal.split(separator: ".")
    let whole = Int(parts[0])?.grouped ?? String(parts[0])
    return parts.count == 2 && parts[1].contains { $0 != "0" } ? "\(whole).\(parts[1])" : whole
  }
}
