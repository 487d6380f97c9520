extension Contract {
  /// The normalised text of the contract: what is stored, hashed and signed.
  ///
  /// It is a contract file in which everything is spelled out in one way: keys in a fixed order, streams and
  /// lead types by name, a quota for each month, every source. Reading it gives the contract back.
  ///
  /// Signatures bind to its SHA-256, so a text that was signed must come out the same for ever: a clause that a later
  /// release adds to contracts is printed only where the contract says it, and never with a default. What cannot be
  /// added that way needs another `canonicalFormat`.
  public var canonicalText: String {
    var text = CanonicalText()
    text.add("format", "\(Self.canonicalFormat)")
    text.add("contract", name.text.quoted)
    text.add("title", title.quoted)
    text.add("term", term.description)
    text.add("effective", effective.description)
    text.add("currency", currency.code)
    text.add("calendar", calendar.months.keyword)
    text.add("fiscal-year-starts", "\(calendar.fiscalYearStart)")
    text.add("holidays", "[\(calendar.holidays.map(\.description).joined(separator: ", "))]")
    if let timeZone { text.add("time-zone", timeZone.text.quoted) }
    if deliverySource != .logged { text.add("deliveries", deliverySource.rawValue) }
    text.add("tolerance", tolerance.description)
    text.add("sustained-after", "\(sustainedAfter)")
    if !stages.isEmpty {
      text.nest("stages") { text in
        for stage in Stage.allCases {
          if let meaning = stages[stage] { text.add(stage.rawValue, meaning.quoted) }
        }
      }
    }
    text.nest("streams") { text in
      for stream in streams { stream.write(to: &text, in: self) }
    }
    text.nest("sales") { text in sales.write(to: &text) }
    if !measures.isEmpty {
      text.nest("measures") { text in
        for measure in measures { measure.write(to: &text) }
      }
    }
    text.list("signatories", signatories.map(\.canonicalText))
    return text.lines.joined(separator: "\n") + "\n"
  }
}

extension Contract {
  /// The number of the form that canonical texts have, and that contract files may name.
  public static let canonicalFormat = 1
}

/// Lines of nested keys in block style.
private struct CanonicalText {
  var lines: [String] = []
  private var depth = 0

  mutating func add(_ key: String, _ value: String) {
    lines.append(indent + key + ": " + value)
  }

  /// A list of texts; nothing where there is none.
  mutating func add(_ key: String, texts: [String]) {
    guard !texts.isEmpty else { return }
    add(key, "[\(texts.map(\.quoted).joined(separator: ", "))]")
  }

  mutating func nest(_ key: String, _ body: (inout CanonicalText) -> Void) {
    lines.append(indent + key + ":")
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func list(_ key: String, _ items: [String]) {
    lines.append(indent + key + ":")
    lines += items.map { indent + "  - " + $0 }
  }

  private var indent: String { String(repeating: "  ", count: depth) }
}

extension ContractCalendar.Months {
  /// The calendar as it is written in a contract: `month`, `4-4-5`.
  public var keyword: String {
    switch self {
    case .gregorian: "month"
    case .weeks(let pattern): pattern.rawValue
    }
  }
}

extension Stream {
  fileprivate func write(to text: inout CanonicalText, in contract: Contract) {
    text.nest(name.text.quoted) { text in
      text.add("title", title.quoted)
      text.nest("quota") { text in
        for (position, amount) in quotas.amounts.enumerated() {
          text.add("\(quotas.first.advanced(by: position))", amount.decimal)
        }
      }
      text.add("retention", retention.description)
      if let margin { text.add("margin", margin.description) }
      text.add("crm-values", texts: crmValues)
      text.nest("lead-types") { text in
        for type in leadTypes { type.write(to: &text, in: contract) }
      }
    }
  }
}

extension LeadType {
  fileprivate func write(to text: inout CanonicalText, in contract: Contract) {
    text.nest(name.text.quoted) { text in
      text.add("title", title.quoted)
      text.add("share", share.description)
      text.add("crm-values", texts: crmValues)
      text.add("qualifies", texts: qualifies.map(\.description))
      funnel.mqlToSQL.write(.mqlToSQL, to: &text, in: contract, \.description)
      funnel.sqlToOpportunity.write(.sqlToOpportunity, to: &text, in: contract, \.description)
      funnel.winRate.write(.winRate, to: &text, in: contract, \.description)
      funnel.averageOrderValue.write(.averageOrderValue, to: &text, in: contract, \.decimal)
      funnel.timeToClose.write(.timeToClose, to: &text, in: contract) { "\($0) days" }
    }
  }
}

extension Metric {
  fileprivate func write(
    _ metric: FunnelMetric,
    to text: inout CanonicalText,
    in contract: Contract,
    _ written: (Figure) -> String
  ) {
    func entry(_ step: Step) -> String {
      "{value: \(written(step.figure)), source: \(step.source.description.quoted)}"
    }
    guard steps.count > 1 else { return text.add(metric.rawValue, entry(steps[0])) }
    text.nest(metric.rawValue) { text in
      for step in steps {
        text.add("\(step.from ?? contract.calendar.quarter(containing: contract.term.first))", entry(step))
      }
    }
  }
}

extension SalesCommitments {
  fileprivate func write(to text: inout CanonicalText) {
    if let firstContact {
      text.add(
        "first-contact",
        "{within: \(firstContact.limit.filter { $0 != "," }), share: \(firstContact.share)}"
      )
      if case .business(let hours) = firstContact.clock { text.add("business-hours", hours.description) }
    }
    let steps = cadence.steps.map { "\($0.touches) in \($0.days) days" }
    text.add("cadence", "{share: \(cadence.share), steps: [\(steps.joined(separator: ", "))]}")
    if let capacity {
      let reps = capacity.staffing.map { "\($0.from): \($0.reps)" }
      text.add(
        "capacity",
        "{leads-per-rep: \(capacity.leadsPerRep), reps: {\(reps.joined(separator: ", "))}}"
      )
    }
    if let rejection { text.add("reject-within", rejection.description) }
  }
}

extension Measure {
  fileprivate func write(to text: inout CanonicalText) {
    text.add(
      name.text.quoted,
      "{title: \(title.quoted), owner: \(owner.rawValue), unit: \(unit.quoted), target: \(direction.rawValue) \(target)}"
    )
  }
}

extension Signatory {
  fileprivate var canonicalText: String {
    let key = key.map { ", key: \($0.text.quoted)" } ?? ""
    return
      "{name: \(name.quoted), email: \(email.text.quoted), team: \(team.rawValue), role: \(role.quoted), owes: \(owes.quoted)\(key)}"
  }
}

extension String {
  /// The text as a double-quoted scalar of YAML (and of JSON).
  fileprivate var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result += scalar.inQuotes
      }
    }
    return result + "\""
  }
}
