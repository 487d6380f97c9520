@testable import Storage

extension Connection {
  /// Does what someone with another tool could do, past the triggers that forbid it.
  ///
  /// - Parameter keepingSchema: whether the triggers are there again afterwards.
  func tamper(keepingSchema: Bool = true, _ body: () throws -> Void) throws {
    let triggers = try rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") { row in
      (name: try row.text(0), sql: try row.text(1))
    }
    for trigger in triggers { try execute("DROP TRIGGER \(trigger.name)") }
    try body()
    guard keepingSchema else { return }
    for trigger in triggers { try execute(trigger.sql) }
  }
}
