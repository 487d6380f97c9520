import Agreement

extension LeadLayout {
  /// Pipedrive's deals, each a lead from the day on which it was created.
  ///
  /// A deal there is no opportunity yet: its stage tells how far it has come.
  static let pipedriveDeals = LeadLayout(
    name: "Pipedrive deals",
    system: .pipedrive,
    subject: .deal,
    signs: [
      ["Deal - ID", "ID"], ["Deal - Status", "Status"],
      ["Deal - Deal created", "Deal - Won time", "Deal created", "Won time"],
    ],
    fields: [
      .deal: ["Deal - ID", "ID"],
      .delivered: ["Deal - Deal created", "Deal created", "Deal - Add time", "Add time"],
      .leadType: [
        "Deal - Source channel", "Source channel", "Deal - Lead source", "Lead source", "Deal - Source",
        "Source", "Deal - Label", "Label",
      ],
      .rep: ["Deal - Owner", "Owner"],
      .won: ["Deal - Won time", "Won time"],
      .lost: ["Deal - Lost time", "Lost time"],
      .reason: ["Deal - Lost reason", "Lost reason"],
      .stage: ["Deal - Stage", "Stage"],
      .amount: ["Deal - Value", "Value"],
      .currency: ["Deal - Currency of Value", "Deal - Currency", "Currency of Value", "Currency"],
      .modified: ["Deal - Update time", "Update time"],
    ],
    details: [
      .dealStage: ["Deal - Status", "Status"],
      .closed: ["Deal - Deal closed on", "Deal closed on"],
    ]
  )
}

/// The columns of Pipedrive's activities.
enum PipedriveActivities {
  static let name = "Pipedrive activities"

  static let signs: [[String]] = [
    ["Activity - ID", "ID"], ["Activity - Marked as done time", "Marked as done time"],
  ]

  static let fields: [TouchField: [String]] = [
    .id: ["Activity - ID", "ID"],
    .lead: ["Deal ID", "Activity - Deal ID", "Deal - ID"],
    .at: ["Activity - Marked as done time", "Marked as done time"],
    .kind: ["Activity - Type", "Type"],
    .rep: ["Activity - Assigned to user", "Assigned to user"],
  ]

  static let done = ["Activity - Done", "Done", "Activity - Status", "Status"]
}
