import Agreement

extension ContractHistory {
  /// Says what is not in force where something is recorded by it; nothing where everyone has signed.
  ///
  /// - Parameter days: the days that it is recorded for; nil where they are not known, so that it is said only where no
  ///   version is in force at all.
  func noteStanding(on days: DayRange? = nil) {
    guard let ruling = unsigned(on: days) else { return }
    let signed = Set(signatures.filter { $0.version == ruling.number && $0.word == .signed }.map(\.email))
    let missing = ruling.contract.signatories.filter { !signed.contains($0.email) }.map(\.name)
    Terminal.note(
      "note: version \(ruling.number) of \(ruling.contract.name) is not in force: not signed by "
        + "\(missing.joined(separator: ", ")); until then what is recorded counts by it as proposed")
  }

  /// The version that rules on `days` without being in force.
  private func unsigned(on days: DayRange?) -> Version? {
    guard let days else { return versions.contains(where: isSigned) ? nil : newest }
    let calendar = newest.contract.calendar
    return [days.first, days.last].lazy.map(calendar.month(containing:)).compactMap(ruling(in:))
      .first { !$0.standing.isInForce }?.version
  }
}
