/// A language that reports are written in.
///
/// Its words stand in one table, a `Phrase` each: whole sentences and labels, with names in braces where values go.
/// Names, reasons and other texts that people recorded stay as they are, and so do numbers, dates and commands.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese in traditional characters, as it is written in Taiwan.
  case traditionalChinese = "zh-Hant"

  /// The language's code: a tag of [BCP 47](https://www.rfc-editor.org/info/bcp47), such as `zh-Hant`.
  public var code: String { rawValue }

  /// The language that a tag such as `zh-Hant`, `zh_TW` or `en-GB` names; nil where reports are not written in it.
  public init?(code: String) {
    let parts = code.lowercased().split(omittingEmptySubsequences: false) { "-_".contains($0) }
    let rest = parts.dropFirst()
    switch parts.first {
    case "en": self = .english
    case "zh" where rest.contains("hant"): self = .traditionalChinese
    case "zh" where !rest.contains("hans") && rest.contains { ["tw", "hk", "mo"].contains($0) }:
      self = .traditionalChinese
    default: return nil
    }
  }

  /// The language of a POSIX locale such as `zh_TW.UTF-8`: English where reports are not written in its own.
  public init(locale: String) {
    let name = locale.prefix { $0 != "." && $0 != "@" }
    self = Language(code: String(name)) ?? .english
  }

  /// The phrase, with `values` where it names them.
  func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, any PhraseValue> = [:]) -> String {
    table.template(phrase).filled(with: values, in: self)
  }

  /// The language's table.
  var table: PhraseTable {
    switch self {
    case .english: English.table
    case .traditionalChinese: TraditionalChinese.table
    }
  }
}

extension Language {
  /// Whether a title that is recorded with a capital gets a small letter within a sentence.
  private var hasCapitals: Bool { self == .english }

  /// Whether a blank parts ideographs from letters and digits that stand beside them.
  var partsScripts: Bool { self == .traditionalChinese }

  /// The title as it stands within a sentence: `website form`; words in capitals stay.
  func within(_ title: String) -> String {
    guard hasCapitals, let first = title.first, title.dropFirst().first?.isLowercase == true else {
      return title
    }
    return first.lowercased() + title.dropFirst()
  }

  /// The text as it stands at the start of a sentence or a heading: `Win rate`.
  func leading(_ text: String) -> String {
    hasCapitals ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  /// `one, two and three`.
  func joined(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return self(.listEnd, ["rest": enumerated(Array(items.dropLast())), "last": last])
  }

  /// `one, two, three`.
  func enumerated(_ items: [String]) -> String { items.joined(separator: self(.listComma)) }

  /// `one, or this; two, or that; three`.
  func strung(_ items: [String]) -> String { items.joined(separator: self(.listSemicolon)) }

  /// Sentences that follow each other.
  func following(_ sentences: [String]) -> String { sentences.joined(separator: self(.sentenceGap)) }
}
