import Agreement
import Exchange
import TestSupport
import Testing

/// Whatever can be answered to `leadpact contract new` makes a contract file that says just that.
@Suite struct ContractTemplateLawTests {
  @Test func `a file made of any answers reads back as they were`() throws {
    try forRandomCases(400) { random, seed in
      let template = try random.template()
      let contract = try ContractFile.read(template.text, file: "new.yaml")
      #expect(contract.name == template.name, seed)
      #expect(contract.title == template.title, seed)
      #expect(contract.term == template.term, seed)
      #expect(contract.effective == template.term.first, seed)
      #expect(contract.currency == template.currency, seed)
      let people = [template.marketingHead, template.salesHead]
      #expect(contract.signatories.map(\.name) == people.map(\.name), seed)
      #expect(contract.signatories.map(\.email) == people.map(\.email), seed)
      let stream = try #require(contract.streams.first, seed)
      #expect(stream.name == template.stream.name, seed)
      #expect(stream.title == template.stream.title ?? template.stream.name.text, seed)
      #expect(stream.retention.description == template.stream.retention.description, seed)
      #expect(stream.quotas.amounts == template.term.map { _ in template.stream.quota }, seed)
      #expect(stream.leadTypes.count == template.stream.leadTypes.count, seed)
      for type in template.stream.leadTypes {
        let read = try #require(stream.leadTypes.first { $0.name == type.name }, seed)
        #expect(read.share.description == type.share.description, seed)
        let funnel = read.funnel.funnel(in: template.term.first)
        #expect(funnel.mqlToSQL.description == type.mqlToSQL.description, seed)
        #expect(funnel.sqlToOpportunity.description == type.sqlToOpportunity.description, seed)
        #expect(funnel.winRate.description == type.winRate.description, seed)
        #expect(funnel.averageOrderValue == type.averageOrderValue, seed)
        #expect(funnel.timeToClose == type.timeToClose, seed)
      }
    }
  }

  @Test(arguments: [
    "", "  ", "\t", "a\u{1B}[31mb", "a\nb", "a\u{0}", "a\u{2028}b", "\u{202E}abc", "a\u{FEFF}",
    String(repeating: "x", count: 201),
  ])
  func `refuses a line that cannot be seen whole`(text: String) {
    #expect(throws: Unreadable.self) { try ContractAnswer.line(text) }
  }

  @Test func `keeps what people are called, without the blanks around it`() throws {
    for name in ["O'Neil \"Bo\"", "- Ada: # Li", "李爱达", "👩‍👩‍👧 & Co.", "%p", "Zoe\u{301}"] {
      #expect(try ContractAnswer.line("  \(name) ") == name)
    }
  }

  @Test(arguments: [
    ("60%", [], true), ("100%", [], true), ("0%", [], false), ("40%", ["60%"], true), ("41%", ["60%"], false),
    ("1/3", ["1/3", "1/3"], true), ("33.3334%", ["1/3", "1/3"], true), ("0.4", ["0.6"], true),
    ("40", ["60%"], false),
    ("1/6", ["1/6", "1/6", "1/6", "1/6", "1/6"], true),
  ])
  func `takes shares up to what is left`(text: String, taken: [String], isTaken: Bool) throws {
    let taken = try taken.map { try Share($0) }
    let share: Share?
    do { share = try ContractAnswer.share(text, besides: taken) } catch { share = nil }
    #expect((share != nil) == isTaken)
  }

