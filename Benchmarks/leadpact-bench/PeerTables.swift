import Agreement
import Foundation

/// Two small tables that a review by hand-written SQL needs beside the leads: what the CRM's words mean, and which days
/// are worked.
struct PeerTables {
  let contract: Contract

  /// Writes `sources.csv` and `workdays.csv`.
  func write(to folder: URL, over history: History) throws {
    var sources = try TextFile(folder.appending(path: "sources.csv"))
    sources.write("crm_stream,crm_word,stream,lead_type,lag\n")
    for stream in contract.streams {
      for type in stream.leadTypes {
        let lag = type.funnel.funnel(in: contract.term.first).lag
        for word in type.crmValues {
          sources.write("\(stream.title),\(word),\(stream.name),\(type.name),\(lag)\n")
        }
      }
      sources.write("\(stream.title),\(LeadFiles.strayWord),\(stream.name),\(Name.unassigned),0\n")
    }
    try sources.close()

    var workdays = try TextFile(folder.appending(path: "workdays.csv"))
    workdays.write("day,worked_before,is_worked\n")
    var worked = 0
    for number in history.days.first.number...History.exported.day + 7 {
      let day = Day(number: number)
      let isWorked = contract.calendar.isBusinessDay(day)
      workdays.write("\(day),\(worked),\(isWorked ? 1 : 0)\n")
      worked += isWorked ? 1 : 0
    }
    try workdays.close()
  }
}
