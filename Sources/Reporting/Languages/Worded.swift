/// A report that can be told in any language.
protocol Worded {
  /// The language that it is laid out in.
  var language: Language { get set }
}

extension Worded {
  /// The same report, to be laid out in `language`.
  func told(in language: Language) -> Self {
    var report = self
    report.language = language
    return report
  }
}
