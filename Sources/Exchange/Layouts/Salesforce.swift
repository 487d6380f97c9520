import Agreement

extension LeadLayout {
  /// A report on leads.
  ///
  /// A lead that was converted is one that sales accepted.
  static let salesforceLeads = LeadLayout(
    name: "Salesforce leads",
    system: .salesforce,
    subject: .lead,
    signs: [
      ["Lead ID", "Lead Owner", "Lead Status"], ["Lead Owner", "Lead Status", "Lead Source", "Converted"],
      ["Created Date", "Create Date", "MQL Date"],
    ],
    fields: [
      .externalID: ["Lead ID", "Lead: Lead ID"],
      .delivered: ["MQL Date", "Created Date", "Create Date"],
      .leadType: ["Lead Source"],
      .rep: ["Lead Owner"],
      .contacted: [
        "First Response Date", "First Contacted Date", "First Contact Date", "First Outreach Date",
        "First Activity Date", "First Activity",
      ],
      .salesQualified: ["Converted Date", "Conversion Date"],
      .disqualified: ["Unqualified Date", "Disqualified Date", "Date Unqualified", "Date Disqualified"],
      .reason: [
        "Unqualified Reason", "Disqualified Reason", "Disqualification Reason", "Reason Unqualified",
        "Reason Disqualified",
      ],
      .stage: ["Lead Status"],
      .modified: ["Last Modified Date", "Last Modified"],
    ],
    details: [.isConverted: ["Converted"]],
    identity: leadIdentity
  )

  /// A report on opportunities.
  ///
  /// The close date of an open one is only expected, and left aside.
  static let salesforceOpportunities = LeadLayout(
    name: "Salesforce opportunities",
    system: .salesforce,
    subject: .deal,
    signs: [["Opportunity ID", "Opportunity Name"], ["Stage", "Won", "Closed"]],
    fields: [
      .externalID: ["Lead ID", "Converted Lead ID"],
      .deal: ["Opportunity ID"],
      .delivered: ["Created Date", "Create Date"],
      .leadType: ["Lead Source"],
      .rep: ["Opportunity Owner"],
      .opportunity: ["Created Date", "Create Date"],
      .reason: ["Loss Reason", "Closed Lost Reason", "Lost Reason", "Reason Lost"],
      .amount: ["Amount"],
      .currency: ["Amount Currency", "Opportunity Currency", "Currency"],
      .modified: ["Last Modified Date", "Last Modified"],
    ],
    convertedAmount: [.amount: ["Amount (converted)"], .currency: ["Amount (converted) Currency"]],
    details: [
      .dealStage: ["Stage"], .closed: ["Close Date", "Closed Date"], .isWon: ["Won"], .isClosed: ["Closed"],
    ],
    identity: dealIdentity
  )

  /// A report on what was changed in leads, of which the changes of status count.
  static let salesforceLeadHistory = LeadLayout(
    name: "Salesforce lead history",
    system: .salesforce,
    subject: .leadChange,
    signs: [
      ["Field / Event"], ["New Value"], ["Edit Date"],
      ["Lead ID", "Lead Owner", "Lead Status", "Lead Source"],
    ],
    fields: [.externalID: ["Lead ID", "Lead: Lead ID"]],
    details: [.changedField: ["Field / Event"], .newValue: ["New Value"], .changed: ["Edit Date"]],
    identity: leadIdentity
  )

  /// A report on the stages of opportunities, or on what was changed in them.
  static let salesforceDealHistory = LeadLayout(
    name: "Salesforce opportunity history",
    system: .salesforce,
    subject: .dealChange,
    signs: [
      ["Opportunity ID", "Opportunity Name"], ["To Stage", "New Value"],
      ["Last Modified", "Last Modified Date", "Edit Date"],
    ],
    fields: [.externalID: ["Lead ID", "Converted Lead ID"], .deal: ["Opportunity ID"]],
    details: [
      .changedField: ["Field / Event"], .newValue: ["To Stage", "New Value"],
      .changed: ["Last Modified", "Last Modified Date", "Edit Date"],
    ],
    identity: dealIdentity
  )

  private static let leadIdentity = [
    ["Last Name", "Full Name", "Name", "Lead Name", "Email"], ["First Name"],
    ["Company / Account", "Company"],
    ["Created Date", "Create Date"],
  ]

  private static let dealIdentity = [
    ["Opportunity Name"], ["Account Name"], ["Created Date", "Create Date"],
  ]
}
