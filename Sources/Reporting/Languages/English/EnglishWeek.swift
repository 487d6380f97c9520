extension English {
  /// The report on a week.
  static let week: [Phrase: String] = [
    .weekTitle: "{contract}: {week}",
    .leadsAndValue: "Leads and value delivered",
    .owedByDay: "A month's value is owed in equal parts on its business days.",
    .entries: "Entries",
    .weekVerdict: "Marketing: {delivered} delivered of {due} owed in the week ({share}), {judgement}.",
    .weekVerdictNothingOwed: "Marketing: {delivered} delivered of {due} owed in the week.",
    .weekRuns: "the week runs until {day}",
    .daysOfMonth: "{days} of the month's {total} business days",
    .deliveredInWeek: "Delivered in {week}",
    .entryOfNoType: "{key}: {entry}; of no type agreed, and without value",
    .nothingInWeek: "Nothing is on record for {week}.",
  ]
}