  @Test func `reads figures by the rules of the file`() throws {
    let euro = try Currency("EUR")
    #expect(try ContractAnswer.monthlyQuota("500k", euro).description == "€500,000.00")
    #expect(try ContractAnswer.monthlyQuota("500,000 per month", euro).description == "€500,000.00")
    #expect(throws: Unreadable.self) { try ContractAnswer.monthlyQuota("6M per year", euro) }
    #expect(throws: Unreadable.self) { try ContractAnswer.monthlyQuota("-1", euro) }
    #expect(throws: Unreadable.self) { try ContractAnswer.orderValue("0", euro) }
    #expect(throws: Unreadable.self) { try ContractAnswer.retention("100%") }
    #expect(try ContractAnswer.months("12 months") == 12)
    for months in ["0", "121", "a year"] {
      #expect(throws: Unreadable.self) { try ContractAnswer.months(months) }
    }
    #expect(try ContractAnswer.timeToClose("0") == 0)
    #expect(throws: Unreadable.self) { try ContractAnswer.timeToClose("3,651 days") }
  }
}

extension SplitMix64 {
  fileprivate mutating func template() throws -> ContractTemplate {
    let currency = try Currency(pick(["USD", "JPY", "KWD", "EUR"]))
    let first = try Month("20\(int(10...40))-\(pick(["01", "07", "12"]))")
    let names = try names(int(2...6))
    return ContractTemplate(
      name: names[0],
      title: try line(),
      term: try MonthRange(first: first, last: first.advanced(by: int(0...36))),
      currency: currency,
      stream: ContractTemplate.Stream(
        name: names[1], title: int(0...1) == 0 ? nil : try line(),
        quota: Money(minorUnits: magnitude(upTo: 1_000_000_000_000), currency),
        retention: try ContractAnswer.retention(pick(["0%", "1/3", "0.25", "99.9999%"])),
        leadTypes: try leadTypes(names.count == 2 ? [Name("web")] : Array(names[2...]), currency)),
      marketingHead: ContractTemplate.Person(
        name: try line(), email: try Email("ada+\(int(1...9))@acme.example")),
      salesHead: ContractTemplate.Person(
        name: try line(), email: try Email("\"ben\"@\(pick(["acme", "例え"])).example"))
    )
  }

  private mutating func leadTypes(_ names: [Name], _ currency: Currency) throws -> [ContractTemplate.LeadType]
  {
    var taken: [Share] = []
    return try names.enumerated().map { position, name in
      let left = Share.whole - Share.sum(taken).partsPerMillion
      let parts = position == names.count - 1 ? left : int(1...max(1, left / 2))
      taken.append(try ContractAnswer.share("\(Share(partsPerMillion: parts))", besides: taken))
      return ContractTemplate.LeadType(
        name: name, share: taken[position], mqlToSQL: try rate(), sqlToOpportunity: try rate(),
        winRate: try rate(),
        averageOrderValue: Money(minorUnits: 1 + magnitude(upTo: 10_000_000), currency),
        timeToClose: int(0...3_650))
    }
  }

  private mutating func rate() throws -> Rate {
    try Rate(pick(["34%", "0.34", "1/3", "100%", "0.0001%", "22.2222%", "7/9", "\(int(1...100))%"]))
  }

  /// A line as somebody may type it.
  private mutating func line() throws -> String {
    let parts = [
      "a", "É", "名", "no", " ", ": ", " #", "\"", "\\", "'", "*x", "&", "%", "{", "]", "🙂", "👩‍👩‍👧", "- ",
      "1_000",
      "~", "!", "|", "null", "?", "@", "`", ",", "e\u{301}", "أمين",
    ]
    return try ContractAnswer.line("x" + (0..<int(0...8)).map { _ in pick(parts) }.joined()).dropped(
      int(0...1))
  }

  private mutating func names(_ count: Int) throws -> [Name] {
    var pool = [
      "no", "on", "2026", "smb", "1e3", "東京", "web-form", "null", "x_y", "0x1F", "true", "é", "&a", "!t",
      "%p", "~",
      "🚀-launch", "y", "?",
    ]
    return try (0..<count).map { _ in try Name(pool.remove(at: int(0...pool.count - 1))) }
  }
}

extension String {
  /// The line without its first sign, where something is left.
  fileprivate func dropped(_ count: Int) throws -> String {
    do { return try ContractAnswer.line(String(dropFirst(count))) } catch { return self }
  }
}
