import Agreement
import Testing

@Suite struct ProposalRefusalTests {
  private let fresh = Specimen.digest(99)

  @Test func `says so where nothing is changed`() throws {
    let history = try Specimen.signedHistory(Specimen.contract())
    #expect(throws: ProposalRefusal.unchanged(version: 1, digest: Specimen.digest(1))) {
      try history.check(proposal: Specimen.contract(), digest: Specimen.digest(1))
    }
  }

  @Test func `lets a refused text be proposed again`() throws {
    let no = try Specimen.signature("bob@example.com", on: 1, .declined(reason: "no"))
    let history = try ContractHistory(versions: [Specimen.version(1, Specimen.contract())], signatures: [no])
    try history.check(proposal: Specimen.contract(), digest: Specimen.digest(1))
  }

  @Test(arguments: [
    ("2026-01", false), ("2026-03", false), ("2026-04", false), ("2026-05", true), ("2026-12", true),
  ])
  func `keeps versions that everyone signed apart`(effective: String, isTaken: Bool) throws {
    let history = try Specimen.signedHistory(Specimen.contract(effective: "2026-04"))
    let proposal = try Specimen.contract(effective: effective)
    if isTaken {
      try history.check(proposal: proposal, digest: fresh)
    } else {
      let refusal = #expect(throws: ProposalRefusal.self) {
        try history.check(proposal: proposal, digest: fresh)
      }
      #expect(refusal?.description.hasSuffix("choose a later month: effective: 2026-05 or after") == true)
    }
  }

  @Test func `lets a version take the place of one that not all have signed`() throws {
    let history = try ContractHistory(versions: [Specimen.version(1, Specimen.contract())], signatures: [])
    try history.check(proposal: Specimen.contract(tolerance: "5%"), digest: fresh)
  }

  @Test func `keeps the currency, the kind of months and the fiscal year`() throws {
    let history = try Specimen.signedHistory(Specimen.contract())
    let calendars = [ContractCalendar(months: .weeks(.fourFourFive)), ContractCalendar(fiscalYearStart: 4)]
    for (calendar, what) in zip(
      calendars,
      ["calendar from month to 4-4-5", "start of the fiscal year from month 1 to month 4"]
    ) {
      let proposal = try Specimen.contract(effective: "2026-04", calendar: calendar)
      let refusal = #expect(throws: ProposalRefusal.self) {
        try history.check(proposal: proposal, digest: fresh)
      }
      #expect(refusal?.description.contains(what) == true)
    }
  }
}

@Suite struct SigningRefusalTests {
  private let ada: Email
  private let history: ContractHistory

  init() throws {
    self.ada = try Email("ada@example.com")
    self.history = try ContractHistory(
      versions: [
        Specimen.version(1, Specimen.contract()),
        Specimen.version(2, Specimen.contract(effective: "2026-04")),
      ],
      signatures: [
        Specimen.signature("ada@example.com", on: 2),
        Specimen.signature("bob@example.com", on: 2, .declined(reason: "no")),
      ]
    )
  }

  private func refusal(_ word: Signature.Word, _ email: String, _ version: Int, _ digest: Int) throws
    -> SigningRefusal?
  {
    do throws(SigningRefusal) {
      let email = try? Email(email)
      try history.check(word, by: email ?? ada, onVersion: version, digest: Specimen.digest(digest))
      return nil
    } catch { return error }
  }

  @Test(arguments: [0, -1, 3, Int.max])
  func `names the newest version where there is none of that number`(number: Int) throws {
    #expect(try refusal(.signed, "ada@example.com", number, 1) == .noSuchVersion(number, newest: 2))
  }

  @Test func `names those who are expected where a stranger signs`() throws {
    let found = try refusal(.signed, "eve@example.com", 2, 2)
    #expect(
      found?.description
        == "eve@example.com is not among those who sign; expected are ada@example.com (Head of Marketing, marketing), "
        + "bob@example.com (Head of Sales, sales)"
    )
  }

  @Test func `binds a signature to the text that was seen`() throws {
    #expect(
      try refusal(.signed, "bob@example.com", 2, 7) == .otherText(version: 2, digest: Specimen.digest(2))
    )
  }

  @Test func `takes a signature once, and no refusal after it`() throws {
    let at = try Specimen.moment()
    #expect(
      try refusal(.signed, "ADA@example.com", 2, 2)
        == .alreadySigned(Email("ada@example.com"), version: 2, at: at)
    )
    #expect(
      try refusal(.declined(reason: "no"), "ada@example.com", 2, 2) == .alreadySigned(ada, version: 2, at: at)
    )
  }

  @Test func `takes a signature after a refusal, but no second refusal`() throws {
    #expect(try refusal(.signed, "bob@example.com", 2, 2) == nil)
    let again = try refusal(.declined(reason: "still no"), "bob@example.com", 2, 2)
    #expect(again == .alreadyDeclined(try Email("bob@example.com"), version: 2, at: try Specimen.moment()))
  }

  @Test func `points to the newest version where another is signed`() throws {
    #expect(try refusal(.signed, "bob@example.com", 1, 1) == .superseded(version: 1, newest: 2))
  }
}

@Suite struct DigestTests {
  @Test func `is 64 hexadecimal digits`() throws {
    let digest = Digest(bytes: (0..<32).map { UInt8($0 * 8) })
    #expect(digest.hex.hasPrefix("0008101820"))
    #expect(digest.short.count == 12)
    #expect(try Digest(hex: digest.hex.uppercased()) == digest)
  }

  @Test(arguments: [
    "", "0", String(repeating: "0", count: 63), String(repeating: "g", count: 64),
    String(repeating: "０", count: 64),
  ])
  func `is refused in any other form`(text: String) {
    #expect(throws: Unreadable.self) { try Digest(hex: text) }
  }
}
