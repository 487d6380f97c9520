extension English {
  /// Where a figure comes from.
  static let explanation: [Phrase: String] = [
    .report: "Report",
    .formula: "Formula",
    .withNumbers: "With numbers",
    .laidDownIn: "Laid down in",
    .whatGoesIn: "What goes into it",
    .input: "Input",
    .inputValue: "Value",
    .from: "From",
    .entriesOnRecord: "Entries on record",
    .furtherEntries: "And {count} more: {command}",
    .leadDelivered: "lead {lead}, delivered on {day}",
    .leadOfRep: "lead {lead} ({rep}), delivered on {day}: {matter}",
    .touchesByThen: "{touches} {touches|touch|touches} by then, {late} ago",
    .notContacted: "not contacted, {late} late",
    .contactedLate: "contacted on {day}, {late} late",
  ]
}
