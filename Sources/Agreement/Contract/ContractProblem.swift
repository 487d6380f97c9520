/// What keeps a text from being a contract.
public struct ContractProblem: Hashable, Sendable {
  /// Where it is: the keys that lead there, with positions in lists: `["streams", "smb", "lead-types"]`.
  public let path: [String]
  /// What is wrong, and what would be right.
  public let message: String

  /// Creates a problem at a place.
  public init(at path: [String], _ message: String) {
    self.path = path
    self.message = message
  }
}

/// Everything that keeps a text from being a contract.
public struct InvalidContract: Error, Hashable, Sendable {
  /// The problems, in the order of the text; at least one.
  public let problems: [ContractProblem]
}

extension Contract {
  /// The longest term, in months: a longer one is a slip in a year.
  public static let longestTerm = 120

  static func problems(of contract: Contract) -> [ContractProblem] {
    var problems: [ContractProblem] = []
    func report(_ path: [String], _ message: String) { problems.append(ContractProblem(at: path, message)) }

    if contract.term.count > Self.longestTerm {
      report(
        ["term"],
        "\(contract.term) is \(contract.term.count.grouped) months; choose \(Self.longestTerm) at most"
      )
    }
    if !contract.term.contains(contract.effective) {
      report(
        ["effective"],
        "\(contract.effective) lies outside the term \(contract.term); choose a month of the term"
      )
    }
    if !(1...12).contains(contract.sustainedAfter) {
      report(["sustained-after"], "\(contract.sustainedAfter) months; choose 1 to 12")
    }
    if contract.streams.isEmpty { report(["streams"], "there is no revenue stream; add at least one") }
    var streams: Set<Name> = []
    for stream in contract.streams {
      let path = ["streams", stream.name.text]
      if !streams.insert(stream.name).inserted {
        report(path, "the stream '\(stream.name)' is there twice; rename one or remove it")
      }
      problems += stream.problems(at: path, in: contract)
    }
    problems += contract.crmValueProblems()
    problems += contract.rejectionProblems()
    problems += contract.measureProblems()
    problems += contract.signatoryProblems()
    return problems
  }

  private func measureProblems() -> [ContractProblem] {
    var problems: [ContractProblem] = []
    let taken = Set(["contacted"] + sales.cadence.steps.map(\.name))
    var names: Set<Name> = []
    for measure in measures {
      let path = ["measures", measure.name.text]
      if !names.insert(measure.name).inserted {
        problems.append(
          ContractProblem(at: path, "the measure '\(measure.name)' is there twice; rename one or remove it")
        )
      }
      if taken.contains(measure.name.text) {
        problems.append(
          ContractProblem(
            at: path,
            "'\(measure.name)' already names a follow-up commitment; choose another name"
          )
        )
      }
    }
    return problems
  }

  private func signatoryProblems() -> [ContractProblem] {
    var problems: [ContractProblem] = []
    var emails: Set<Email> = []
    for (position, person) in signatories.enumerated() where !emails.insert(person.email).inserted {
      problems.append(
        ContractProblem(
          at: ["signatories", "\(position)", "email"],
          "\(person.email) is there twice; everyone signs once"
        )
      )
    }
    var keys: Set<PublicKey> = []
    for (position, person) in signatories.enumerated() {
      guard case .pinned(let key) = person.key, !keys.insert(key).inserted else { continue }
      problems.append(
        ContractProblem(
          at: ["signatories", "\(position)", "key"],
          "\(person.email) has the key of another signatory; a key is one person's"
        )
      )
    }
    for team in [Team.marketing, .sales] where !signatories.contains(where: { $0.team == team }) {
      problems.append(
        ContractProblem(
          at: ["signatories"],
          "nobody signs for \(team.rawValue); add a signatory with team: \(team.rawValue)"
        )
      )
    }
    return problems
  }
}

extension Stream {
  fileprivate func problems(at path: [String], in contract: Contract) -> [ContractProblem] {
    var problems: [ContractProblem] = []
    func report(_ place: [String], _ message: String) {
      problems.append(ContractProblem(at: path + place, message))
    }

    if quotas.first != contract.term.first || quotas.last < contract.term.last {
      report(
        ["quota"],
        "it covers \(quotas.first)..\(quotas.last); give one for every month from the term's first on (\(contract.term))"
      )
    }
    if quotas.amounts.contains(where: { $0.currency != contract.currency }) {
      report(["quota"], "it is in another currency than the contract's \(contract.currency)")
    }
    if retention == .all {
      report(["retention"], "100% leaves no new business for leads to bring; give less")
    }
    if leadTypes.isEmpty { report(["lead-types"], "there is no lead type; add at least one") }
    var types: Set<Name> = []
    for type in leadTypes {
      let place = ["lead-types", type.name.text]
      if !types.insert(type.name).inserted {
        report(place, "the lead type '\(type.name)' is there twice; rename one or remove it")
      }
      for step in type.funnel.averageOrderValue.steps {
        let place = place + ["average-order-value"]
        if step.figure.minorUnits <= 0 {
          report(place, "\(step.figure) is no order value; give an amount above 0")
        }
        if step.figure.currency != contract.currency {
          report(place, "it is in another currency than the contract's \(contract.currency)")
        }
      }
      for step in type.funnel.timeToClose.steps where !(0...3_650).contains(step.figure) {
        report(place + ["time-to-close"], "\(step.figure) days; give 0 to 3,650 days")
      }
    }
    for type in leadTypes {
      let end = contract.term.last
      for (metric, step) in type.funnel.quarters where step.firstMonth > end {
        report(
          ["lead-types", type.name.text, metric.rawValue],
          "\(step) begins after the term's last month \(end); remove it, or make the term longer"
        )
      }
    }
    if !leadTypes.isEmpty, !Share.makeWhole(leadTypes.map(\.share)) {
      let sum = Share.sum(leadTypes.map(\.share))
      let shares = leadTypes.map { "\($0.name) \($0.share)" }.joined(separator: ", ")
      report(["lead-types"], "the shares of '\(name)' add up to \(sum), not 100% (\(shares))")
    }
    return problems
  }
}
