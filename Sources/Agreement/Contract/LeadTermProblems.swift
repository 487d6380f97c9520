extension Contract {
  /// The longest time in which sales may reject a lead, in days.
  static let longestRejection = 365

  /// What is wrong with the time in which sales may reject a lead.
  func rejectionProblems() -> [ContractProblem] {
    guard let rejection = sales.rejection, rejection.days > Self.longestRejection else { return [] }
    return [
      ContractProblem(
        at: ["sales", "reject-within"],
        "\(rejection.days.grouped) days; choose 1 to \(Self.longestRejection)"
      )
    ]
  }

  /// Words of other systems that mean nothing, or more than one stream, or more than one lead type of a stream.
  func crmValueProblems() -> [ContractProblem] {
    let meanings = streams.map {
      Meaning(name: $0.name, values: $0.crmValues, path: ["streams", $0.name.text])
    }
    return Meaning.problems(of: meanings, noun: "stream")
      + streams.flatMap { stream in
        Meaning.problems(
          of: stream.leadTypes.map { type in
            Meaning(
              name: type.name,
              values: type.crmValues,
              path: ["streams", stream.name.text, "lead-types", type.name.text]
            )
          },
          noun: "lead type"
        )
      }
  }
}

/// A stream or a lead type with the words that mean it.
private struct Meaning {
  let name: Name
  let values: [String]
  let path: [String]

  /// Each word must mean one of them: one word in two places would send its leads to neither.
  static func problems(of meanings: [Meaning], noun: String) -> [ContractProblem] {
    let names = Dictionary(meanings.map { ($0.name.text.folded, $0.name) }) { first, _ in first }
    var known: [String: (name: Name, value: String)] = [:]
    var problems: [ContractProblem] = []
    for meaning in meanings {
      for value in meaning.values {
        func report(_ message: String) {
          problems.append(ContractProblem(at: meaning.path + ["crm-values", value], message))
        }
        let folded = value.folded
        if folded.isEmpty {
          report("'\(value)' has no letter and no digit; write it as the CRM does, such as Organic Search")
        } else if let owner = names[folded], owner != meaning.name {
          report("'\(value)' is the name of another \(noun), which it means already; remove it here")
        } else if let (owner, other) = known[folded] {
          let twin = other == value ? "" : " as '\(other)' (case and punctuation make no difference)"
          report(
            owner == meaning.name
              ? "'\(value)' is there twice\(twin); remove one"
              : "'\(value)' already means the \(noun) '\(owner)'\(twin); keep it in one of them"
          )
        }
        if known[folded] == nil { known[folded] = (meaning.name, value) }
      }
    }
    return problems
  }
}
