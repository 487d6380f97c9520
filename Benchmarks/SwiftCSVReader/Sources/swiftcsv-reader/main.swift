import Foundation
import SwiftCSV

// Reads a file row by row with SwiftCSV, and says how many rows and how many bytes of fields there are.
let file = try CSV<Enumerated>(
  url: URL(fileURLWithPath: CommandLine.arguments[1]), delimiter: .comma, encoding: .utf8, loadColumns: false)
var rows = 0
var bytes = 0
try file.enumerateAsArray(startAt: 1, rowLimit: nil) { fields in
  rows += 1
  for field in fields { bytes += field.utf8.count }
}
print("\(rows) rows, \(bytes) bytes")
