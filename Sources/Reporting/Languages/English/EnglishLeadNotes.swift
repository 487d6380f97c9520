extension English {
  /// What is to be known of the leads themselves.
  static let leadNotes: [Phrase: String] = [
    .unassignedListed:
      "{count} {count|lead is|leads are} of no lead type of the contract, by what the other system says: {values}. {count|It has|They have} no value. List the values under crm-values of a lead type to count them.",
    .unassignedNothing:
      "{count} {count|lead is|leads are} of no lead type of the contract, by what the other system says: {values}. {count|It has|They have} no value. A lead type of the name 'unassigned' would count them.",
    .valueSaid: "'{value}' {count}",
    .valueUnsaid: "nothing {count}",
    .otherValues: "{values} and {others} other {others|value|values}",
    .unqualified:
      "{count} {count|lead falls|leads fall} short of '{condition}' and {count|earns|earn} no value until {count|it meets|they meet} it.",
    .rejected: "{count} {count|lead is|leads are} rejected by sales and taken off the count.",
    .rejectedContested:
      "{count} {count|lead is|leads are} rejected by sales and taken off the count; of {contested} marketing contests that.",
    .outsideWins:
      "{count} {count|lead|leads} that {count|does|do} not count as delivered {count|was|were} won all the same: {ids}. The figures above leave {count|it|them} out.",
    .outsideWinsWorth:
      "{count} {count|lead|leads} that {count|does|do} not count as delivered {count|was|were} won all the same, worth {revenue}: {ids}. The figures above leave {count|it|them} out.",
    .andMore: "{items}, …",
    .unpriced:
      "{count} won {count|deal has|deals have} no amount in {currency}; the revenue above leaves {count|it|them} out.",
    .setAside:
      "{count} {count|lead|leads} logged for {months} {count|is|are} set aside: the contract takes {spans|this month|these months} from the leads themselves.",
    .undelivered:
      "{count} {count|lead|leads} on record {count|has|have} no day of delivery, and no month counts {count|it|them}.",
    .undeliveredWon:
      "{count} {count|lead|leads} on record {count|has|have} no day of delivery, and no month counts {count|it|them}; {won} {won|was|were} won, worth {revenue}.",
    .outsideTermOn:
      "{count} {count|lead was|leads were} delivered outside the months that the contract covers, on {day}.",
    .outsideTerm:
      "{count} {count|lead was|leads were} delivered outside the months that the contract covers, from {first} to {last}.",
    .strayTouches: "{count} {count|touch is of a lead that is|touches are of leads that are} not on record.",
  ]
}
