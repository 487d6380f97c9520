import Agreement
import TestSupport

@testable import Reporting

/// Ledgers in which much has happened, and every report on them in one language.
enum ToldLedgers {
  /// A ledger, and the days on which it is looked at.
  struct Entry {
    let name: String
    let ledger: Ledger
    let days: [Day]
  }

  static func all() throws -> [Entry] {
    let days = try ["2025-12-20", "2026-01-01", "2026-02-20", "2026-03-31", "2026-04-10", "2026-07-15"].map {
      try Day($0)
    }
    var random = SplitMix64(seed: 41)
    var entries = [
      Entry(name: "leads", ledger: try LeadSample.ledger(), days: days),
      Entry(name: "troubled", ledger: try PairLedger.troubled().ledger(), days: days),
      Entry(name: "nothing", ledger: try PairLedger().ledger(), days: days),
      Entry(
        name: "logged",
        ledger: try LoggedSample(revisedRate: "25%").accounts([
          LoggedSample.Counts(800, 200, 100, 50, "50000"), LoggedSample.Counts(70, 40, nil, 12, nil),
        ]).ledger, days: days),
      Entry(
        name: "inconsistent",
        ledger: try LoggedSample(timeToClose: 60).accounts([
          LoggedSample.Counts(80, 0, 3, 1, "1000"), LoggedSample.Counts(20, 10, 5, 2, "90000"),
        ]).ledger, days: days),
    ]
    for number in 1...3 {
      entries.append(
        Entry(
          name: "random \(number)", ledger: try PairLedger.random(using: &random).ledger(),
          days: [try Day("2026-02-01").advanced(by: Int.random(in: 0...200, using: &random))]))
    }
    return entries
  }
}

extension ToldLedgers.Entry {
  /// Every report on the ledger that is told in a language.
  func documents(in language: Language) throws -> [Document] {
    let provenance = Provenance(asOf: days.last, journalHead: "5f0c")
    var documents: [Document] = []
    for today in days {
      let month = today.month
      let quarter = ledger.history.newest.contract.calendar.quarter(containing: month)
      for scope in [PeriodReview.Scope.month(month), .quarter(quarter), .quarter(quarter.advanced(by: -1))] {
        guard let review = try PeriodReview(scope, of: ledger, today: today) else { continue }
        documents.append(try review.document(provenance, in: language))
        documents += try comparisons(of: scope, today: today).map {
          try $0.document(provenance, in: language)
        }
        if let rates = try RatesReport(
          scope.months, called: scope.label, of: Accounts(ledger), today: today)
        {
          documents.append(try rates.document(provenance, in: language))
        }
      }
      for back in [0, 1] {
        let week = Week(containing: today).advanced(by: -back)
        guard let review = try WeekReview(week, of: ledger, today: today) else { continue }
        documents.append(try review.document(provenance, in: language))
      }
      let standpoint = Standpoint.end(of: today)
      let standup = try Standup(of: ledger, from: standpoint, in: language)
      documents.append(try standup.document(provenance))
      documents.append(try StandupTable([standup, standup], in: language).document(provenance))
    }
    return documents
  }

  /// A period beside the one before and the one a year ago, so far as they are covered.
  private func comparisons(of scope: PeriodReview.Scope, today: Day) throws -> [Comparison] {
    let period: ReportedPeriod =
      switch scope {
      case .month(let month): .month(month)
      case .quarter(let quarter): .quarter(quarter)
      }
    return try [period.previous, period.yearBefore].compactMap {
      try Comparison(period, of: ledger, with: $0, of: ledger, today: today)
    }
  }

  /// The words in Latin letters that people recorded: names, titles, reasons, ids.
  func recordedWords() -> Set<String> {
    var texts: [String] = []
    for version in ledger.history.versions {
      let contract = version.contract
      texts += [contract.title, contract.name.text, contract.currency.code, version.proposedBy]
      texts += [version.note].compactMap(\.self)
      texts += contract.streams.flatMap { stream in
        [stream.title, stream.name.text] + stream.leadTypes.flatMap { [$0.title, $0.name.text] }
          + stream.leadTypes.flatMap { $0.qualifies.map(\.description) }
      }
      texts += contract.leadTypes.map(\.type.funnel).flatMap { funnel in
        [funnel.mqlToSQL, funnel.sqlToOpportunity, funnel.winRate].flatMap { $0.steps.map(\.source) }
          + funnel.averageOrderValue.steps.map(\.source) + funnel.timeToClose.steps.map(\.source)
      }.compactMap { if case .measured(let note) = $0 { note } else { nil } }
      texts += contract.signatories.flatMap { [$0.name, $0.role, $0.email.text] }
      texts += contract.measures.flatMap { [$0.title, $0.unit, $0.name.text] }
    }
    texts += ledger.history.signatures.compactMap { signature in
      if case .declined(let reason) = signature.word { reason } else { nil }
    }
    texts += ledger.deliveries.flatMap { entry -> [String] in
      switch entry.kind {
      case .correction(let reason): [entry.mark.by, reason]
      case .disputed(let lead, let reason): [entry.mark.by, lead, reason]
      case .logged, .imported, .leads: [entry.mark.by]
      }
    }
    texts += ledger.observations.flatMap { [$0.mark.by, $0.subject.text, $0.rep ?? ""] }
    texts += ledger.reviews.flatMap { [$0.mark.by, $0.reason] }
    texts += ledger.placedLeads.map(\.lead).flatMap {
      [$0.id, $0.facts.rep ?? "", $0.facts.leadType ?? "", $0.facts.stream ?? ""]
    }
    texts += ledger.leads.unplaced(by: ledger.history).map(\.lead.id)
    return Set(texts.flatMap { $0.split { !$0.isASCII || !($0.isLetter || $0.isNumber) } }.map(String.init))
  }
}

extension Document {
  /// All that it says: as text, and of each figure where it comes from.
  ///
  /// Clauses that a revision changes are left out: contracts are quoted as `contract diff` quotes them.
  var everythingSaid: [String] {
    let clauses = sections.flatMap(\.blocks).flatMap { block -> [String] in
      guard case .changes(let changes) = block else { return [] }
      return changes.map { "  - \($0.line(in: language))" }
    }
    let lines = TextRenderer(width: 1_000).render(self).split(separator: "\n").map(String.init)
    let derived = figures.map(\.derivation).flatMap { derivation -> [String] in
      let inputs = derivation.inputs.flatMap { [$0.label, $0.value, $0.source ?? ""] }
      return [derivation.formula, derivation.computation, derivation.clause] + inputs
    }
    return lines.filter { !clauses.contains($0) } + derived + figures.flatMap(\.entries)
  }
}
