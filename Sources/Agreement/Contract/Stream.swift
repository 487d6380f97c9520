/// A revenue stream: a business unit or a customer segment.
public struct Stream: Hashable, Sendable {
  /// The name used in commands.
  public let name: Name
  /// The name for people; the short one where none is given.
  public let title: String
  /// What sales must win.
  public let quotas: Quotas
  /// The share of the quota that existing customers bring.
  public let retention: Share
  /// The gross margin of the revenue; nil where it is not agreed.
  public let margin: Share?
  /// The kinds of leads, by name, whose shares of the new business add up to the whole.
  ///
  /// One order for all files of one agreement: the last cents of a split depend on it.
  public let leadTypes: [LeadType]
  /// What other systems call the stream, beside its name, in order.
  public let crmValues: [String]

  /// Creates a stream.
  public init(
    name: Name,
    title: String? = nil,
    quotas: Quotas,
    retention: Share = .none,
    margin: Share? = nil,
    leadTypes: [LeadType],
    crmValues: [String] = []
  ) {
    self.name = name
    self.title = title ?? name.text
    self.quotas = quotas
    self.retention = retention
    self.margin = margin
    self.leadTypes = leadTypes.sorted { $0.name < $1.name }
    self.crmValues = crmValues.sorted()
  }

  /// The lead type of that name; nil where there is none.
  public func leadType(_ name: Name) -> LeadType? { leadTypes.first { $0.name == name } }
}

/// A kind of lead within a stream.
public struct LeadType: Hashable, Sendable {
  /// The name used in commands.
  public let name: Name
  /// The name for people; the short one where none is given.
  public let title: String
  /// The share of the stream's new business that leads of this type bring.
  public let share: Share
  /// How they become revenue.
  public let funnel: AgreedFunnel
  /// What other systems call the type, beside its name, in order.
  public let crmValues: [String]
  /// What a lead of the type must be to count; all must hold.
  public let qualifies: [LeadCondition]

  /// Creates a lead type.
  public init(
    name: Name,
    title: String? = nil,
    share: Share,
    funnel: AgreedFunnel,
    crmValues: [String] = [],
    qualifies: [LeadCondition] = []
  ) {
    self.name = name
    self.title = title ?? name.text
    self.share = share
    self.funnel = funnel
    self.crmValues = crmValues.sorted()
    self.qualifies = qualifies
  }
}

/// The revenue that sales must win, month by month.
public struct Quotas: Hashable, Sendable {
  /// The first month that has a quota.
  public let first: Month
  /// The quotas of the months from the first on; none is negative.
  public let amounts: [Money]

  /// Quotas from `first` on.
  ///
  /// - Precondition: there is one, and none is negative.
  public init(first: Month, amounts: [Money]) {
    precondition(!amounts.isEmpty && amounts.allSatisfy { $0.minorUnits >= 0 }, "quotas are amounts to win")
    self.first = first
    self.amounts = amounts
  }

  /// The last month that has a quota of its own.
  public var last: Month { first.advanced(by: amounts.count - 1) }

  /// The quota of `month`, and whether it is only assumed because the months given end earlier; nil before the first.
  public func quota(in month: Month) -> (amount: Money, isAssumed: Bool)? {
    let place = first.distance(to: month)
    guard place >= 0 else { return nil }
    return place < amounts.count ? (amounts[place], false) : (amounts[amounts.count - 1], true)
  }
}
