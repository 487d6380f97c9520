extension TraditionalChinese {
  /// Who is party to a contract, and where attainment lies.
  static let parties: [Phrase: String] = [
    .marketing: "行銷部門",
    .sales: "業務部門",
    .service: "客服部門",
    .finance: "財務部門",
    .operations: "營運部門",
    .leadership: "管理階層",
    .bandUnder: "低於目標",
    .bandOnTarget: "達標",
    .bandOver: "高於目標",
  ]
}
