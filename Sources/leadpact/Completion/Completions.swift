import Agreement
import ArgumentParser
import Exchange
import Reporting
import Storage

/// What can stand in a place of a command line, as the database on that line knows it.
///
/// A shell asks while someone types: where there is no database, or none that can be read, there is nothing to offer,
/// and nothing is said. It is opened for reading alone, never made and never brought up to date.
extension CompletionKind {
  /// The names of the contracts.
  static let contracts = recorded { names in try names.contracts() }
  /// The names of streams.
  static let streams = recorded { names in try names.streams() }
  /// The addresses of signatories.
  static let signatories = recorded { names in try names.signatories() }
  /// The reps that leads were given to.
  static let reps = recorded { names in try names.reps() }
  /// Leads, by the names that they have where they come from.
  static let leads = recorded { names in try names.leads() }
  /// The numbers of the versions of the contract.
  static let versions = recorded { names in try names.versions() }
  /// The hashes of the newest entries of the journal.
  static let journalHashes = recorded { names in try names.journalHashes() }
  /// The keys of figures, one step after the other.
  static let figures = recorded { names in try names.figures() }
  /// The days of late.
  static let days = recorded { names in names.days() }
  /// Quarters that the contract covers.
  static let quarters = recorded { names in try names.periods([.quarter]) }
  /// Periods of any kind.
  static let periods = recorded { names in try names.periods([.week, .month, .quarter]) }
  /// The mappings that were saved for files of a kind.
  static let mappings = recorded { names in try names.mappings() }
  /// The kinds of breaches, with commas between them.
  static let breachKinds = listed(Breach.Kind.allCases.map(\.rawValue))
  /// The ways to close a gap, with commas between them.
  static let solutions = listed(SolveReport.Way.allCases.map(\.rawValue))
  /// `TYPE=` for each lead type.
  static let typeCounts = recorded { names in try names.leadTypes(followedBy: "=") }
  /// What a report is set beside: another period, or another contract.
  static let comparisons = recorded { names in try ["previous", "last-year"] + names.contracts() }
  /// What can be set once.
  static let settings = CompletionKind.list(Setting.allCases.map(\.rawValue))
  /// Files that hold a database.
  static let databases = CompletionKind.file()

  /// A period, then a contract; either may be left out.
  static func period(_ kinds: Set<RecordedNames.Span>) -> CompletionKind {
    recorded { names in try names.periodPart(kinds) + names.unnamedContracts() }
  }
  /// A contract, then a quarter.
  static let contractAndQuarter = period([.quarter])
  /// A period, then `TYPE=` for each lead type.
  static let counts = recorded { names in
    try names.hasPeriod ? names.leadTypes(followedBy: "=") : names.periodPart([.day, .week])
  }
  /// A month, then `TYPE:` and the figures of its outcome.
  static let outcomes = recorded { names in
    try names.hasPeriod ? names.outcomes() : names.periodPart([.month])
  }
  /// A period, then the names of commitments and measures.
  static let findings = recorded { names in
    try names.hasPeriod ? names.promises() : names.periodPart([.day, .week, .month])
  }
  /// `TYPE.METRIC=` for each lead type.
  static let metricChanges = recorded { names in
    try names.leadTypes(followedBy: ".").flatMap { type in
      FunnelMetric.allCases.map { "\(type)\($0.rawValue)=" }
    }
  }

  /// Words with commas between them, those that are there already left out.
  private static func listed(_ words: [String]) -> CompletionKind {
    .custom { line, index, prefix in
      let line = CommandWords(line, completing: index, prefix: prefix)
      let said = line.prefix.split(separator: ",", omittingEmptySubsequences: false).dropLast().map(
        String.init)
      let start = said.map { $0 + "," }.joined()
      return offered(
        words.filter { !said.contains($0) }.map { start + $0 }.filter { $0.hasPrefix(line.prefix) })
    }
  }

  private static func recorded(
    _ find: @Sendable @escaping (RecordedNames) throws -> [String]
  ) -> CompletionKind {
    .custom { words, index, prefix in
      let line = CommandWords(words, completing: index, prefix: prefix)
      do { return offered(try find(RecordedNames(on: line)).filter { $0.hasPrefix(line.prefix) }) } catch {
        // Whoever presses a key wants an offer or nothing; the command itself will say what is wrong.
        return []
      }
    }
  }

  /// The words as the shell that asks wants them.
  private static func offered(_ words: [String]) -> [String] {
    // Lines divide the offers, so that a name with a line break cannot be one; one that would steer the terminal must not.
    let words = words.filter { !$0.isEmpty && PrintableText.line($0) == $0 }
    switch CompletionShell.requesting {
    case .zsh?:
      // There a colon parts the word from what is said about it.
      return words.map { word in
        String(
          String.UnicodeScalarView(
            word.unicodeScalars.flatMap { ["\\", ":"].contains($0) ? ["\\", $0] : [$0] }))
      }
    case .bash?:
      // There the words are read as a shell reads them, and quoted again where they are put on the line. A name that
      // comes from another system must start nothing, so every sign that could mean something stands for itself.
      return words.map { word in
        String(String.UnicodeScalarView(word.unicodeScalars.flatMap { isPlain($0) ? [$0] : ["\\", $0] }))
      }
    default: return words
    }
  }

  /// Whether a sign means nothing to a shell, wherever it stands.
  ///
  /// Not by characters: a sign with an accent on it means what it does without.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "_-./:=@,+%".unicodeScalars.contains(scalar)
  }
}
