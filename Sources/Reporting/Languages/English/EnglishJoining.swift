extension English {
  /// How words are put together.
  static let joining: [Phrase: String] = [
    .listComma: ", ",
    .listSemicolon: "; ",
    .listGroups: ", ",
    .listEnd: "{rest} and {last}",
    .sentenceGap: " ",
    .attainedOf: " [{ratio} of {due}]",
    .noted: " ({note})",
  ]
}
