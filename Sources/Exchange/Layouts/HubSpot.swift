import Agreement

extension LeadLayout {
  /// HubSpot's contacts.
  ///
  /// A lead is delivered when it becomes an MQL where the file says when that was.
  static let hubSpotContacts = LeadLayout(
    name: "HubSpot contacts",
    system: .hubspot,
    subject: .lead,
    signs: [
      ["Record ID - Contact", "Contact ID", "Record ID"],
      [
        "Record ID - Contact", "Lifecycle Stage", "Became a Marketing Qualified Lead Date", "Original Source",
        "Original Traffic Source",
      ],
    ],
    fields: [
      .externalID: ["Record ID - Contact", "Contact ID", "Record ID"],
      .delivered: [
        "Became a Marketing Qualified Lead Date", "Became a Marketing Qualified Lead Date (UTC)",
        "Date entered Marketing Qualified Lead (Lifecycle Stage Pipeline)", "Create Date",
        "Create Date (UTC)",
      ],
      .leadType: [
        "Original Traffic Source", "Original Source", "Original Source Type", "Fuente de tráfico original",
      ],
      .rep: ["Contact owner", "HubSpot Owner"],
      .contacted: [
        "First Outreach Date", "Date of first outreach", "Date of first engagement", "First contacted",
        "First contact date",
      ],
      .salesQualified: [
        "Became a Sales Qualified Lead Date", "Became a Sales Qualified Lead Date (UTC)",
        "Date entered Sales Qualified Lead (Lifecycle Stage Pipeline)",
      ],
      .opportunity: [
        "Became an Opportunity Date", "Became an Opportunity Date (UTC)",
        "Date entered Opportunity (Lifecycle Stage Pipeline)",
      ],
      .won: [
        "Became a Customer Date", "Became a Customer Date (UTC)",
        "Date entered Customer (Lifecycle Stage Pipeline)",
      ],
      .stage: ["Lifecycle Stage"],
      .modified: ["Last Modified Date", "Last Modified Date (UTC)"],
    ]
  )

  /// HubSpot's deals.
  ///
  /// The close date of an open deal is only expected, and left aside.
  static let hubSpotDeals = LeadLayout(
    name: "HubSpot deals",
    system: .hubspot,
    subject: .deal,
    signs: [["Record ID - Deal", "Deal ID", "Record ID"], ["Record ID - Deal", "Deal Stage"]],
    fields: [
      .deal: ["Record ID - Deal", "Deal ID", "Record ID"],
      .delivered: ["Create Date", "Create Date (UTC)"],
      .leadType: ["Original Traffic Source", "Original Source", "Original Source Type"],
      .rep: ["Deal owner", "HubSpot Owner"],
      .opportunity: ["Create Date", "Create Date (UTC)"],
      .reason: ["Closed Lost Reason"],
      .amount: ["Amount"],
      .currency: ["Currency", "Deal Currency"],
      .modified: ["Last Modified Date", "Last Modified Date (UTC)"],
    ],
    convertedAmount: [.amount: ["Amount in company currency"]],
    details: [
      .dealStage: ["Deal Stage"], .closed: ["Close Date", "Close Date (UTC)"],
      .isWon: ["Is Closed Won", "Is Won"], .isLost: ["Is Closed Lost"],
      .contacts: ["Associated Contact IDs", "Associated Contact IDs (Primary)", "Associated Contact ID"],
    ]
  )
}
