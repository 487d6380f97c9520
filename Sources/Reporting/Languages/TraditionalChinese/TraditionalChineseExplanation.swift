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
    .furtherEntries: "另有{count}筆：{command}",
    .leadDelivered: "名單{lead}，{day}交付",
    .leadOfRep: "名單{lead}（{rep}），{day}交付：{matter}",
    .touchesByThen: "期限內接觸{touches}次，期限已過{late}",
    .notContacted: "尚未聯繫，逾期{late}",
    .contactedLate: "{day}聯繫，逾期{late}",
  ]
}
