extension TraditionalChinese {
  /// Figures of the plan, so far as they are explained.
  static let plan: [Phrase: String] = [
    .planTitle: "{contract}：應交付計畫",
    .sumOfShares: "各名單類型的新業務配額 × 占比之加總",
    .typeForQuotaOf: "{type}（{month}的配額）",
    .owedTimesMargin: "應交付價值 × 毛利率",
    .leadValueFormula: "平均訂單金額 × 成交率 × SQL→商機 × MQL→SQL，僅於最後四捨五入",
    .timeToClose: "成交週期",
    .daysOfClosing: "{days}天",
    .measured: "實測：{note}",
    .metricSource: "{source}；第{version}版（{day}），摘要碼{digest}",
    .metricSourceSince: "自{quarter}起，{source}；第{version}版（{day}），摘要碼{digest}",
  ]
}
