import Agreement
import ArgumentParser

/// What is supposed to be otherwise.
struct SuppositionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Suppose other figures, with commas between them.", valueName: "[stream/][type/]metric=change"))
  var whatIf: [String] = []

  @Option(
    help: ArgumentHelp("Suppose so many leads to be missing.", valueName: "type=count"),
    completion: .typeCounts)
  var short: [String] = []

  /// The suppositions by the names of `contract`.
  func read(in contract: Contract) throws -> [Supposition] {
    try Self.parts(of: whatIf).map { text in
      do { return try Supposition(text, in: contract) } catch let error as UnknownName {
        throw Failure.usage("--what-if '\(text)': \(error)")
      }
    }
  }

  /// The leads that are supposed to be missing in the first of `months` that the contract covers; nil where none are.
  func readShort(of ledger: Ledger, in months: [Month]) throws -> [LeadTypeKey: Int]? {
    guard !short.isEmpty else { return nil }
    let rulings = months.compactMap { month in
      ledger.history.ruling(in: month).map { (month: month, contract: $0.contract) }
    }
    guard let (month, contract) = rulings.first else { return [:] }
    var counts: [LeadTypeKey: Int] = [:]
    for text in Self.parts(of: short) {
      let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, let count = Int(halves[1].filter { $0 != "," }), count > 0 else {
        throw Failure.usage("--short '\(text)' is not TYPE=COUNT, such as smb/website-form=400")
      }
      let key = try contract.leadType(named: halves[0])
      guard counts[key] == nil else {
        throw Failure.usage("--short names \(key) twice; give one count for it")
      }
      guard let stream = contract.stream(key.stream), let type = stream.leadType(key.leadType) else {
        continue
      }
      let owed = try Plan(contract).demand(in: month, for: type, of: stream).demand.mqls
      guard count <= owed else {
        throw Failure.usage(
          "--short '\(text)': only \(owed.grouped) leads of \(key) are owed in \(month), so no more can be missing"
        )
      }
      counts[key] = count
    }
    return counts
  }

  /// The parts between commas; a comma within a number, as in `aov=2,500`, is none.
  private static func parts(of words: [String]) -> [String] {
    var parts: [String] = []
    for part in words.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }).map(String.init)
    {
      let isGroup = part.count >= 3 && part.prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
      if isGroup, !part.contains("="), let last = parts.popLast() {
        parts.append("\(last),\(part)")
      } else {
        parts.append(part)
      }
    }
    return parts.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
  }
}
