extension English {
  /// The verdict: what each side did, in a few sentences.
  static let verdict: [Phrase: String] = [
    .verdict: "Verdict",
    .marketingDelivered: "Marketing: {delivered} delivered of {due} owed ({share}), {judgement}.",
    .marketingSoFar:
      "Marketing: {delivered} delivered of {due} owed by {day} ({share}), {judgement}; leads are on record up to {last}.",
    .marketingSoFarUnrecorded:
      "Marketing: {delivered} delivered of {due} owed by {day} ({share}), {judgement}; no leads are on record yet.",
    .marketingBegins: "Marketing: {period} begins on {day}; {due} will be owed.",
    .marketingOwedNothing: "Marketing owed nothing in {period} and delivered {delivered}.",
    .judgedOnTarget: "on target",
    .judgedOnTargetAsAWhole: "on target as a whole",
    .judgedUnder: "under target",
    .judgedOver: "over target, more than sales agreed to serve",
    .streamWithShare: "{stream}, {share}",
    .streamUnder: "{stream}: under target.",
    .streamOver: "{stream}: over target.",
    .streamUnderBreach: "{stream}: under target for {months} {months|month|months in a row}, a breach.",
    .streamOverBreach:
      "{stream}: over target for {months} {months|month|months in a row}, a breach as well, since sales cannot serve so many leads.",
    .revenueUnknown: "Revenue: nothing is on record yet of what the leads have brought ({command}).",
    .revenueWhole:
      "Revenue: {revenue} of the {due} that the leads behind the quotas of {period} were to bring ({share}).",
    .revenueWholeSoFar:
      "Revenue: {revenue} so far of the {due} that the leads behind the quotas of {period} were to bring ({share}).",
    .revenuePart:
      "Revenue: {revenue} of the {due} that {known} of the {all} cohorts behind the quotas of {period}, a lead type's leads of a month each, were to bring ({share}). Of the others nothing is on record.",
    .revenuePartSoFar:
      "Revenue: {revenue} so far of the {due} that {known} of the {all} cohorts behind the quotas of {period}, a lead type's leads of a month each, were to bring ({share}). Of the others nothing is on record.",
    .teamUnknown: "{team}: nothing is on record of what it promised ({command}).",
    .teamKept: "{team} kept {kept} of {judged} {judged|commitment|commitments}.",
    .teamKeptWithSilent:
      "{team} kept {kept} of {judged} {judged|commitment|commitments}; of {silent} more nothing is on record.",
    .teamMissed: "{team} kept {kept} of {judged} {judged|commitment|commitments} and missed {missed}.",
    .teamMissedWithSilent:
      "{team} kept {kept} of {judged} {judged|commitment|commitments} and missed {missed}; of {silent} more nothing is on record.",
    .missedCommitment: "{commitment} ({found}, agreed {agreed})",
    .metricsDue: "The funnel metrics of {quarter} are due for review.",
  ]
}
