import Agreement

extension PeriodReview {
  /// What the texts that take effect in the quarter or in the next one say otherwise, and what the counts ask for where
  /// nobody has proposed a text.
  ///
  /// - Throws: `Overflow` where a figure passes 64 bits.
  func revisionBlocks(_ quarter: Quarter) throws(Overflow) -> [Block] {
    let history = accounts.ledger.history
    var blocks: [Block] = []
    var isProposed = false
    for version in history.versions.dropFirst() {
      if case .superseded = history.standing(of: version) { continue }
      let from = history.bindingMonth(of: version) ?? version.contract.effective
      let next = quarter.advanced(by: 1)
      guard (quarter.firstMonth...next.lastMonth).contains(from), let before = history.text(before: version)
      else { continue }
      isProposed = isProposed || from > quarter.lastMonth
      let sheet = try DiffSheet(from: before, to: version.contract, called: "version \(version.number)")
      blocks.append(
        .paragraph(
          language(.versionChanges, ["version": "\(version.number)", "older": "\(before.number)"])))
      blocks.append(sheet.clauseBlock)
    }
    if !isProposed { blocks += try observedRevision(after: quarter) }
    return blocks
  }

  /// The change of rates that the counts ask for from the next quarter on, as `leadpact revise --observed` proposes it.
  private func observedRevision(after quarter: Quarter) throws(Overflow) -> [Block] {
    let (next, newest) = (quarter.advanced(by: 1), accounts.ledger.history.newest)
    guard let report = rates, newest.contract.coverage.contains(next.firstMonth) else {
      return []
    }
    let changes = try report.funnels.changes(to: newest.contract, from: next)
    // Where the contract would not hold together with them, `revise` says why.
    guard !changes.isEmpty, let revised = try? newest.contract.revised(from: next, by: changes) else {
      return []
    }
    let sheet = try DiffSheet(from: newest, to: revised, called: "the observed rates")
    return [
      .paragraph(language(.countsAsk, ["quarter": next])),
      sheet.clauseBlock,
    ]
  }
}

extension ContractHistory {
  /// The text that `version` was to take the place of: the newest before it that everyone signed, else the one before.
  fileprivate func text(before version: Version) -> Version? {
    let older = versions.prefix(version.number - 1)
    return older.last(where: isSigned) ?? older.last
  }
}
