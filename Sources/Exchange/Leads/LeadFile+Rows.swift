import Agreement

extension LeadFile {
  /// A lead's own record, or that of a deal where a column names one.
  mutating func leadRow() throws(RowProblem) -> LeadRow? {
    let lead = try id(in: .externalID)
    var facts = try facts()
    if let isConverted = try table.truth(at: plan.places.isConverted) {
      if !isConverted {
        facts.salesQualified = nil
      } else if !facts.hasTime(of: .sql) {
        facts.stage = max(facts.stage ?? .sql, .sql)
      }
    }
    let deal = try table.text(at: plan.places.deal)
    return LeadRow(
      line: table.line, key: LeadRecord.Key(lead: lead, part: deal.map { .deal($0) } ?? .lead), facts: facts)
  }

  /// The record of a deal; nil where the other system has deleted it.
  mutating func dealRow() throws(RowProblem) -> LeadRow? {
    let status = try table.text(at: plan.details[.dealStage])
    if plan.layout.system == .pipedrive, status?.lowercased() == "deleted" { return nil }
    let names = try dealNames()
    // Pipedrive has no leads beside its deals.
    let key =
      plan.layout.system == .pipedrive && names.named == nil
      ? LeadRecord.Key(lead: names.deal) : LeadRecord.Key(lead: names.lead, part: .deal(names.deal))
    var facts = try facts()
    if names.named != nil { facts.delivered = nil }
    let end = try end(status)
    let closed = end == .open ? nil : try table.time(at: plan.details[.closed])
    switch end {
    case .won:
      facts.won = facts.won ?? closed
      facts.stage = facts.won == nil ? .won : facts.stage
    case .lost: facts.lost = facts.lost ?? closed
    case .open, nil: break
    }
    if let end {
      if end != .won { facts.won = nil }
      if end != .lost { (facts.lost, facts.reason) = (nil, nil) }
      facts.ending = end == .lost && facts.lost == nil ? .lost : nil
    }
    return LeadRow(line: table.line, key: key, facts: facts)
  }

  /// A change of a lead's status or a deal's stage at a time; nil where it means nothing here.
  mutating func changeRow() throws(RowProblem) -> LeadRow? {
    if let field = try table.text(at: plan.details[.changedField]),
      !["stage", "status", "lead status"].contains(field.foldedWords)
    {
      return nil
    }
    guard let value = try table.text(at: plan.details[.newValue]) else { return nil }
    guard let time = try table.time(at: plan.details[.changed]) else {
      throw table.problem("the change has no date", at: plan.details[.changed])
    }
    var facts = LeadFacts()
    let event = "\(time) \(value)"
    if plan.layout.subject == .dealChange {
      switch stages.word(value) {
      case .reached(.won): facts.won = time
      case .lost: facts.lost = time
      default: facts.opportunity = time
      }
      let names = try dealNames()
      let key = LeadRecord.Key(lead: names.lead, part: .event("\(names.deal) \(event)"))
      return LeadRow(line: table.line, key: key, facts: facts)
    }
    switch stages.word(value) {
    case .contacted: facts.contacted = time
    case .reached(.sql): facts.salesQualified = time
    case .lost: facts.lost = time
    case .disqualified: facts.disqualified = time
    case .reached, .other: return nil
    }
    let lead = try id(in: .externalID)
    return LeadRow(line: table.line, key: LeadRecord.Key(lead: lead, part: .event(event)), facts: facts)
  }
}

// What a row says.
extension LeadFile {
  private enum End {
    case won, lost, open
  }

  private mutating func facts() throws(RowProblem) -> LeadFacts {
    let places = plan.places
    var facts = LeadFacts()
    facts.stream = try table.text(at: places.stream)
    facts.leadType = try table.text(at: places.leadType)
    facts.delivered = try table.time(at: places.delivered)
    facts.rep = try table.text(at: places.rep)
    facts.contacted = try table.time(at: places.contacted)
    facts.salesQualified = try table.time(at: places.salesQualified)
    facts.opportunity = try table.time(at: places.opportunity)
    facts.won = try table.time(at: places.won)
    facts.lost = try table.time(at: places.lost)
    facts.disqualified = try table.time(at: places.disqualified)
    facts.reason = try table.text(at: places.reason)
    facts.modified = try table.time(at: places.modified)
    facts.amount = try amount()
    switch try table.text(at: places.stage).map({ stages.word($0) }) {
    case .reached(let stage): facts.stage = facts.hasTime(of: stage) ? nil : stage
    case .lost where facts.lost == nil: facts.ending = .lost
    case .disqualified where facts.disqualified == nil: facts.ending = .disqualified
    case .contacted, .lost, .disqualified, .other, nil: break
    }
    for attribute in plan.attributes {
      facts.attributes[attribute.key] =
        attribute.isNumber ? try table.number(at: attribute.column) : try table.text(at: attribute.column)
    }
    return facts
  }

