import Agreement
import Exchange

/// A contract file is a contract whose normalised text gives it back, or is refused with places in the file.
struct ContractLaws {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func check() throws(BrokenLaw) {
    let contract: Contract
    do throws(ContractFileError) {
      contract = try ContractFile.read(bytes: bytes, file: "f")
    } catch {
      return try TextPlaces(of: bytes).check(error.problems)
    }
    try check(contract)
    try checkLineEnds(contract)
  }

  private func check(_ contract: Contract) throws(BrokenLaw) {
    let text = contract.canonicalText
    let again = try readable("the normalised text is a contract file") {
      try ContractFile.read(text, file: "normalised")
    }
    try hold(again == contract, "the normalised text gives back the contract")
    try hold(again.canonicalText == text, "the normalised text is one text")
    try hold(again.clauses == contract.clauses, "the normalised text has the same clauses")
    for warning in contract.warnings { try hold(!warning.description.isEmpty, "a warning says something") }
    if !contract.warnings.contains(.beyondComputing) {
      let diff = try? ContractDiff(from: contract, to: again)
      try hold(diff.map { $0.changes.isEmpty && $0.leads.isEmpty } ?? true, "nothing differs")
    }
  }

  /// A file from Windows says the same.
  private func checkLineEnds(_ contract: Contract) throws(BrokenLaw) {
    guard !bytes.contains(0x0D) else { return }
    let copy = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let again = try readable("with CRLF it is a contract file") {
      try ContractFile.read(bytes: copy, file: "f")
    }
    try hold(again == contract, "with CRLF it is the same contract")
  }
}

/// Where a text has its lines, to tell whether a problem lies in it.
struct TextPlaces {
  /// How many scalars each line has.
  private let lengths: [Int]

  init(of bytes: [UInt8]) {
    var lengths = [0]
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lengths.append(0)
      default: lengths[lengths.count - 1] += 1
      }
    }
    self.lengths = lengths
  }

  /// Holds problems against what is said of them: there are some, in order, in the file, each in a line of words.
  func check(_ problems: [Diagnostic]) throws(BrokenLaw) {
    try hold((1...200).contains(problems.count), "there are some problems, and no more than 200")
    try hold(Set(problems).count == problems.count, "each problem is told once")
    var last = (line: 1, column: 1)
    for problem in problems {
      let place = (line: problem.line, column: problem.column)
      try hold(place >= last, "problems come in order: \(problem)")
      last = place
      try hold(lengths.indices.contains(problem.line - 1), "the line is one of the file: \(problem)")
      // The place after the last sign of a line is where something is missing.
      try hold((1...lengths[problem.line - 1] + 1).contains(problem.column), "so is the column: \(problem)")
      let isLine = problem.message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      try hold(!problem.message.isEmpty && isLine, "the message is a line of text: \(problem)")
    }
  }
}
