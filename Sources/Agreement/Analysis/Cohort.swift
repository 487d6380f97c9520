/// What has come of the leads of one type delivered in one month.
public struct CohortOutcome: Hashable, Sendable {
  /// How it is known.
  public enum Evidence: Hashable, Sendable {
    /// Someone recorded totals: the entries, oldest first.
    case recorded([Outcome])
    /// The leads tell, one by one; of so many won deals no amount in the contract's currency is known.
    case leads(unpriced: Int)
  }

  /// The figures; nil where one is not known.
  public let figures: OutcomeFigures
  /// How they are known.
  public let evidence: Evidence
}

extension CohortOutcome.Evidence {
  /// Whether the leads tell.
  public var isFromLeads: Bool { if case .leads = self { true } else { false } }

  /// How many deals were won of which no amount in the contract's currency is known.
  public var unpriced: Int { if case .leads(let unpriced) = self { unpriced } else { 0 } }
}

/// The leads of one type delivered in one month, and what they were agreed to bring and have brought.
public struct Cohort: Hashable, Sendable {
  /// What was owed of them.
  public let account: LeadTypeAccount
  /// What has come of them so far.
  public let outcome: CohortOutcome

  /// What has come of them so far; nil figures where nothing is on record.
  public var figures: OutcomeFigures { outcome.figures }

  /// The lead type.
  public var key: LeadTypeKey { account.demand.key }
  /// The month in which the leads were delivered.
  public var month: Month { account.demand.month }
  /// The month whose quota rests on them.
  public var quotaMonth: Month { account.demand.quotaMonth }

  /// Whether more is recorded to have come of the leads than there are, since a correction took some back.
  public var isInconsistent: Bool {
    [figures.sqls, figures.opportunities, figures.won].contains { $0.map { $0 > account.count } ?? false }
  }

  /// What they were agreed to bring.
  public var due: Money { account.demand.due }
}

extension Accounts {
  /// The cohorts that the quotas of `months` rest on: leads delivered a lag earlier, per lead type.
  ///
  /// docs/arithmetic.md, "Outcomes and quota". A month whose leads were delivered before the agreement began has none.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  public func cohorts(restingOn months: [Month]) throws(Overflow) -> [Cohort] {
    var cohorts: [Cohort] = []
    for month in ledger.history.months {
      guard let contract = ledger.history.ruling(in: month)?.contract else { continue }
      let isRestedOn = contract.streams.contains { stream in
        stream.leadTypes.contains { months.contains($0.funnel.revenueMonth(ofLeadsIn: month)) }
      }
      guard isRestedOn, let account = try account(of: month) else { continue }
      for type in account.leadTypes where months.contains(type.demand.quotaMonth) {
        cohorts.append(Cohort(account: type, outcome: outcome(of: type.demand.key, in: month)))
      }
    }
    return cohorts
  }
}
