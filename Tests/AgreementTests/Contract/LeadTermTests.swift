import Agreement
import Testing

/// What a contract says of leads themselves.
@Suite struct LeadTermTests {
  private func problems(_ change: (inout Draft) -> Void) throws -> [String] {
    var draft = Draft()
    change(&draft)
    do {
      _ = try draft.contract()
      return []
    } catch let invalid as InvalidContract {
      return invalid.problems.map { "\($0.path.joined(separator: "/")): \($0.message)" }
    }
  }

  /// A contract with these words for its streams, and for the lead types of each.
  private func contract(
    streams: [(name: String, values: [String])] = [("smb", [])],
    types: [(name: String, values: [String])]
  ) throws -> Contract {
    let streams = try streams.map { stream in
      try Stream(
        name: Name(stream.name),
        quotas: Quotas(
          first: Month("2026-01"),
          amounts: Array(repeating: Specimen.money("500000"), count: 12)
        ),
        leadTypes: types.enumerated().map { position, type in
          try LeadType(
            name: Name(type.name),
            share: Share(position == 0 ? "100%" : "0%"),
            funnel: Specimen.funnel(),
            crmValues: type.values
          )
        },
        crmValues: stream.values
      )
    }
    return try Specimen.contract(streams: streams)
  }

  private func problems(
    streams: [(name: String, values: [String])] = [("smb", [])],
    types: [(name: String, values: [String])]
  ) throws -> [String] {
    do {
      _ = try contract(streams: streams, types: types)
      return []
    } catch let invalid as InvalidContract {
      return invalid.problems.map { "\($0.path.joined(separator: "/")): \($0.message)" }
    }
  }

  @Test func `no word means two lead types of a stream`() throws {
    #expect(
      try problems(types: [("web", ["Organic Search"]), ("phone", ["organic-search"])]) == [
        "streams/smb/lead-types/web/crm-values/Organic Search: 'Organic Search' already means the lead type 'phone' as 'organic-search' (case and punctuation make no difference); keep it in one of them"
      ]
    )
    #expect(
      try problems(types: [("web", ["Phone"]), ("phone", [])]) == [
        "streams/smb/lead-types/web/crm-values/Phone: 'Phone' is the name of another lead type, which it means already; remove it here"
      ]
    )
  }

  @Test func `no word is there twice, and none is empty`() throws {
    #expect(
      try problems(types: [("web", ["a", "A", "a"])]) == [
        "streams/smb/lead-types/web/crm-values/a: 'a' is there twice as 'A' (case and punctuation make no difference); remove one",
        "streams/smb/lead-types/web/crm-values/a: 'a' is there twice as 'A' (case and punctuation make no difference); remove one",
      ]
    )
    #expect(
      try problems(types: [("web", ["-"])]) == [
        "streams/smb/lead-types/web/crm-values/-: '-' has no letter and no digit; write it as the CRM does, such as Organic Search"
      ]
    )
  }

  @Test func `no word means two streams`() throws {
    #expect(
      try problems(streams: [("smb", ["EMEA"]), ("mid", ["EMEA", "SMB"])], types: [("web", [])]) == [
        "streams/mid/crm-values/SMB: 'SMB' is the name of another stream, which it means already; remove it here",
        "streams/smb/crm-values/EMEA: 'EMEA' already means the stream 'mid'; keep it in one of them",
      ]
    )
  }

  @Test func `a word may be a lead type's own name, and mean another type on another stream`() throws {
    #expect(try problems(types: [("web", ["Web"]), ("phone", ["call"])]).isEmpty)
    #expect(try problems(streams: [("smb", []), ("mid", [])], types: [("web", ["form"])]).isEmpty)
  }

  @Test func `lead types whose names differ in punctuation only stay allowed`() throws {
    #expect(try problems(types: [("web-form", []), ("web_form", [])]).isEmpty)
  }

  @Test(arguments: [1, 365]) func `sales may reject a lead for a year at most`(days: Int) throws {
    #expect(try problems { $0.rejection = RejectionWindow(days: days, isBusiness: false) }.isEmpty)
    #expect(
      try problems { $0.rejection = RejectionWindow(days: days + 365, isBusiness: false) } == [
        "sales/reject-within: \(days + 365) days; choose 1 to 365"
      ]
    )
  }

  @Test func `counts from leads without a time zone are worth a second look`() throws {
    var draft = Draft()
    #expect(try !draft.contract().warnings.contains(.timesInUTC))
    draft.timeZone = nil
    #expect(try draft.contract().warnings.contains(.timesInUTC))
    draft.deliverySource = .logged
    #expect(try !draft.contract().warnings.contains(.timesInUTC))
  }

  @Test func `a revision keeps what is said of leads`() throws {
    let contract = try Draft().contract()
    let revised = try contract.revised(from: Quarter("2026-Q3", fiscalYearStart: 1), by: [])
    #expect(try ContractDiff(from: contract, to: revised).changes.map(\.subject) == ["effective from"])
  }
}
