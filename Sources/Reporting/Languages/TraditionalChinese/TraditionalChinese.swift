/// The words of reports in Traditional Chinese, as a head of sales in Taiwan would write them.
///
/// Values stand in a phrase without blanks around them: a blank is put where an ideograph meets a letter or a digit.
/// MQL and SQL stay as they are, as do the keys of contracts and the commands. One word for one thing:
///
/// | English | Chinese |
/// | --- | --- |
/// | marketing, sales, service | 行銷部門、業務部門、客服部門 |
/// | finance, operations, leadership | 財務部門、營運部門、管理階層 |
/// | contract, version, digest | 合約、版本、摘要碼 |
/// | term | 合約期間 |
/// | sign, decline, signatory | 簽署、拒絕簽署、簽署人 |
/// | propose, in force, superseded | 提出、生效、由新版取代 |
/// | stream | 營收來源 |
/// | lead, lead type | 名單、名單類型 |
/// | owed, due, delivered | 應交付、到期、已交付 |
/// | value, value of a lead | 價值、單筆名單價值 |
/// | quota, revenue, gross profit | 配額、營收、毛利 |
/// | opportunity, won, deal | 商機、成交、成交案 |
/// | win rate, average order value | 成交率、平均訂單金額 |
/// | time to close, lag | 成交週期、前置月數 |
/// | tolerance, on target, under, over | 容許範圍、達標、低於目標、高於目標 |
/// | breach | 違約 |
/// | commitment, kept, missed | 承諾、已履行、未履行 |
/// | first contact, follow-up, cadence, touch | 首次聯繫、跟進、跟進節奏、接觸 |
/// | rep, capacity | 業務人員、承接能力 |
/// | overdue | 逾期 |
/// | pace, projection, business day | 進度、預估、工作日 |
/// | shortfall, volume | 缺口、名單數量 |
/// | review, revise, keep (metrics) | 檢討、修訂、維持 |
/// | correction, apportioned | 更正、分攤 |
/// | dispute, reject, contest | 爭議、退回、異議 |
/// | agreed, observed, interval | 約定、實際、信賴區間 |
/// | on record | 紀錄、登錄 |
enum TraditionalChinese {
  /// Every phrase.
  static let table = PhraseTable([
    joining, verdict, parties, followUp, value, records, leadNotes, outcomes, rates, day, comparison, week,
    explanation, plan, page,
  ])
}
