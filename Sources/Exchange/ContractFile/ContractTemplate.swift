public import Agreement

/// What the commented contract that `leadpact contract new` prints is filled with.
public struct ContractTemplate: Hashable, Sendable {
  /// Someone who will sign.
  public struct Person: Hashable, Sendable {
    /// The person's name.
    public let name: String
    /// The person's address.
    public let email: Email

    /// Creates a person.
    public init(name: String, email: Email) {
      self.name = name
      self.email = email
    }
  }

  /// The one revenue stream to start with.
  public struct Stream: Hashable, Sendable {
    /// Its short name.
    public var name: Name
    /// Its name for people; nil where the short name will do.
    public var title: String?
    /// What sales must win in a month.
    public var quota: Money
    /// The share of it that existing customers bring.
    public var retention: Share
    /// The kinds of leads, whose shares make up the whole.
    public var leadTypes: [LeadType]

    /// Creates a stream.
    public init(
      name: Name, title: String? = nil, quota: Money, retention: Share = .none, leadTypes: [LeadType]
    ) {
      self.name = name
      self.title = title
      self.quota = quota
      self.retention = retention
      self.leadTypes = leadTypes
    }
  }

  /// A kind of leads.
  public struct LeadType: Hashable, Sendable {
    /// Its short name.
    public let name: Name
    /// Its share of the stream's new business.
    public let share: Share
    /// How many MQLs become SQLs.
    public let mqlToSQL: Rate
    /// How many SQLs become opportunities.
    public let sqlToOpportunity: Rate
    /// How many opportunities are won.
    public let winRate: Rate
    /// The revenue of one won deal.
    public let averageOrderValue: Money
    /// From the lead to the won deal, in days.
    public let timeToClose: Int

    /// Creates a kind of leads.
    public init(
      name: Name, share: Share, mqlToSQL: Rate, sqlToOpportunity: Rate, winRate: Rate,
      averageOrderValue: Money, timeToClose: Int
    ) {
      self.name = name
      self.share = share
      self.mqlToSQL = mqlToSQL
      self.sqlToOpportunity = sqlToOpportunity
      self.winRate = winRate
      self.averageOrderValue = averageOrderValue
      self.timeToClose = timeToClose
    }
  }

  /// The short name of the contract.
  public var name: Name
  /// The name for people.
  public var title: String
  /// The months it covers.
  public var term: MonthRange
  /// The currency of all amounts.
  public var currency: Currency
  /// Where the revenue comes from.
  public var stream: Stream
  /// Who signs for marketing.
  public var marketingHead: Person
  /// Who signs for sales.
  public var salesHead: Person

  /// Creates a template.
  ///
  /// - Precondition: the amounts are in `currency`.
  public init(
    name: Name, title: String, term: MonthRange, currency: Currency, stream: Stream, marketingHead: Person,
    salesHead: Person
  ) {
    precondition(
      ([stream.quota] + stream.leadTypes.map(\.averageOrderValue)).allSatisfy { $0.currency == currency },
      "amounts in the contract's currency"
    )
    self.name = name
    self.title = title
    self.term = term
    self.currency = currency
    self.stream = stream
    self.marketingHead = marketingHead
    self.salesHead = salesHead
  }
}

extension [ContractTemplate.LeadType] {
  /// What a template begins with, and what the questions suggest: two kinds of leads, deals of 2,000.
  public static func usual(_ currency: Currency) throws(Unreadable) -> Self {
    let order = Money(minorUnits: 2_000 * currency.minorUnitsPerUnit, currency)
    return [
      ContractTemplate.LeadType(
        name: try Name("website-form"), share: try Share("60%"), mqlToSQL: try Rate("34%"),
        sqlToOpportunity: try Rate("82%"), winRate: try Rate("23%"), averageOrderValue: order, timeToClose: 60
      ),
      ContractTemplate.LeadType(
        name: try Name("outbound"), share: try Share("40%"), mqlToSQL: try Rate("50%"),
        sqlToOpportunity: try Rate("85%"), winRate: try Rate("22%"), averageOrderValue: order, timeToClose: 60
      ),
    ]
  }
}
