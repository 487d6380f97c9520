import Agreement
import Testing

@testable import Storage

@Suite struct LeadTermStoreTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("a.leadpact") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open() throws -> Database {
    try Database.open(at: path, for: .recording(create: false), at: Example.moment)
  }

  @Test func `brings a database of the schema before forward, and finds nothing altered`() throws {
    try OldDatabase.make(at: path)
    let database = try open()
    #expect(database.backupBeforeUpgrade == path + ".before-V4.backup")
    #expect(try database.verify().problems == [])
    let contract = try #require(try database.history(of: Example.name("old-2026"))).newest.contract
    #expect(contract.timeZone == nil)
    #expect(contract.deliverySource == .logged)
    #expect(contract.sales.rejection == nil)
    #expect(contract.streams[0].crmValues.isEmpty && contract.streams[0].leadTypes[0].qualifies.isEmpty)
  }

  @Test(arguments: [
    ("time_zone = 'UTC'", "time_zone"), ("delivery_source = 'leads'", "delivery_source"),
    ("rejection_days = 5, rejection_is_business = 1", "rejection_days"),
  ])
  func `sees a term that was slipped into an old version`(change: String, column: String) throws {
    try OldDatabase.make(at: path)
    let database = try open()
    try database.connection.execute("DROP TRIGGER version_keeps_its_rows_as_they_are")
    try database.connection.execute("UPDATE version SET \(change)")
    let places = try database.verify().problems.map(\.place)
    #expect(places.contains("version row 1, \(column)"))
    #expect(places.contains("old-2026 version 1"))
  }

  @Test func `proposes a version with terms of leads after one without`() throws {
    try OldDatabase.make(at: path)
    let database = try open()
    let old = try #require(try database.history(of: Example.name("old-2026"))).newest.contract
    let new = try Contract(
      name: old.name,
      term: old.term,
      currency: old.currency,
      timeZone: TimeZoneName("America/Sao_Paulo"),
      deliverySource: .leads,
      streams: old.streams,
      sales: SalesCommitments(
        cadence: old.sales.cadence,
        rejection: RejectionWindow(days: 7, isBusiness: false)
      ),
      signatories: old.signatories
    )
    _ = try database.propose(new, by: "ada", at: Example.later)
    let versions = try #require(try database.history(of: old.name)).versions
    #expect(versions.map(\.contract) == [old, new])
    #expect(try database.verify().problems == [])
  }

  @Test(arguments: [
    "rejection_days = 5", "rejection_is_business = 1", "rejection_days = 0, rejection_is_business = 1",
    "rejection_days = 366, rejection_is_business = 0", "delivery_source = 'crm'", "time_zone = ''",
  ])
  func `the schema refuses terms that no contract has`(change: String) throws {
    try OldDatabase.make(at: path)
    let connection = try open().connection
    try connection.execute("DROP TRIGGER version_keeps_its_rows_as_they_are")
    let error = #expect(throws: StorageError.self) { try connection.execute("UPDATE version SET \(change)") }
    #expect(error?.description.contains("CHECK constraint failed") == true)
  }
}
