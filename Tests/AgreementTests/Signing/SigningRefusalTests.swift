import Agreement
import Testing

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
