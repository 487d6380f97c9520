extension TraditionalChinese {
  /// What is to be known of the leads themselves.
  static let leadNotes: [Phrase: String] = [
    .unassignedListed: "有{count}筆名單不屬於合約的任何名單類型，依來源系統的欄位值：{values}。這些名單不計價值。若要計入，請將欄位值列入某一名單類型的 crm-values。",
    .unassignedNothing: "有{count}筆名單不屬於合約的任何名單類型，依來源系統的欄位值：{values}。這些名單不計價值。若要計入，可設一個名為 unassigned 的名單類型。",
    .valueSaid: "「{value}」{count}筆",
    .valueUnsaid: "未填{count}筆",
    .otherValues: "{values}，及其他{others}種欄位值",
    .unqualified: "有{count}筆名單不符「{condition}」，符合之前不計價值。",
    .rejected: "業務部門退回{count}筆名單，已自計數中扣除。",
    .rejectedContested: "業務部門退回{count}筆名單，已自計數中扣除；行銷部門對其中{contested}筆提出異議。",
    .outsideWins: "有{count}筆未列入交付的名單仍然成交：{ids}。以上數字不含這些名單。",
    .outsideWinsWorth: "有{count}筆未列入交付的名單仍然成交，金額{revenue}：{ids}。以上數字不含這些名單。",
    .andMore: "{items}…",
    .unpriced: "有{count}件成交案沒有{currency}金額；以上營收不含這些案件。",
    .setAside: "{months}登錄的{count}筆名單不予採計：合約約定{spans|該月|這些月份}直接由名單計算。",
    .undelivered: "有{count}筆名單沒有交付日期，未計入任何月份。",
    .undeliveredWon: "有{count}筆名單沒有交付日期，未計入任何月份；其中{won}筆已成交，金額{revenue}。",
    .outsideTermOn: "有{count}筆名單在合約涵蓋的月份之外交付，日期為{day}。",
    .outsideTerm: "有{count}筆名單在合約涵蓋的月份之外交付，日期為{first}至{last}。",
    .strayTouches: "有{count}次接觸所屬的名單沒有紀錄。",
  ]
}
