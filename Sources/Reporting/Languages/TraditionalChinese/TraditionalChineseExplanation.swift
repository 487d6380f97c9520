extension TraditionalChinese {
  /// Where a figure comes from.
  static let explanation: [Phrase: String] = [
    .report: "報表",
    .formula: "公式",
    .withNumbers: "代入數字",
    .laidDownIn: "依據",
    .whatGoesIn: "計算項目",
    .input: "項目",
    .inputValue: "數值",
    .from: "來源",
    .entriesOnRecord: "登錄紀錄",
  ]
}
