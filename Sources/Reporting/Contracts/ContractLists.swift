public import Agreement

/// Every contract, a line each: `leadpact contract list`.
public struct ContractList: Sendable {
  /// The contracts' histories, in the order shown.
  public let histories: [ContractHistory]

  /// Lists contracts.
  public init(_ histories: [ContractHistory]) { self.histories = histories }

  /// The list laid out.
  public var document: Document {
    let rows = histories.map { history in
      let version = history.newest
      return Table.Row([
        .text(version.contract.name.text), .text(version.contract.title),
        .text(version.contract.term.description),
        .text("\(version.number)"), .text(history.standing(of: version).words(of: version)),
        .text(version.digest.short),
      ])
    }
    return Document(
      kind: "contracts", title: "Contracts",
      sections: [
        Section(
          "contracts", "The newest version of each",
          [
            rows.isEmpty
              ? .paragraph(
                "There are none yet. Write one: leadpact contract new > acme.yaml, then leadpact contract propose acme.yaml"
              )
              : .table(
                Table(
                  "Contracts",
                  columns: [
                    .init("contract", "Contract"), .init("title", "Title"), .init("term", "Term"),
                    .init("version", "Version", isNumeric: true), .init("standing", "Standing"),
                    .init("digest", "Digest"),
                  ], rows: rows))
          ])
      ])
  }
}

/// Where each version of a contract stands: `leadpact contract status`.
public struct StatusSheet: Sendable {
  /// The versions and signatures.
  public let history: ContractHistory

  /// Shows where a contract stands.
  public init(_ history: ContractHistory) { self.history = history }

  private var refusals: [String] {
    history.versions.flatMap { version in
      history.refusals(of: version).map { "Version \(version.number): \($0)" }
    }
  }

  /// The state laid out.
  public var document: Document {
    let newest = history.newest
    let contract = newest.contract
    let rows = history.versions.map { version in
      Table.Row([
        .text("\(version.number)"), .text(version.contract.effective.description),
        .text(version.digest.short),
        .text("\(version.proposedAt.day)"), .text(version.proposedBy),
        .text(history.standing(of: version).words(of: version)),
      ])
    }
    return Document(
      kind: "status", title: contract.title,
      banners: [Ruling(version: newest, standing: history.standing(of: newest)).banner()].compactMap { $0 },
      facts: [
        Fact("contract", "Contract", contract.name.text), Fact("term", "Term", contract.term.description),
      ],
      sections: [
        Section(
          "versions", "Versions",
          [
            .table(
              Table(
                "Every version",
                columns: [
                  .init("version", "Version", isNumeric: true), .init("effective", "Effective"),
                  .init("digest", "Digest"),
                  .init("proposed", "Proposed"), .init("by", "By"), .init("standing", "Standing"),
                ], rows: rows))
          ]),
        Section(
          "sign-off", "Sign-off of version \(newest.number)",
          [.table(signOffTable(of: [newest], in: history))]),
      ] + (refusals.isEmpty ? [] : [Section("refusals", "Declined", [.list(refusals)])]),
      footer: ["Digest of version \(newest.number): \(newest.digest)."])
  }
}
