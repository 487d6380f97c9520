extension English {
  /// How words are put together.
  static let joining: [Phrase: String] = [
    .listComma: ", ",
    .listSemicolon: "; ",
    .listGroups: ", ",
    .listEnd: "{rest} and {last}",
    .sentenceGap: " ",
    .labelled: "{label}: {value}",
    .attainedOf: " [{ratio} of {due}]",
    .noted: " ({note})",
  ]
}
