/// What one record of another system says of a lead: a contact, a deal, or an entry of its history.
///
/// Records are kept apart and put together only when they are read, so that it makes no difference in which order
/// files come in, or how their rows are divided between them.
public struct LeadRecord: Hashable, Sendable {
  /// Which record of a lead.
  public enum Part: Hashable, Sendable {
    /// The lead's own.
    case lead
    /// A deal that came of it, by the other system's number.
    case deal(String)
    /// An entry of its history, such as a change of its stage at a time.
    case event(String)

    /// Whether it is a deal.
    public var isDeal: Bool { if case .deal = self { true } else { false } }
  }

  /// Names a record within a contract.
  ///
  /// A deal is known by its own number, whichever lead it is said to have come of; the other parts are known by the
  /// lead and the part.
  public struct Key: Hashable, Sendable {
    /// The lead's name in the other system, as it stands there.
    public let lead: String
    /// Which of its records.
    public let part: Part

    /// Names a record.
    public init(lead: String, part: Part = .lead) {
      self.lead = lead
      self.part = part
    }

    /// Whether the record is of a lead rather than of something that came of one: a deal that names none is a lead
    /// itself.
    public var isLeadItself: Bool {
      switch part {
      case .lead: true
      case .deal(let number): lead == "deal \(number)"
      case .event: false
      }
    }
  }

  /// Which record it is.
  public let key: Key
  /// What it says.
  public let facts: LeadFacts
  /// The fields that some file had a column for, so that nothing said there means that there is nothing.
  public let told: LeadFields
  /// The import that last changed it, and who ran that and when; the mark's number is the import's.
  public let mark: EntryMark

  /// Creates a record.
  public init(key: Key, facts: LeadFacts, told: LeadFields, mark: EntryMark) {
    self.key = key
    self.facts = facts
    self.told = told
    self.mark = mark
  }
}

extension LeadRecord.Part: CustomStringConvertible {
  /// The part as it is stored: nothing for the lead's own record, `deal 77`, `event …`.
  public var description: String {
    switch self {
    case .lead: ""
    case .deal(let number): "deal \(number)"
    case .event(let name): "event \(name)"
    }
  }

  /// Reads a part as it is stored.
  ///
  /// - Throws: `Unreadable` for any other form.
  public init(_ text: String) throws(Unreadable) {
    if text.isEmpty {
      self = .lead
    } else if text.hasPrefix("deal ") {
      self = .deal(String(text.dropFirst("deal ".count)))
    } else if text.hasPrefix("event ") {
      self = .event(String(text.dropFirst("event ".count)))
    } else {
      throw Unreadable(text, expected: "a part of a lead: nothing, 'deal …' or 'event …'")
    }
  }
}

extension LeadRecord.Part: Comparable {
  /// The lead's own record first, then deals, then events, each by name.
  public static func < (a: LeadRecord.Part, b: LeadRecord.Part) -> Bool { a.order < b.order }

  private var order: (Int, String) {
    switch self {
    case .lead: (0, "")
    case .deal(let number): (1, number)
    case .event(let name): (2, name)
    }
  }
}

/// What a record says; nil where it says nothing of that.
public struct LeadFacts: Hashable, Sendable {
  /// The stream, in the other system's words.
  public var stream: String?
  /// Where the lead comes from, in the other system's words.
  public var leadType: String?
  /// When marketing handed it over.
  public var delivered: Occurrence?
  /// Who works on it.
  public var rep: String?
  /// When sales first contacted it.
  public var contacted: Occurrence?
  /// When sales accepted it.
  public var salesQualified: Occurrence?
  /// When it became an opportunity.
  public var opportunity: Occurrence?
  /// When it was won.
  public var won: Occurrence?
  /// When it was lost.
  public var lost: Occurrence?
  /// When sales put it aside as no lead for it.
  public var disqualified: Occurrence?
  /// Why it was lost or disqualified.
  public var reason: String?
  /// The furthest stage that the other system names, where it gives no time for it.
  public var stage: Stage?
  /// How it ended, where the other system gives no time for that.
  public var ending: LeadEnding?
  /// The amount of the deal, in the currency that the other system gives.
  public var amount: Money?
  /// When the other system last changed the record.
  public var modified: Occurrence?
  /// The columns that conditions on lead quality name, by their keys.
  public var attributes: [String: String]

