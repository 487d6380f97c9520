import Agreement

/// A column that conditions on lead quality name.
struct AttributeColumn {
  /// The key under which a lead keeps it.
  let key: String
  let column: Int
  /// Whether a condition compares it with a number.
  let isNumber: Bool
}

/// The columns of the fields that each row is asked for, looked up once.
struct LeadPlaces {
  let externalID, deal, stream, leadType, delivered, rep, contacted, salesQualified, opportunity, won,
    lost: Int?
  let disqualified, reason, stage, modified, isConverted: Int?

  init(_ fields: ColumnPlan<LeadField>, _ details: ColumnPlan<LeadDetail>) {
    externalID = fields[.externalID]
    deal = fields[.deal]
    stream = fields[.stream]
    leadType = fields[.leadType]
    delivered = fields[.delivered]
    rep = fields[.rep]
    contacted = fields[.contacted]
    salesQualified = fields[.salesQualified]
    opportunity = fields[.opportunity]
    won = fields[.won]
    lost = fields[.lost]
    disqualified = fields[.disqualified]
    reason = fields[.reason]
    stage = fields[.stage]
    modified = fields[.modified]
    isConverted = details[.isConverted]
  }
}

/// What is taken from which column of a file of leads.
struct LeadPlan {
  let layout: LeadLayout
  let fields: ColumnPlan<LeadField>
  let details: ColumnPlan<LeadDetail>
  /// The columns that are looked at in each row.
  let places: LeadPlaces
  /// The columns of amounts, the best first.
  let amounts: [AmountColumns]
  /// The columns that conditions on lead quality name.
  let attributes: [AttributeColumn]
  let identity: MadeIdentity

  init(
    _ layout: LeadLayout, _ header: CSVHeader, for contract: Contract, options: ReadingOptions,
    digest: @escaping (String) -> String
  ) throws(ColumnProblems) {
    self.layout = layout
    fields = try ColumnPlan(header, known: layout.fields, mapping: options.mapping)
    details = try ColumnPlan(header, known: layout.details, mapping: nil)
    places = LeadPlaces(fields, details)
    amounts = try AmountColumns.found(layout, fields, header, mapping: options.mapping)
    let own = layout.ownID
    let hasID = fields[own] != nil
    identity = try MadeIdentity(hasID ? [] : layout.identity, in: header, digest: digest)
    guard hasID || !identity.columns.isEmpty else {
      throw ColumnProblems(clauses: [
        "no column holds the id of a \(own == .deal ? "deal" : "lead"); say which, such as --map \(own.rawValue)=…; "
          + "the file has \(header.list)"
      ])
    }
    attributes = try Self.attributes(
      header, contract, areDue: Self.tellsOrigins(layout, fields, details)
    )
  }

  /// Whether the file says of leads where they come from, so that it must have what conditions ask about.
  private static func tellsOrigins(
    _ layout: LeadLayout, _ fields: ColumnPlan<LeadField>, _ details: ColumnPlan<LeadDetail>
  ) -> Bool {
    let hasOrigins = fields[.leadType] != nil || fields[.delivered] != nil
    switch layout.subject {
    case .lead: return hasOrigins && fields[.deal] == nil
    case .deal: return hasOrigins && details[.contacts] == nil && fields[.externalID] == nil
    case .leadChange, .dealChange: return false
    }
  }

  private static func attributes(
    _ header: CSVHeader, _ contract: Contract, areDue: Bool
  ) throws(ColumnProblems) -> [AttributeColumn] {
    var found: [String: Int] = [:]
    var numbers: Set<String> = []
    var problems: [String] = []
    for stream in contract.streams {
      for type in stream.leadTypes {
        for condition in type.qualifies {
          if case .number = condition.test { numbers.insert(condition.key) }
          guard found[condition.key] == nil, areDue || header.contains(condition.column) else { continue }
          do throws(CSVError) {
            found[condition.key] = try header.column(named: condition.column)
          } catch {
            problems.append("\(error.problem); leads of the type '\(type.name)' must have \(condition)")
          }
        }
      }
    }
    guard problems.isEmpty else { throw ColumnProblems(clauses: problems) }
    return found.sorted { $0.key < $1.key }.map {
      AttributeColumn(key: $0.key, column: $0.value, isNumber: numbers.contains($0.key))
    }
  }

  /// The name of the column that would tell rows apart whose made ids are the same; nil where the file has ids, and where
  /// several rows may be of one record.
  var missingID: String? {
    guard fields[layout.ownID] == nil, layout.hasARowEach else { return nil }
    return layout.fields[layout.ownID]?.first
  }

  /// How the rows are known that a report puts below its table.
  var footer: ReportFooter {
    let own = fields[layout.ownID].map { [$0] } ?? identity.columns
    let facts = fields.columns.filter { ![layout.ownID, .amount, .currency].contains($0.key) }.map(\.value)
    return ReportFooter(identity: own, facts: facts + dateColumns)
  }

  /// The columns that hold dates.
  var dateColumns: [Int] {
    let dated: [LeadField] = [
      .delivered, .contacted, .salesQualified, .opportunity, .won, .lost, .disqualified,
      .modified,
    ]
    let columns = dated.compactMap { fields[$0] } + [details[.closed], details[.changed]].compactMap(\.self)
    return Set(columns).sorted()
  }

  /// What the file speaks of, with what its layout concludes from several columns.
  var spokenOf: LeadColumns {
    var spoken = LeadFields(fields.columns.keys)
    spoken.insert(.externalID)
    if !amounts.isEmpty { spoken.insert(.amount) }
    if amounts.contains(where: { $0.currency != nil }) { spoken.insert(.currency) }
    switch layout.subject {
    case .lead: if details[.isConverted] != nil { spoken.insert(.stage) }
    case .deal:
      let ends: [LeadDetail] = [.dealStage, .isWon, .isLost, .isClosed]
      if ends.contains(where: { details[$0] != nil }) { spoken.formUnion([.won, .lost, .stage]) }
    case .leadChange: spoken.formUnion([.contacted, .salesQualified, .lost, .disqualified])
    case .dealChange: spoken.formUnion([.opportunity, .won, .lost])
    }
    return LeadColumns(fields: spoken, attributes: Set(attributes.map(\.key)))
  }
}
