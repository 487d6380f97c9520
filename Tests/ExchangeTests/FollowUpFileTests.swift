import Agreement
import Exchange
import Testing

@Suite struct FollowUpFileTests {
  private static func history() throws -> ContractHistory {
    let version = Version(
      number: 1, contract: try LeadSample.contract(),
      digest: try Digest(hex: String(repeating: "a", count: 64)),
      proposedAt: try Moment("2026-01-01T00:00:00Z"),
      proposedBy: "Ada")
    return ContractHistory(versions: [version], signatures: [])
  }

  private static func lines(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> [String] {
    var file = try FollowUpFile(
      .text(text), named: "f.csv", for: history(), today: Day("2026-02-01"), options: options)
    var lines: [String] = []
    while true {
      do throws(RowProblem) {
        guard let row = try file.next() else { return lines }
        let observation = row.observation
        let place = [observation.stream?.text, observation.rep].map { $0 ?? "-" }.joined(separator: " ")
        let finding =
          switch observation.finding {
          case .kept(let met, let due): "\(met)/\(due)"
          case .measured(let score): "\(score)"
          }
        lines.append("\(row.line) \(observation.days) \(observation.subject) \(place) \(finding)")
      } catch {
        lines.append("\(error)")
      }
    }
  }

  @Test func `reads met and due, or a score`() throws {
    let text =
      "week,subject,rep,met,due,score\n2026-W02,contacted,Eve Wu,\"1,180\",\"1,212\",\n2026-W02,csat,,,,4.6\n"
    #expect(
      try Self.lines(text) == [
        "2 2026-W02 contacted - Eve Wu 1180/1212",
        "3 2026-W02 csat - - 4.6",
      ])
  }

  @Test func `reads a table that leadpact wrote: of entries on one thing the last, and no other contract's`()
    throws
  {
    let name = try LeadSample.contract().name.text
    let text = """
      observation,contract,days,stream,rep,subject,met,due,score,recorded_at,recorded_by,entry
      1,\(name),2026-01-05..2026-01-11,,,contacted,1,4,,2026-01-12T08:00:00Z,ada,4
      2,other,2026-01-05..2026-01-11,,,contacted,9,9,,2026-01-12T08:00:00Z,ada,4
      3,\(name),2026-01-05..2026-01-11,,,contacted,3,4,,2026-01-13T08:00:00Z,ada,5

      """
    #expect(try Self.lines(text) == ["4 2026-W02 contacted - - 3/4"])
  }

  @Test func `names rows that cannot be read, and reads on`() throws {
    let text = """
      day,subject,met,due,score
      2026-02-30,contacted,1,2,
      2026-01-05,,1,2,
      2026-01-05,contacted,1,,
      2026-01-05,contacted,one,2,
      2026-01-05,contacted,1,2,4.6
      2026-01-05,contacted,1,2,

      """
    #expect(
      try Self.lines(text) == [
        "f.csv:2:1: '2026-02-30' is not a day: 2026-02 has 28 days",
        "f.csv:3:2: the row has no subject",
        "f.csv:4: the row needs either met and due, or a score",
        "f.csv:5:3: 'one' is not a whole number such as 180",
        "f.csv:6: the row needs either met and due, or a score",
        "7 2026-01-05 contacted - - 1/2",
      ])
  }

  @Test func `says what a file of follow-ups needs`() {
    let error = #expect(throws: ImportFileError.self) { try Self.lines("week,subject,met\n") }
    #expect(
      error?.description.hasPrefix("f.csv: follow-ups need the columns week, subject, and met and due")
        == true)
  }
}
