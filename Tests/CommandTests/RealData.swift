import Foundation
import Testing

/// Files of real and large data that some machines have beside the repository; none of them is part of it.
enum RealData {
  /// A file of theirs; nil where the machine does not have it.
  static func file(_ path: String) -> URL? {
    let shared = ProcessInfo.processInfo.environment["LEADPACT_SHARED_DATA"].map {
      [URL(fileURLWithPath: $0)]
    }
    let above = ["../shared/data", "../../shared/data"].map { Repository.root.appendingPathComponent($0) }
    return (shared ?? above).map { $0.appendingPathComponent(path) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// The rows of a file without quoted fields, by the names of its columns.
  static func rows(_ file: URL?) throws -> [[String: String]] {
    let text = try String(contentsOf: #require(file), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

/// A year's contract on real leads, whose counts are derived from them, and commands on it.
struct RealContract {
  let sandbox: Sandbox
  let today: String

  /// Proposes a contract with one stream.
  ///
  /// - Parameters:
  ///   - leadTypes: each with its share in percent; all with 50 %, 50 % and 40 %, and orders of 1,000.
  ///   - sales: what stands under `sales`.
  init(
    _ name: String, term: String, currency: String, leadTypes: [(name: String, share: Int)], daysToClose: Int,
    sales: String = "", today: String
  ) async throws {
    self.sandbox = try Sandbox()
    self.today = today
    let types = leadTypes.map { type in
      """
            \(type.name): {share: \(type.share)%, mql-to-sql: 50%, sql-to-opportunity: 50%, win-rate: 40%, \
      average-order-value: 1000, time-to-close: \(daysToClose) days}
      """
    }
    let contract = """
      contract: \(name)
      term: \(term)
      currency: \(currency)
      deliveries: leads
      streams:
        all:
          quota: 120000 per month
          lead-types:
      \(types.joined(separator: "\n"))
      \(sales)
      signatories:
        - {name: Ana, email: ana@\(name).example, team: marketing, role: Marketing}
        - {name: Rui, email: rui@\(name).example, team: sales, role: Sales}

      """
    try await leadpact(["contract", "propose", "-"], input: contract)
  }

  /// Runs a command that succeeds, and gives what it printed.
  @discardableResult
  func leadpact(_ arguments: [String], input: String = "") async throws -> String {
    let consequence = try await Leadpact.run(
      arguments, environment: ["LEADPACT_TODAY": today], input: input, in: sandbox)
    try #require(consequence.exit == 0, "\(arguments): \(consequence.stderr)")
    return consequence.stdout
  }

  /// The document that a report prints as JSON, without the lines that say which records it rests on.
  func document(_ arguments: String...) async throws -> [String: Any] {
    let text = try await leadpact(arguments + ["-O", "json"])
    var json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    json["footer"] = nil
    return json
  }

  /// What an SQL statement finds in the first column.
  func texts(_ sql: String) throws -> [String] {
    try OutsideConnection(sandbox.home.appendingPathComponent("acme.leadpact")).texts(sql)
  }
}

extension [String: Any] {
  /// The values of a document's figures, by their keys.
  var figureValues: [String: String] {
    (self["figures"] as? [String: [String: Any]] ?? [:]).mapValues { "\($0["value"] ?? "")" }
  }

  /// The lines of a document's section.
  func text(of section: String) -> [String] {
    let sections = self["sections"] as? [[String: Any]] ?? []
    return sections.first { $0["key"] as? String == section }?["text"] as? [String] ?? []
  }

  /// The document in one canonical text, to compare it.
  var canonical: String {
    get throws {
      String(decoding: try JSONSerialization.data(withJSONObject: self, options: .sortedKeys), as: UTF8.self)
    }
  }
}
