import Agreement
import Exchange
import Foundation
import Testing

@Suite struct TouchFileTests {
  /// A line a touch, and one a problem.
  private static func lines(_ file: consuming TouchFile) -> [String] {
    var lines: [String] = []
    while true {
      do throws(RowProblem) {
        guard let row = try file.next() else { return lines }
        let touch = row.touch
        lines.append(
          "\(row.line) \(touch.id) of \(touch.lead): \(touch.at) \(touch.kind) by \(touch.rep ?? "nobody")"
            + (touch.isAutomatic ? ", automatic" : ""))
      } catch {
        lines.append("\(error)")
      }
    }
  }

  @Test func `reads Pipedrive's activities, of which those still to do do not count`() throws {
    let path = LeadSample.folder.appendingPathComponent("pipedrive-activities.csv").path
    let file = try TouchFile(.file(path), named: "a.csv", for: LeadSample.contract())
    #expect(file.layout == "Pipedrive activities")
    #expect(
      Self.lines(file) == [
        "2 71 of 1: 2026-01-05T10:00:00Z Call by Sam Reed",
        "3 72 of 1: 2026-01-05T10:01:00Z E-mail: automatic reply by nobody, automatic",
      ])
  }

  @Test func `reads any other file by a mapping`() throws {
    let text =
      "lead_id,when,type,robot\n1,2026-01-05 10:00,Call,no\n2,2026-01-05,Drip,yes\n3,2026-01-06,Newsletter 7,\n"
    let file = try TouchFile(
      .text(text), named: "a.csv", for: LeadSample.contract(zone: "America/New_York"),
      options: ReadingOptions(
        mapping: ColumnMapping("lead=lead_id,at=when,kind=type,automatic=robot"), automatic: ["newsletter"]))
    #expect(
      Self.lines(file) == [
        "2 1 2026-01-05T10:00:00-05:00 Call of 1: 2026-01-05T10:00:00-05:00 Call by nobody",
        "3 2 2026-01-05 Drip of 2: 2026-01-05 Drip by nobody, automatic",
        "4 3 2026-01-06 Newsletter 7 of 3: 2026-01-06 Newsletter 7 by nobody, automatic",
      ])
  }

  @Test func `names rows without a lead or a time, and reads on`() throws {
    let text = "lead,at,kind\n,2026-01-05,Call\n1,,Call\n1,2026-01-05,Call\n"
    #expect(
      Self.lines(try TouchFile(.text(text), named: "a.csv", for: LeadSample.contract())) == [
        "a.csv:2:1: the touch is of no lead; add the lead's id, or take the row out",
        "a.csv:3:2: the touch has no time; add it, or take the row out",
        "4 1 2026-01-05 Call of 1: 2026-01-05 Call by nobody",
      ])
  }

  @Test func `takes the layout that is asked for, where there is one of touches`() throws {
    let text = "Marked as done time,Type,Deal - ID\n2026-01-05 10:00,Call,7\n2026-01-06 10:00,Call,\n"
    var options = ReadingOptions(layout: .pipedrive)
    let file = try TouchFile(.text(text), named: "a.csv", for: LeadSample.contract(), options: options)
    #expect(file.layout == "Pipedrive activities")
    #expect(
      Self.lines(file) == [
        "2 7 2026-01-05T10:00:00Z Call of 7: 2026-01-05T10:00:00Z Call by nobody"
      ])
    options.layout = .hubspot
    let error = #expect(throws: ImportFileError.self) {
      _ = try TouchFile(.text("lead,at\n"), named: "a.csv", for: LeadSample.contract(), options: options)
        .layout
    }
    #expect(
      error?.problems.map(\.description) == [
        "a.csv: leadpact knows no layout of touches of HubSpot; leave out --layout and say which column holds what, "
          + "such as --map lead=…,at=…,kind=…; the file has “lead”, “at”"
      ])
  }

  @Test func `says what a file of touches needs`() throws {
    let error = #expect(throws: ImportFileError.self) {
      _ = try TouchFile(.text("lead,when\n"), named: "a.csv", for: LeadSample.contract()).layout
    }
    #expect(
      error?.description
        == "a.csv: no column holds at; the file has “lead”, “when”; say which column holds what, "
        + "such as --map lead=…,at=…,kind=…\na.csv: nothing was imported; mend the lines above")
  }
}
