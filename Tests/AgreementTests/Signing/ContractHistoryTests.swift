import Agreement
import TestSupport
import Testing

@Suite struct ContractHistoryTests {
  private let ada = "ada@example.com"
  private let bob = "bob@example.com"

  /// Versions that take effect in these months, numbered in order.
  private func versions(_ effective: String...) throws -> [Version] {
    try effective.enumerated().map {
      try Specimen.version($0.offset + 1, Specimen.contract(effective: $0.element))
    }
  }

  private func ruling(_ history: ContractHistory, _ month: String) throws -> Int? {
    history.ruling(in: try Month(month))?.version.number
  }

  @Test func `waits for everyone who must sign`() throws {
    let versions = try versions("2026-01")
    let none = ContractHistory(versions: versions, signatures: [])
    #expect(none.standing(of: versions[0]) == .awaiting(try Specimen.signatories()))
    let one = try ContractHistory(versions: versions, signatures: [Specimen.signature(ada, on: 1)])
    #expect(one.standing(of: versions[0]) == .awaiting([try Specimen.signatory(bob, .sales)]))
    #expect(!one.isSigned(versions[0]))
  }

  @Test func `is in force once all have signed, from the day of the last signature`() throws {
    let versions = try versions("2026-01")
    let history = try ContractHistory(
      versions: versions,
      signatures: [
        Specimen.signature("ADA@example.com", on: 1, at: "2026-01-09"),
        Specimen.signature(bob, on: 1, at: "2026-01-07"),
      ]
    )
    let signed = try Standing.inForce(signed: Day("2026-01-09"), from: Month("2026-01"))
    #expect(history.standing(of: versions[0]) == signed)
  }

  @Test func `does not count a signature of another text, another version or a stranger`() throws {
    let versions = try versions("2026-01", "2026-02")
    let others = try [
      Specimen.signature(bob, on: 2, digest: Specimen.digest(1)), Specimen.signature(bob, on: 1),
      Specimen.signature("eve@example.com", on: 2),
    ]
    let history = try ContractHistory(
      versions: versions,
      signatures: others + [Specimen.signature(ada, on: 2)]
    )
    #expect(history.standing(of: versions[1]) == .awaiting([try Specimen.signatory(bob, .sales)]))
  }

  @Test func `is kept out of force by a refusal, which a later signature mends`() throws {
    let versions = try versions("2026-01")
    let refusal = try Specimen.signature(bob, on: 1, .declined(reason: "too many"))
    let words = try [Specimen.signature(ada, on: 1), refusal]
    let refused = ContractHistory(versions: versions, signatures: words)
    #expect(
      refused.standing(of: versions[0]) == .refused([refusal], missing: [try Specimen.signatory(bob, .sales)])
    )
    let mended = try ContractHistory(versions: versions, signatures: words + [Specimen.signature(bob, on: 1)])
    #expect(mended.isSigned(versions[0]))
  }

  @Test func `stays in force where someone who signed refuses later`() throws {
    let versions = try versions("2026-01")
    let words = try [
      Specimen.signature(ada, on: 1), Specimen.signature(bob, on: 1),
      Specimen.signature(bob, on: 1, .declined(reason: "changed my mind")),
    ]
    #expect(ContractHistory(versions: versions, signatures: words).isSigned(versions[0]))
  }

  @Test func `is superseded by a newer version before everyone has signed, not after`() throws {
    let versions = try versions("2026-01", "2026-04")
    let half = try ContractHistory(versions: versions, signatures: [Specimen.signature(ada, on: 1)])
    #expect(half.standing(of: versions[0]) == .superseded(by: 2))
    let signed = try ContractHistory(
      versions: versions,
      signatures: [Specimen.signature(ada, on: 1), Specimen.signature(bob, on: 1)]
    )
    #expect(signed.standing(of: versions[0]).isInForce)
    #expect(signed.standing(of: versions[1]) == .awaiting(try Specimen.signatories()))
  }

  @Test func `measures a month by the newest version in force, else by the newest proposed`() throws {
    let proposed = ContractHistory(versions: try versions("2026-01", "2026-04", "2026-07"), signatures: [])
    #expect(try ["2026-03", "2026-04", "2026-12"].map { try ruling(proposed, $0) } == [1, 2, 3])
    let first = try ContractHistory(
      versions: proposed.versions,
      signatures: [Specimen.signature(ada, on: 1), Specimen.signature(bob, on: 1)]
    )
    #expect(try ["2026-03", "2026-04", "2026-12"].map { try ruling(first, $0) } == [1, 1, 1])
    let third = try ContractHistory(
      versions: proposed.versions,
      signatures: first.signatures + [Specimen.signature(ada, on: 3), Specimen.signature(bob, on: 3)]
    )
    #expect(try ["2026-06", "2026-07"].map { try ruling(third, $0) } == [1, 3])
    #expect(try ruling(third, "2025-12") == nil)
    #expect(try ruling(third, "2027-01") == nil)
  }

  @Test func `covers the months of its versions, and none between two terms`() throws {
    let terms = ["2026-01..2026-03", "2026-06..2026-07"]
    let versions = try terms.enumerated().map { number, term in
      try Specimen.version(number + 1, Specimen.contract(term: term, effective: String(term.prefix(7))))
    }
    let history = ContractHistory(versions: versions, signatures: [])
    #expect(history.months.map(\.month) == [1, 2, 3, 6, 7])
  }

  @Test func `never changes what measures a month before a later version takes effect`() throws {
    try forRandomCases(300) { random, seed in
      let contracts = try (1...12).map {
        try Specimen.contract(effective: Month("2025-12").advanced(by: $0).description)
      }
      var history = try ContractHistory(
        versions: [Specimen.version(1, random.pick(contracts))],
        signatures: []
      )
      for _ in 0..<8 {
        let number = history.versions.count + 1
        let contract = random.pick(contracts)
        var grown = history
        if (try? history.check(proposal: contract, digest: Specimen.digest(number))) != nil {
          grown = try ContractHistory(
            versions: history.versions + [Specimen.version(number, contract)],
            signatures: history.signatures
          )
          for month in try MonthRange("2025-11..2027-02") where month < contract.effective {
            #expect(grown.ruling(in: month)?.version == history.ruling(in: month)?.version, seed)
          }
        }
        history = grown
        for email in [ada, bob] where random.int(0...2) > 0 {
          let word: Signature.Word = random.int(0...3) == 0 ? .declined(reason: "no") : .signed
          let newest = history.newest
          if (try? history.check(word, by: Email(email), onVersion: newest.number, digest: newest.digest))
            == nil
          {
            continue
          }
          let before = history
          history = try ContractHistory(
            versions: history.versions,
            signatures: history.signatures + [Specimen.signature(email, on: newest.number, word)]
          )
          for month in try MonthRange("2025-11..2027-02") where month < newest.contract.effective {
            #expect(history.ruling(in: month)?.version == before.ruling(in: month)?.version, seed)
          }
        }
        let signed = history.versions.filter(history.isSigned).map(\.contract.effective)
        #expect(Set(signed).count == signed.count && signed == signed.sorted(), seed)
      }
    }
  }
}
