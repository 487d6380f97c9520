extension TraditionalChinese {
  /// How words are put together.
  static let joining: [Phrase: String] = [
    .listComma: "、",
    .listSemicolon: "；",
    .listGroups: "；",
    .listEnd: "{rest}及{last}",
    .sentenceGap: "",
    .labelled: "{label}：{value}",
    .attainedOf: " [{due} 的 {ratio}]",
    .noted: "（{note}）",
  ]
}
