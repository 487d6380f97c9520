import Agreement

extension ContractReader {
  /// What sales owes.
  mutating func sales(in section: Section) -> SalesCommitments {
    guard let section = self.section("sales", in: section, .sales) else { return SalesCommitments() }
    return SalesCommitments(
      firstContact: firstContact(in: section),
      cadence: cadence(in: section),
      capacity: capacity(in: section),
      rejection: value("reject-within", in: section, RejectionWindow.init(written:))
    )
  }

  private mutating func firstContact(in section: Section) -> FirstContact? {
    let hours = value("business-hours", in: section, BusinessHours.init(_:))
    let promise = self.section("first-contact", in: section, .firstContact)
    let limit = promise.flatMap { value("within", in: $0, ContactLimit.init(_:)) }
    let share = promise.flatMap { value("share", in: $0, Share.init(_:)) }
    if let entry = section["business-hours"],
      limit.map({ !$0.isBusiness }) ?? (section["first-contact"] == nil)
    {
      findings.report(
        entry.keyPlace,
        "business-hours: nothing is counted in business hours; remove it, or write 'within: 4 business hours' in first-contact"
      )
    }
    return limit.map { limit in
      FirstContact(
        minutes: limit.minutes,
        clock: limit.isBusiness ? .business(hours ?? .usual) : .elapsed,
        share: share ?? .all
      )
    }
  }

  /// A list of steps, or steps and the share of the leads that must have had them.
  private mutating func cadence(in section: Section) -> Cadence {
    guard let entry = section["cadence"] else { return .usual }
    var share = Share.all
    var steps: [Cadence.Step]? = Cadence.usual.steps
    if case .list = entry.value.content {
      steps = self.steps("cadence", in: section)
    } else if let section = self.section("cadence", in: section, .cadence) {
      share = value("share", in: section, Share.init(_:)) ?? .all
      if section["steps"] != nil { steps = self.steps("steps", in: section) }
    }
    guard let steps else { return .usual }
    guard Cadence.isRising(steps) else {
      findings.report(
        entry.place,
        "cadence: each step needs more touches and more days than the one before, such as 3 in 14 days, 5 in 28 days"
      )
      return .usual
    }
    return Cadence(steps: steps, share: share)
  }

  private mutating func steps(_ key: String, in section: Section) -> [Cadence.Step]? {
    guard let items = items(key, in: section) else { return nil }
    let steps = items.map { value(of: $0, named: key, Cadence.Step.init(written:)) }
    return steps.contains { $0 == nil } ? nil : steps.compactMap(\.self)
  }

  private mutating func capacity(in section: Section) -> Capacity? {
    guard let section = self.section("capacity", in: section, .capacity) else { return nil }
    let leads = value("leads-per-rep", in: section) { text throws(Unreadable) in
      guard let leads = Int(grouped: text), leads > 0 else {
        throw Unreadable(text, expected: "a number of leads a month, above 0, such as 120")
      }
      return leads
    }
    let staffing = staffing(in: section)
    guard let leads, let staffing else { return nil }
    return Capacity(leadsPerRep: leads, staffing: staffing)
  }

  /// One number of reps, or numbers by the month from which on they hold.
  private mutating func staffing(in section: Section) -> [Capacity.Staffing]? {
    func reps(_ text: String) throws(Unreadable) -> Int { try text.count(of: "reps", example: "8") }
    guard let entry = section["reps"] else { return nil }
    guard case .mapping(let entries) = entry.value.content else {
      let first = (term ?? StandIn.term).first
      return value("reps", in: section, reps).map { [Capacity.Staffing(from: first, reps: $0)] }
    }
    var staffing: [Capacity.Staffing] = []
    for entry in entries {
      let count = value(of: entry.value, at: entry.place, named: "reps", reps)
      do throws(Unreadable) {
        let month = try Month(entry.key)
        if let count { staffing.append(Capacity.Staffing(from: month, reps: count)) }
      } catch {
        findings.report(entry.keyPlace, "reps: \(error.shortened)")
      }
    }
    if entries.isEmpty {
      findings.report(entry.place, "reps: give a number, or numbers by month: {2026-01: 8}")
    }
    return staffing.isEmpty ? nil : staffing
  }
}
