import ArgumentParser
import Foundation

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write contracts, leads, touches and counts of an invented team into a folder.",
    discussion: """
      leadpact-bench generate data
      leadpact-bench generate --scale 1/10 --years 3 data

      Files: contract.yaml, leads.csv and touches.csv, of a team that counts by its leads, with sources.csv and \
      workdays.csv for SQL; counts-contract.yaml, counts.csv and counts.journal (for hledger), of one that logs \
      counts. At scale 1 ten years have a million leads, some five million touches and sixty thousand counts. \
      The same seed gives the same bytes, and histories of any length end in the same leads. The last quarter is \
      2025-Q4, and the files were exported on 2026-01-05.
      """)

  @Option(help: "How large the team is: 1, 10, 1/100.") var scale = Scale.one
  @Option(help: "How many leads ten years would have; in place of --scale.") var leads: Int?
  @Option(help: "How many years up to 2025: 1 to 10.") var years = History.wholeYears
  @Option(help: "Where chance begins.") var seed: UInt64 = 2026
  @Argument(help: "The folder; it is made where there is none.") var folder: String

  func validate() throws {
    guard (1...History.wholeYears).contains(years) else { throw ValidationError("--years is 1 to 10") }
    if let leads {
      guard Scale(numerator: leads, denominator: 1_000_000) != nil else {
        throw ValidationError("--leads is 1 to 1000000000")
      }
    }
  }

  func run() throws {
    let folder = URL(filePath: folder, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let history = History(years: years)
    let scale = leads.flatMap { Scale(numerator: $0, denominator: 1_000_000) } ?? scale

    let team = try TeamContract(over: history, at: scale)
    try Data(team.text.utf8).write(to: folder.appending(path: "contract.yaml"))
    let made = try LeadFiles(in: folder, of: team.contract, at: scale, seed: seed).write(history.months)
    try PeerTables(contract: team.contract).write(to: folder, over: history)

    let units = try UnitContract(over: history, at: scale)
    try Data(units.text.utf8).write(to: folder.appending(path: "counts-contract.yaml"))
    let counts = try CountFiles(in: folder, of: units.contract, over: history, seed: seed).write()
    print("\(folder.path): \(made.leads) leads, \(made.touches) touches, \(counts) counts")
  }
}

extension Scale {
  /// A million leads in ten years.
  static let one = Scale(1)

  private init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }
}
