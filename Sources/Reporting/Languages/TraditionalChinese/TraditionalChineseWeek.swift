extension TraditionalChinese {
  /// The report on a week.
  static let week: [Phrase: String] = [
    .weekTitle: "{contract}：{week}",
    .leadsAndValue: "已交付的名單與價值",
    .owedByDay: "每月的應交付價值平均分攤至各工作日。",
    .entries: "登錄紀錄",
    .weekVerdict: "行銷部門：本週應交付{due}，已交付{delivered}（{share}），{judgement}。",
    .weekVerdictNothingOwed: "行銷部門：本週應交付{due}，已交付{delivered}。",
    .weekRuns: "本週至{day}結束",
    .daysOfMonth: "當月{total}個工作日中的{days}個",
    .deliveredInWeek: "{week}的交付",
    .entryOfNoType: "{key}：{entry}；不屬於約定的名單類型，不計價值",
    .nothingInWeek: "{week}沒有登錄紀錄。",
  ]
}
