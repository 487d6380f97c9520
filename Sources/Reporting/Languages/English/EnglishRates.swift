extension English {
  /// Funnel rates agreed and observed.
  static let rates: [Phrase: String] = [
    .funnelAgreedObserved: "Funnel: agreed against observed",
    .agreedAgainstObserved: "Agreed against observed",
    .ratesTitle: "{contract}: rates of {period}",
    .leadsDeliveredIn: "Leads delivered in",
    .knownOn: "Known on",
    .byMonthOfDelivery: "By month of delivery",
    .nothingCame:
      "Nothing is on record yet of what came of the leads (leadpact outcome, leadpact import leads).",
    .outsideInterval:
      "{revise} of {judged} agreed rates {revise|lies|lie} outside what was observed: {rates}.",
    .outsideIntervalPropose:
      "{revise} of {judged} agreed rates {revise|lies|lie} outside what was observed: {rates}. Propose the observed ones: leadpact revise --observed.",
    .alreadyRevised: "{rates}: outside what was observed, and revised from {month} on or before.",
    .rateOf: "{type}, {step}",
    .withinInterval: "{count} {count|lies|lie} within the interval and can be kept.",
    .tooFewCounts: "{count} {count|rests|rest} on fewer than {fewest} counts and cannot be judged yet.",
    .moreCameOut: "More came out than went in of {rates}: look at the records first.",
    .stillMaturing:
      "The leads of {cohorts} are younger than their time to close, the last of them until {day}; they are not averaged in.",
    .recordsCutOff:
      "The records of what became of the leads begin too late for those of {cohorts}: they are cut off, and not averaged in.",
    .someLeadTypes: "some lead types in {months}",
    .monthsOfType: "{months} ({type})",
    .typeInStream: "{stream}, {type}",
    .observedOver:
      "Observed over the leads of months that are as old as the agreed time to close; the interval is Wilson's, of 95 %.",
    .agreedChanged: "The agreed rate of {types} changed in these months; the newest is compared.",
    .ratesCaption: "Rates agreed and observed",
    .rate: "Rate",
    .observed: "Observed",
    .interval: "95 % interval",
    .owedByInterval: "Leads owed in {month}, as agreed and with one rate at the ends of its interval",
    .asAgreed: "As agreed",
    .byTheInterval: "By the interval",
    .cohortTableCaption: "What came of the leads of each month",
    .age: "Age",
    .mature: "mature",
    .maturingUntil: "maturing until {day}",
    .cutOff: "cut off",
    .keep: "keep",
    .revise: "revise",
    .tooFew: "too few",
    .inconsistent: "inconsistent",
    .revisedWord: "revised",
    .cohortCounts: "{month}: {leads}, {outcomes}",
    .agreedForNewestCounted: "as agreed for the newest month counted",
    .sumOldEnough: "the sum over months old enough",
    .kOverN: "k / n",
    .wilson: "Wilson's interval of 95 %",
    .planOf: "the plan of {month}",
    .planAtEnd: "the plan of {month}, with this rate at that end of its interval",
    .countedByDelivery: "counted by the month of delivery",
    .closing: "Time to close",
    .wonWithinCaption: "How many leads were won within some days of their delivery",
    .wonInDays: "Won in {days} days",
    .quartileCaption: "How many days the won leads took",
    .aQuarterBy: "A quarter by",
    .halfBy: "Half by",
    .threeQuartersBy: "Three quarters by",
    .closingShares:
      "Shares are of leads at least that old, so that none is judged before its time; days are those of the won leads of months old enough.",
    .wonBeforeDelivery:
      "{count} {count|lead was|leads were} won before the day of delivery and left out of the times: {ids}.",
    .wonUndated:
      "{count} {count|lead was|leads were} won on a day that no file names, and {count|is|are} left out too.",
    .daysToClose: "calendar days from delivery to the won deal",
    .ofWonLeads: "of {count} won {count|lead|leads}",
    .agreedForNewest: "as agreed for the newest month",
  ]
}
