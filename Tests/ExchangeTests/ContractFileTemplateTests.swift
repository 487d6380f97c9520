import Agreement
import Exchange
import Testing

@Suite struct ContractFileTemplateTests {
  private func template(_ currency: String, name: String = "acme-2026", head: String = "Ada Li") throws
    -> ContractTemplate
  {
    let currency = try Currency(currency)
    return ContractTemplate(
      name: try Name(name),
      title: "Marketing and sales, 2026",
      term: try MonthRange("2026-04..2027-03"),
      currency: currency,
      stream: ContractTemplate.Stream(
        name: try Name("中小企業"),
        quota: Money(minorUnits: 500_000 * currency.minorUnitsPerUnit, currency),
        leadTypes: try .usual(currency)),
      marketingHead: ContractTemplate.Person(name: head, email: try Email("ada@acme.example")),
      salesHead: ContractTemplate.Person(name: "Ben", email: try Email("ben@acme.example"))
    )
  }

  @Test(arguments: ["USD", "JPY", "KWD", "EUR"])
  func `reads as a contract of twelve months`(currency: String) throws {
    let template = try template(currency)
    let contract = try ContractFile.read(template.text, file: "new.yaml")
    #expect(contract.term.description == "2026-04..2027-03")
    #expect(contract.streams[0].quotas.amounts == Array(repeating: template.stream.quota, count: 12))
    #expect(contract.warnings == [.nothingMeasured])
  }

  @Test(
    arguments: ["no", "1e3", "&a", "%p", "~", "!t"],
    ["O'Neil \"Bo\" \\", "# Ada", "- x", "{", "Ada: Li\n", "yes", "NULL", "\u{202E}x\u{2028}y"]
  )
  func `takes any name`(name: String, head: String) throws {
    let contract = try ContractFile.read(template("USD", name: name, head: head).text, file: "new.yaml")
    #expect(contract.name.text == name)
    #expect(contract.signatories[0].name == head)
  }

  @Test func `its keys that are commented out can be taken as they stand`() throws {
    let text = try template("USD").text.replacing(/(?m)^( *)# ([a-z-]+: )(?=leads|America|\[|5 business)/) {
      "\($0.1)\($0.2)"
    }
    let contract = try ContractFile.read(text, file: "new.yaml")
    #expect(contract.deliverySource == .leads)
    #expect(contract.timeZone?.text == "America/New_York")
    #expect(contract.sales.rejection == RejectionWindow(days: 5, isBusiness: true))
    #expect(contract.streams[0].leadTypes[1].crmValues == ["Direct Traffic", "Organic Search"])
    #expect(contract.streams[0].leadTypes[1].qualifies.count == 3)
  }

  @Test func `writes cents where there are some`() throws {
    var template = try template("USD")
    template.stream.quota = Money(minorUnits: 123_456_789, template.currency)
    #expect(template.text.contains("quota: 1,234,567.89 per month"))
    #expect(
      try ContractFile.read(template.text, file: "new.yaml").streams[0].quotas.amounts[0]
        == template.stream.quota
    )
  }
}
