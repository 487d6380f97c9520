import Agreement
import Exchange

/// The questions of `leadpact contract new`: what the options do not say is asked for.
struct ContractQuestions {
  private let questions: Questions
  private let options: ContractOptions
  private let next: Month

  init(_ questions: Questions, _ options: ContractOptions, from next: Month) {
    self.questions = questions
    self.options = options
    self.next = next
  }

  /// Asks, and puts the answers together.
  ///
  /// - Throws: `Unreadable` for an option, `Failure.couldNot` where the questions were ended.
  func contract() throws -> ContractTemplate {
    Terminal.note(
      """
      A few questions; what stands in [ ] is taken where you just press Enter. Ctrl-D stops.
      Nothing is written before you have seen it, and all of it can be edited later.
      """)
    let company = try company()
    let short = company.flatMap(Name.init(suggestedBy:))?.text ?? "acme"
    let name = try answer(
      options.name, "Short name of the contract", usual: "\(short)-\(next.year)", Name.init(_:))
    let title = try answer(
      options.title, "Title, for people", usual: "\(company ?? "Acme"), marketing and sales \(next.year)",
      ContractAnswer.line)
    let currency = try answer(
      options.currency, "Currency, by its ISO 4217 code", usual: "USD", Currency.init(_:))
    let term = try term()
    let marketing = try person(options.marketing, "marketing", like: "Ada Li", "ada@acme.example")
    let sales = try person(options.sales, "sales", like: "Ben Okafor", "ben@acme.example", besides: marketing)
    return ContractTemplate(
      name: name, title: title, term: term, currency: currency, stream: try stream(currency),
      marketingHead: marketing, salesHead: sales)
  }

  /// What an option says, else what a person answers.
  private func answer<Value>(
    _ option: String?, _ question: Message, usual: String? = nil, example: String? = nil,
    _ read: (String) throws -> Value
  ) throws -> Value {
    if let option { return try read(option) }
    return try questions.ask(question, usual: usual, example: example, read)
  }

  /// The company, which names and titles are suggested by; nil where the options have both.
  private func company() throws -> String? {
    guard options.name == nil || options.title == nil else { return nil }
    return try questions.ask("Company", usual: "Acme", ContractAnswer.line)
  }

  private func term() throws -> MonthRange {
    let start = try answer(options.start, "First month of the term", usual: "\(next)", Month.init(_:))
    return try answer(options.term, "How long", usual: "12 months") { text in
      try MonthRange(start, months: ContractAnswer.months(text))
    }
  }

  private func person(
    _ option: String?, _ team: String, like name: String, _ address: String,
    besides other: ContractTemplate.Person? = nil
  ) throws -> ContractTemplate.Person {
    func email(_ text: String) throws -> Email {
      let email = try Email(text)
      guard email != other?.email else {
        throw Unreadable(text, expected: "an address of their own, such as \(address); everyone signs once")
      }
      return email
    }
    if let option {
      let person = try ContractTemplate.Person(written: option)
      return ContractTemplate.Person(name: person.name, email: try email(person.email.text))
    }
    return ContractTemplate.Person(
      name: try questions.ask("Head of \(team), name", example: name, ContractAnswer.line),
      email: try questions.ask("Head of \(team), e-mail", example: address, email))
  }

  private func stream(_ currency: Currency) throws -> ContractTemplate.Stream {
    let title =
      options.stream == nil
      ? try questions.ask(
        "First revenue stream (a business unit or a segment)", usual: "Small business", ContractAnswer.line)
      : nil
    let short = title.flatMap(Name.init(suggestedBy:))?.text ?? "stream"
    return ContractTemplate.Stream(
      name: try answer(options.stream, "Short name of the stream", usual: short, Name.init(_:)),
      title: title,
      quota: try answer(options.quota, "What sales must win on it in a month", usual: "500,000") { text in
        try ContractAnswer.monthlyQuota(text, currency)
      },
      retention: try answer(
        options.retention, "Share of it that existing customers bring", usual: "0%", ContractAnswer.retention),
      leadTypes: try leadTypes(currency))
  }

  /// Lead types until their shares add up to the whole.
  private func leadTypes(_ currency: Currency) throws -> [ContractTemplate.LeadType] {
    let examples: [ContractTemplate.LeadType] = try .usual(currency)
    var types: [ContractTemplate.LeadType] = []
    Terminal.note("\nThe kinds of leads that bring the new business; their shares add up to 100%.")
    while !Share.makeWhole(types.map(\.share)) {
      let example = examples[min(types.count, examples.count - 1)]
      types.append(try leadType(types, like: example, currency))
    }
    return types
  }

  private func leadType(
    _ types: [ContractTemplate.LeadType], like example: ContractTemplate.LeadType, _ currency: Currency
  ) throws -> ContractTemplate.LeadType {
    let taken = types.map(\.share)
    let left = try Share(partsPerMillion: Share.whole - Share.sum(taken).partsPerMillion)
    let name = try questions.ask(
      "Lead type \(types.count + 1), short name", usual: Self.freeName(besides: types), example: "chat"
    ) { text in
      let name = try Name(text)
      guard !types.contains(where: { $0.name == name }) else {
        throw Unreadable(text, expected: "another lead type than those before; each has a name of its own")
      }
      return name
    }
    return ContractTemplate.LeadType(
      name: name,
      share: try questions.ask("  Share of the new business", usual: "\(left)") { text in
        try ContractAnswer.share(text, besides: taken)
      },
      mqlToSQL: try questions.ask("  MQL→SQL", usual: "\(example.mqlToSQL)", Rate.init(_:)),
      sqlToOpportunity: try questions.ask(
        "  SQL→opportunity", usual: "\(example.sqlToOpportunity)", Rate.init(_:)),
      winRate: try questions.ask("  Win rate", usual: "\(example.winRate)", Rate.init(_:)),
      averageOrderValue: try questions.ask("  Revenue of a won deal", usual: "2,000") { text in
        try ContractAnswer.orderValue(text, currency)
      },
      timeToClose: try questions.ask(
        "  Time from the lead to the won deal", usual: "\(example.timeToClose) days",
        ContractAnswer.timeToClose))
  }
}

extension ContractQuestions {
  /// A usual kind of lead that is not among `types`; nil where all are.
  private static func freeName(besides types: [ContractTemplate.LeadType]) -> String? {
    ["website-form", "outbound", "content-download", "demo-request", "live-chat"]
      .first { name in !types.contains { $0.name.text == name } }
  }
}

extension Name {
  /// A short name made of a longer one: `Acme GmbH & Co.` gives `acme-gmbh-co`; nil where nothing of it is left.
  init?(suggestedBy text: String) {
    let words = text.lowercased()
      .split { !$0.isLetter && !$0.isNumber }
      .prefix { $0.count <= 20 }
      .prefix(3)
      .map(String.init)
    do { try self.init(words.joined(separator: "-")) } catch { return nil }
  }
}
