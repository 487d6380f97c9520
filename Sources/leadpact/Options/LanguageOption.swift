import ArgumentParser
import Reporting

/// The language that a report is written in.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "\(Language.codes). Default: $LEADPACT_LANG, else the locale's where reports are written in it, else English.",
      valueName: "language"), completion: .list(Language.allCases.map(\.code)))
  var code: String?

  /// The language that is asked for, else that of the environment.
  ///
  /// The locale is the first of LC_ALL, LC_MESSAGES and LANG that is set, as
  /// [POSIX](https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html) has it.
  ///
  /// - Throws: `Failure.usage` for a language that reports are not written in.
  func language() throws -> Language {
    if let code { return try Self.language(code, askedForBy: "--lang") }
    if let code = Terminal.environment("LEADPACT_LANG") {
      return try Self.language(code, askedForBy: "LEADPACT_LANG")
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Terminal.environment).first
    return locale.map(Language.init(locale:)) ?? .english
  }

  private static func language(_ code: String, askedForBy asked: String) throws -> Language {
    guard let language = Language(code: code) else {
      throw Failure.usage("reports are not written in '\(code)'; give \(asked) one of \(Language.codes)")
    }
    return language
  }
}

extension Language {
  /// The codes of all, for people.
  fileprivate static var codes: String { allCases.map(\.code).joined(separator: ", ") }
}
