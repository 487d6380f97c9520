import Agreement

/// A kind of export that is recognised by its headers, and what is taken from it.
struct LeadLayout: Sendable {
  /// What a row is about.
  enum Subject: Sendable {
    /// A lead, or the deal that a mapped column names.
    case lead
    /// A deal of a lead; one of no lead is a lead itself.
    case deal
    /// A change of a lead's status.
    case leadChange
    /// A change of a deal's stage.
    case dealChange
  }

  /// What it is called in summaries: `HubSpot contacts`.
  let name: String
  /// Where it comes from; nil for columns as they are mapped.
  let system: SourceSystem?
  /// What a row is about.
  let subject: Subject
  /// Headers that show it: at least one of each group.
  let signs: [[String]]
  /// The names of the columns of each field, the best one first.
  let fields: [LeadField: [String]]
  /// The names of columns with the amount in another currency.
  var convertedAmount: [ConvertedAmount: [String]] = [:]
  /// The names of columns that say more about a row than a field does.
  var details: [LeadDetail: [String]] = [:]
  /// The columns of which an id is made where the file has none, the first that there is of each group.
  var identity: [[String]] = []

  /// The field that names what a row is about.
  var ownID: LeadField { [.deal, .dealChange].contains(subject) ? .deal : .externalID }

  /// Whether each row is of a record of its own; the changes of one record are many.
  var hasARowEach: Bool { [.lead, .deal].contains(subject) }

  /// Whether a header shows this layout.
  func isShown(by header: CSVHeader) -> Bool {
    signs.allSatisfy { group in group.contains(where: header.contains) }
  }

  /// The columns as they are mapped, and nothing else.
  static let mapped = LeadLayout(
    name: "a mapped file", system: nil, subject: .lead, signs: [], fields: [:]
  )

  /// What a file is read as whose columns bear the names of the fields.
  static let ownColumns = "leadpact's own columns"

  /// Columns that bear the names of the fields.
  static let named = LeadLayout(
    name: ownColumns, system: nil, subject: .lead, signs: [[LeadField.externalID.rawValue]],
    fields: Dictionary(uniqueKeysWithValues: LeadField.allCases.map { ($0, [$0.rawValue]) })
  )

  /// The layouts, those that are shown by the most telling headers first.
  static let all: [LeadLayout] = [
    .pipedriveDeals, .hubSpotDeals, .hubSpotContacts, .salesforceDealHistory, .salesforceLeadHistory,
    .salesforceOpportunities, .salesforceLeads, .named,
  ]
}

/// What columns say of an amount that the other system has converted.
enum ConvertedAmount: String, CaseIterable {
  case amount, currency
}

/// What a column says about a row beyond the fields that can be mapped.
enum LeadDetail: String, CaseIterable {
  /// The stage or the status of a deal.
  case dealStage
  /// When a deal was closed, or is expected to be.
  case closed
  /// Whether a deal is won.
  case isWon
  /// Whether a deal is lost.
  case isLost
  /// Whether a deal is closed, won or lost.
  case isClosed
  /// The numbers of the contacts of a deal.
  case contacts
  /// Whether a lead was converted.
  case isConverted
  /// What was changed.
  case changedField
  /// What it was changed to.
  case newValue
  /// When it was changed.
  case changed
}