  /// The amount that is in the contract's currency, else the deal's own; nil where all columns are empty.
  private mutating func amount() throws(RowProblem) -> Money? {
    var first: Money?
    for columns in plan.amounts {
      guard let money = try table.amount(at: columns.amount, currency: columns.currency) else { continue }
      guard let own = first else {
        first = money
        continue
      }
      let saysCurrency = try table.text(at: columns.currency) != nil
      if own.currency != table.currency, saysCurrency, money.currency == table.currency { return money }
    }
    return first
  }

  /// How a deal ended; nil where no column tells.
  private mutating func end(_ status: String?) throws(RowProblem) -> End? {
    let isWon = try table.truth(at: plan.details[.isWon])
    let isLost = try table.truth(at: plan.details[.isLost])
    let isClosed = try table.truth(at: plan.details[.isClosed])
    let word = status.map { stages.word($0) }
    if isWon ?? (word == .reached(.won)) { return .won }
    if isLost ?? (word == .lost) { return .lost }
    if isWon != nil, isClosed == true { return .lost }
    return status == nil && isWon == nil && isLost == nil && isClosed == nil ? nil : .open
  }

  /// A deal and the lead that it came of.
  private struct DealNames {
    let deal: String
    /// The lead that the row names; nil where it names none.
    let named: String?

    /// The lead; a deal that names none is one itself, until a later file names it.
    var lead: String { named ?? "deal \(deal)" }
  }

  private func dealNames() throws(RowProblem) -> DealNames {
    let deal = try id(in: .deal)
    let contacts = try table.text(at: plan.details[.contacts])?
      .split { ";,".contains($0) }.map { String($0).trimmed }.first { !$0.isEmpty }
    guard let lead = try table.text(at: plan.fields[.externalID]) ?? contacts else {
      return DealNames(deal: deal, named: nil)
    }
    return DealNames(deal: deal, named: try table.checked(lead, at: plan.fields[.externalID]))
  }

  /// The id in a column; one made of what tells the row apart where there is none.
  private func id(in field: LeadField) throws(RowProblem) -> String {
    let column = field == .deal ? plan.places.deal : plan.places.externalID
    if let text = try table.text(at: column) { return try table.checked(text, at: column) }
    var texts: [String] = []
    for column in plan.identity.columns { texts.append(try table.text(at: column) ?? "") }
    if let made = plan.identity.id(of: texts) { return made }
    let what = field == .deal ? "deal" : "lead"
    throw table.problem("the row has no id of a \(what); add it, or take the row out", at: column)
  }
}

extension ImportTable {
  /// The id of a lead or a deal, in the one form that the database keeps.
  ///
  /// Salesforce writes the same id with 15 or, for programs that do not tell case apart, with 18 signs.
  ///
  /// - Throws: `RowProblem` where it is an e-mail address, which would be kept for ever.
  func checked(_ id: String, at column: Int?) throws(RowProblem) -> String {
    if id.utf8.contains(UInt8(ascii: "@")), id.contains("@"), id.contains("."), !id.contains(" ") {
      throw problem(
        "the id is an e-mail address, which is never kept; choose a column with a number", at: column)
    }
    let isLong = id.utf8.count == 18 && id.utf8.allSatisfy(\.isAlphanumeric)
    return isLong && ["00Q", "003", "006"].contains(id.prefix(3)) ? String(id.prefix(15)) : id
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension LeadFacts {
  /// Whether a time is given for a stage, so that it need not be named as well.
  fileprivate func hasTime(of stage: Stage) -> Bool {
    switch stage {
    case .mql: delivered != nil
    case .sql: salesQualified != nil
    case .opportunity: opportunity != nil
    case .won: won != nil
    }
  }
}
