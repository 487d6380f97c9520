/// Why a text cannot become the next version of a contract.
public enum ProposalRefusal: Error, Hashable, Sendable {
  /// It says just what the newest version says, which nobody refused.
  case unchanged(version: Int, digest: Digest)
  /// It would take effect before, or together with, a version that everyone has signed.
  case overlaps(effective: Month, signed: Int, from: Month)
  /// It changes what all versions of one contract must share.
  case incompatible(what: String, agreed: String, proposed: String)
  /// It was made from a version that is no longer the newest.
  case overtaken(edited: Int, newest: Int)
}

extension ProposalRefusal: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    switch self {
    case .unchanged(let version, let digest):
      "the text is that of version \(version) (digest \(digest.short)); nothing to propose"
    case .overlaps(let effective, let version, let from):
      "it would take effect in \(effective), but version \(version), signed by everyone, holds from \(from); "
        + "choose a later month: effective: \(from.advanced(by: 1)) or after"
    case .incompatible(let what, let agreed, let proposed):
      "it changes the \(what) from \(agreed) to \(proposed), by which earlier months were measured; "
        + "keep \(agreed), or write a contract of another name"
    case .overtaken(let edited, let newest):
      "it was made from version \(edited), and version \(newest) has been proposed meanwhile; "
        + "compare the two, and propose what should hold"
    }
  }
}

extension ContractHistory {
  /// The months that a proposal names and yet leaves to an older version, because they are over and that one
  /// is signed by everyone; nil where there are none.
  ///
  /// - Returns: the last such month on `today`, with the version that keeps it.
  public func retained(from proposal: Contract, proposedOn today: Day) -> (last: Month, version: Version)? {
    let current = proposal.calendar.month(containing: today)
    guard proposal.effective < current else { return nil }
    for month in months.reversed() where proposal.effective <= month && month < current {
      if let ruling = ruling(in: month), ruling.standing.isInForce { return (month, ruling.version) }
    }
    return nil
  }

  /// Checks that `contract` can follow the versions there are.
  ///
  /// Versions share the currency, the kind of months and the fiscal year, and keep a time zone once one is named: by
  /// another the leads on record would fall on other days. A version takes effect only after
  /// every version that is fully signed, so that no month has two texts that everyone signed for it.
  ///
  /// - Throws: `ProposalRefusal`.
  public func check(proposal contract: Contract, digest: Digest) throws(ProposalRefusal) {
    let agreed = newest.contract
    guard contract.currency == agreed.currency else {
      throw .incompatible(what: "currency", agreed: agreed.currency.code, proposed: contract.currency.code)
    }
    guard contract.calendar.months == agreed.calendar.months else {
      throw .incompatible(
        what: "calendar",
        agreed: agreed.calendar.months.keyword,
        proposed: contract.calendar.months.keyword
      )
    }
    guard contract.calendar.fiscalYearStart == agreed.calendar.fiscalYearStart else {
      throw .incompatible(
        what: "start of the fiscal year",
        agreed: "month \(agreed.calendar.fiscalYearStart)",
        proposed: "month \(contract.calendar.fiscalYearStart)"
      )
    }
    if let zone = agreed.timeZone, contract.timeZone != zone {
      throw .incompatible(what: "time zone", agreed: zone.text, proposed: contract.timeZone?.text ?? "none")
    }
    if newest.digest == digest {
      if case .refused = standing(of: newest) {
      } else {
        throw .unchanged(version: newest.number, digest: digest)
      }
    }
    if let signed = versions.last(where: isSigned), contract.effective <= signed.contract.effective {
      throw .overlaps(effective: contract.effective, signed: signed.number, from: signed.contract.effective)
    }
  }
}