  /// Creates facts; nothing is said of what is left out.
  public init(
    stream: String? = nil,
    leadType: String? = nil,
    delivered: Occurrence? = nil,
    rep: String? = nil,
    contacted: Occurrence? = nil,
    salesQualified: Occurrence? = nil,
    opportunity: Occurrence? = nil,
    won: Occurrence? = nil,
    lost: Occurrence? = nil,
    disqualified: Occurrence? = nil,
    reason: String? = nil,
    stage: Stage? = nil,
    ending: LeadEnding? = nil,
    amount: Money? = nil,
    modified: Occurrence? = nil,
    attributes: [String: String] = [:]
  ) {
    self.stream = stream
    self.leadType = leadType
    self.delivered = delivered
    self.rep = rep
    self.contacted = contacted
    self.salesQualified = salesQualified
    self.opportunity = opportunity
    self.won = won
    self.lost = lost
    self.disqualified = disqualified
    self.reason = reason
    self.stage = stage
    self.ending = ending
    self.amount = amount
    self.modified = modified
    self.attributes = attributes
  }

  /// The largest amount of a deal, in minor units: any more is a slip, and would pass what reports can compute.
  public static let mostMinorUnits = 1_000_000_000_000_000

  /// The times at which something happened.
  public var times: [Occurrence] {
    [delivered, contacted, salesQualified, opportunity, won, lost, disqualified].compactMap(\.self)
  }

  /// These facts with what `newer` says in their place, of all that its file has columns for.
  ///
  /// A column that is there and empty takes back what was said before; one that is not there leaves it.
  public func updated(by newer: LeadFacts, columns: LeadColumns) -> LeadFacts {
    // Written out: a million rows pass here.
    var next = newer
    if !columns.fields.contains(.stream) { next.stream = stream }
    if !columns.fields.contains(.leadType) { next.leadType = leadType }
    if !columns.fields.contains(.delivered) { next.delivered = delivered }
    if !columns.fields.contains(.rep) { next.rep = rep }
    if !columns.fields.contains(.contacted) { next.contacted = contacted }
    if !columns.fields.contains(.salesQualified) { next.salesQualified = salesQualified }
    if !columns.fields.contains(.opportunity) { next.opportunity = opportunity }
    if !columns.fields.contains(.won) { next.won = won }
    if !columns.fields.contains(.lost) { next.lost = lost }
    if !columns.fields.contains(.disqualified) { next.disqualified = disqualified }
    if !columns.fields.contains(.reason) { next.reason = reason }
    if !columns.fields.contains(.stage) { (next.stage, next.ending) = (stage, ending) }
    if !columns.fields.contains(.amount) { next.amount = amount }
    if !columns.fields.contains(.modified) { next.modified = modified }
    if !attributes.isEmpty {
      next.attributes = attributes.filter { !columns.attributes.contains($0.key) }
        .merging(newer.attributes) { $1 }
    }
    return next
  }

  /// The latest of the times after `day`, where there is one.
  public func latestTime(after day: Day) -> Occurrence? {
    var latest: Occurrence?
    func look(at time: Occurrence?) {
      guard let time, time.day > day else { return }
      latest = latest.map { max($0, time) } ?? time
    }
    look(at: delivered)
    look(at: contacted)
    look(at: salesQualified)
    look(at: opportunity)
    look(at: won)
    look(at: lost)
    look(at: disqualified)
    return latest
  }
}

/// What the columns of a file speak of, whether a row fills them or not.
public struct LeadColumns: Hashable, Sendable {
  /// The fields.
  public let fields: LeadFields
  /// The keys of the columns that conditions on lead quality name.
  public let attributes: Set<String>

  /// Creates a set of columns.
  public init(fields: LeadFields, attributes: Set<String> = []) {
    self.fields = fields
    self.attributes = attributes
  }
}

/// A row of a file of leads, read and not yet recorded.
public struct LeadRow: Hashable, Sendable {
  /// The line in the file, from 1.
  public let line: Int
  /// Which record it states.
  public let key: LeadRecord.Key
  /// What it says.
  public let facts: LeadFacts

  /// Creates a row.
  public init(line: Int, key: LeadRecord.Key, facts: LeadFacts) {
    self.line = line
    self.key = key
    self.facts = facts
  }
}
