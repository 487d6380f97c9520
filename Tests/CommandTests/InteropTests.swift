import Foundation
import Testing

@Suite(
  .enabled(
    if: InteropTools.areInstalled, "Datasette and DuckDB are not installed; make interop does where it can")
) struct InteropTests {
  @Test func `docs/interop.md shows what the tools print`() async throws {
    try await TranscriptPage(path: InteropTools.page).check(in: InteropTools.sandbox())
  }

  @Test(arguments: ["2026-Q1", "2026-Q2", "2026-Q3"])
  func `Datasette and DuckDB give the figures of the quarterly review`(quarter: String) async throws {
    let sandbox = try InteropTools.sandbox()
    let outputs = try await Session(sandbox: sandbox).outputs(of: [
      "leadpact demo --keep year.db >kept 2>&1",
      "leadpact report quarter \(quarter) --database year.db --today 2026-10-06 -O csv -o review.csv",
      "datasette year.db --setting sql_time_limit_ms 60000 --get '/year/report_quarter.csv?quarter=\(quarter)&_size=max' >datasette.csv",
      """
      duckdb -csv -c "ATTACH 'year.db' AS year (TYPE sqlite, READ_ONLY); \
      FROM sqlite_query('year', 'SELECT * FROM report_quarter') WHERE quarter = '\(quarter)'" >duckdb.csv
      """,
    ])
    #expect(outputs == [[], [], [], []])
    let review = try FigureTable(csv: text("review.csv", in: sandbox)).figures(of: quarter)
    #expect(review.count > 20)
    for tool in ["datasette.csv", "duckdb.csv"] {
      #expect(try FigureView(csv: text(tool, in: sandbox)).differences(from: review) == [], "\(tool)")
    }
  }

  private func text(_ file: String, in sandbox: Sandbox) throws -> String {
    try String(contentsOf: sandbox.home.appending(path: file), encoding: .utf8)
  }
}
