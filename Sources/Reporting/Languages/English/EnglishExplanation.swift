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
  ]
}
