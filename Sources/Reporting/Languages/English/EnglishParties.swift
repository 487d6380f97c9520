extension English {
  /// Who is party to a contract, and where attainment lies.
  static let parties: [Phrase: String] = [
    .marketing: "Marketing",
    .sales: "Sales",
    .service: "Service",
    .finance: "Finance",
    .operations: "Operations",
    .leadership: "Leadership",
    .bandUnder: "under",
    .bandOnTarget: "on target",
    .bandOver: "over",
  ]
}
