/// What a column of a file can say of a lead, by the names that `--map` gives it.
public enum LeadField: String, Hashable, Sendable, CaseIterable {
  /// The lead's name in the other system.
  case externalID = "external-id"
  /// The number of the deal that the row is about.
  case deal
  /// The stream.
  case stream
  /// Where the lead comes from.
  case leadType = "lead-type"
  /// When marketing handed it over.
  case delivered
  /// Who works on it.
  case rep
  /// When sales first contacted it.
  case contacted
  /// When sales accepted it.
  case salesQualified = "sql"
  /// When it became an opportunity.
  case opportunity
  /// When it was won.
  case won
  /// When it was lost.
  case lost
  /// When sales put it aside.
  case disqualified
  /// Why it was lost or disqualified.
  case reason
  /// The stage that it has reached, in words.
  case stage
  /// The amount of the deal.
  case amount
  /// The currency of the amount.
  case currency
  /// When the other system last changed the record, so that an older export changes nothing.
  case modified
}

/// A set of fields, a bit each: every record of a million has one.
public struct LeadFields: SetAlgebra, Hashable, Sendable {
  private var bits: UInt32 = 0

  /// No fields.
  public init() {}

  private init(bits: UInt32) { self.bits = bits }

  /// Whether a field is in the set.
  public func contains(_ field: LeadField) -> Bool { bits & field.bit != 0 }

  /// The fields of both sets.
  public func union(_ other: LeadFields) -> LeadFields { LeadFields(bits: bits | other.bits) }

  /// The fields that both sets have.
  public func intersection(_ other: LeadFields) -> LeadFields { LeadFields(bits: bits & other.bits) }

  /// The fields that one of the sets has.
  public func symmetricDifference(_ other: LeadFields) -> LeadFields { LeadFields(bits: bits ^ other.bits) }

  /// Adds the fields of another set.
  public mutating func formUnion(_ other: LeadFields) { bits |= other.bits }

  /// Keeps the fields that another set has too.
  public mutating func formIntersection(_ other: LeadFields) { bits &= other.bits }

  /// Keeps, of both sets, the fields that one of them has.
  public mutating func formSymmetricDifference(_ other: LeadFields) { bits ^= other.bits }

  /// Adds a field.
  @discardableResult
  public mutating func insert(_ field: LeadField) -> (inserted: Bool, memberAfterInsert: LeadField) {
    defer { bits |= field.bit }
    return (!contains(field), field)
  }

  /// Takes a field out.
  @discardableResult
  public mutating func remove(_ field: LeadField) -> LeadField? {
    defer { bits &= ~field.bit }
    return contains(field) ? field : nil
  }

  /// Adds a field, and gives back the one that was there.
  @discardableResult
  public mutating func update(with field: LeadField) -> LeadField? {
    defer { bits |= field.bit }
    return contains(field) ? field : nil
  }

  /// Whether no field is in both sets.
  public func isDisjoint(with other: LeadFields) -> Bool { bits & other.bits == 0 }

  /// Whether it has no field.
  public var isEmpty: Bool { bits == 0 }
}

extension LeadField {
  /// Its place in a set; what is stored has an order of its own.
  fileprivate var bit: UInt32 {
    switch self {
    case .externalID: 1
    case .deal: 1 << 1
    case .stream: 1 << 2
    case .leadType: 1 << 3
    case .delivered: 1 << 4
    case .rep: 1 << 5
    case .contacted: 1 << 6
    case .salesQualified: 1 << 7
    case .opportunity: 1 << 8
    case .won: 1 << 9
    case .lost: 1 << 10
    case .disqualified: 1 << 11
    case .reason: 1 << 12
    case .stage: 1 << 13
    case .amount: 1 << 14
    case .currency: 1 << 15
    case .modified: 1 << 16
    }
  }
}
