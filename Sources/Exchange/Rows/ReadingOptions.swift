public import Agreement

/// What is said about a file beyond what stands in it.
public struct ReadingOptions: Sendable {
  /// The system that it comes from; nil where its headers tell.
  public var layout: SourceSystem?
  /// Which columns hold what, beside those that are known by the layout.
  public var mapping: ColumnMapping?
  /// The time zone of times without an offset, and of the days; nil for the contract's.
  public var timeZone: TimeZoneName?
  /// The order of dates such as `3/4/2026`; nil where the file settles it.
  public var dateOrder: DateOrder?
  /// What begins the decimals of amounts that leave it open.
  public var decimalMark: DecimalMark?
  /// What stands between fields; nil where the first line shows it.
  public var delimiter: CSVDelimiter?
  /// Words in the kind of a touch that show that no person did it, beside the usual ones.
  public var automatic: [String]

  /// Creates options; what is left out is found in the file or the contract.
  public init(
    layout: SourceSystem? = nil,
    mapping: ColumnMapping? = nil,
    timeZone: TimeZoneName? = nil,
    dateOrder: DateOrder? = nil,
    decimalMark: DecimalMark? = nil,
    delimiter: CSVDelimiter? = nil,
    automatic: [String] = []
  ) {
    self.layout = layout
    self.mapping = mapping
    self.timeZone = timeZone
    self.dateOrder = dateOrder
    self.decimalMark = decimalMark
    self.delimiter = delimiter
    self.automatic = automatic
  }
}

/// A system whose exports are recognised by their headers.
public enum SourceSystem: String, Hashable, Sendable, CaseIterable {
  /// HubSpot: contacts and deals.
  case hubspot
  /// Salesforce: reports on leads, opportunities and their history.
  case salesforce
  /// Pipedrive: deals and activities.
  case pipedrive

  /// The name as its maker writes it.
  var title: String {
    switch self {
    case .hubspot: "HubSpot"
    case .salesforce: "Salesforce"
    case .pipedrive: "Pipedrive"
    }
  }
}
