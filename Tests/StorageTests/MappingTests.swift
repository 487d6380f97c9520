import Agreement
import Testing

@testable import Storage

@Suite struct MappingTests {
  private let database: Database
  private let acme = Example.name("acme-2026")
  private let crm = Example.name("crm")

  init() throws {
    database = try Database.inMemory(at: Example.moment)
    _ = try database.propose(try Example.plain(), by: "ada", at: Example.moment)
  }

  private func save(_ text: String, kind: ImportKind = .leads) throws {
    try database.saveMapping(text, named: crm, kind: kind, for: acme, by: "ada", at: Example.later)
  }

  @Test func `gives the text that was last saved under a name for a kind of file`() throws {
    #expect(try database.mapping(named: crm, kind: .leads, for: acme) == nil)
    try save("external-id=id")
    try save("external-id=mql_id")
    try save("lead=id", kind: .touches)
    #expect(try database.mapping(named: crm, kind: .leads, for: acme) == "external-id=mql_id")
    #expect(try database.mappings(kind: .touches, for: acme) == [crm: "lead=id"])
    #expect(try database.mappings(kind: .outcomes, for: acme) == [:])
    #expect(try database.mappings(kind: .leads, for: Example.name("other")) == [:])
    #expect(try database.journal().map(\.action) == [.propose, .saveMapping, .saveMapping, .saveMapping])
    #expect(try database.verify().problems == [])
  }

  @Test func `records nothing where the text is the same`() throws {
    try save("external-id=id")
    let head = try database.journalHead()
    try save("external-id=id")
    #expect(try database.journalHead() == head)
  }
}
