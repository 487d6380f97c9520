import Agreement
import Testing

@Suite struct ObservationLevelTests {
  private let contract: Contract

  init() throws {
    var draft = Draft()
    draft.deliverySource = .logged
    contract = try draft.contract()
  }

  private typealias Entry = (scope: String, finding: Observation.Finding)

  /// What is found in one week of which these are on record, each `stream/rep` where `-` stands for all.
  private func finding(_ subject: String, _ entries: [Entry]) throws -> CommitmentRecord.Finding {
    let observations = try entries.enumerated().map { index, entry in
      let parts = entry.scope.split(separator: "/").map { $0 == "-" ? nil : String($0) }
      return try Observation(
        subject: Name(subject),
        stream: parts[0].map { try Name($0) },
        rep: parts[1],
        days: Week("2026-W07").days,
        finding: entry.finding,
        mark: Specimen.mark(index + 1)
      )
    }
    let ledger = try Ledger(history: Specimen.signedHistory(contract), observations: observations)
    let records = try ledger.commitments(of: contract, in: Week("2026-W07").days, on: Day("2026-05-15"))
    return try #require(records.first { $0.promise.subject == subject }).finding
  }

  @Test(arguments: [
    (["-/- 180/212", "-/Eve 100/110", "smb/- 90/100"], 180, 212),
    (["-/Eve 100/110", "smb/- 90/100", "enterprise/- 5/9"], 95, 109),
    (["smb/- 90/100", "smb/Eve 41/48", "enterprise/Eve 5/9", "enterprise/Bob 1/1"], 96, 110),
    (["-/Eve 100/110", "-/Bob 20/30"], 120, 140),
    (["-/Eve 100/110", "smb/Eve 41/48", "smb/Bob 20/30", "enterprise/Bob 1/2"], 121, 142),
    (["smb/Eve 41/48", "enterprise/Eve 5/9"], 46, 57),
    (["-/- 180/212", "-/- 0/0", "smb/- 90/100"], 90, 100),
    (["-/- 0/0", "smb/- 0/0"], 0, 0),
  ])
  func `never adds levels up`(entries: [String], met: Int, due: Int) throws {
    let parsed = entries.map { text -> Entry in
      let parts = text.split { $0 == " " }
      let counts = parts[1].split(separator: "/").compactMap { Int($0) }
      return (String(parts[0]), .kept(met: counts[0], due: counts[1]))
    }
    #expect(try finding("contacted", parsed) == .kept(met: met, due: due))
  }

  @Test func `takes the mean of a measure by the same levels`() throws {
    func score(_ text: String) throws -> Observation.Finding { .measured(try Score(text)) }
    let streams = try [("smb/-", score("4")), ("enterprise/-", score("5")), ("-/Eve", score("1"))]
    #expect(try finding("csat", streams) == .mean(try Score("4.5"), of: 2))
    #expect(try finding("csat", streams + [("-/-", score("4.2"))]) == .mean(try Score("4.2"), of: 1))
  }
}
