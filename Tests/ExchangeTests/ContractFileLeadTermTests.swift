import Agreement
import Exchange
import Testing

/// What a contract file says of leads themselves.
@Suite struct ContractFileLeadTermTests {
  /// The small sample with lines in its lead type `web`, at the indentation of its keys.
  private static func web(_ lines: String) -> String {
    Sample.small(
      "        share: 60%\n",
      "        share: 60%\n"
        + lines.split(separator: "\n", omittingEmptySubsequences: false).map { "        \($0)\n" }.joined()
    )
  }

  private func conditions(_ text: String) throws -> [String] {
    let contract = try ContractFile.read(text, file: "acme.yaml")
    return try #require(contract.streams[0].leadType(try Name("web"))).qualifies.map(\.description)
  }

  private static let three = ["employees > 10", "industry in [finance, banking]", "uses-hubspot is yes"]

  @Test(arguments: [
    "qualifies: [employees > 10, industry in [finance, banking], uses-hubspot is yes]",
    "qualifies: [ employees > 10,industry in [ finance,banking ] , uses-hubspot is yes, ]",
    "\"qualifies\": [employees > 10, industry in [finance, banking], uses-hubspot is yes]",
    "qualifies: [\"employees > 10\", 'industry in [finance, banking]', \"uses-hubspot is yes\"]",
    "qualifies: ['employees > 10', industry in [finance, banking], uses-hubspot is yes]",
    "qualifies:\n  [employees > 10, # at least\n   industry in [finance,\n     banking], uses-hubspot is yes]",
    "qualifies: # what counts\n  - employees > 10\n  - industry in [finance, banking]\n  - uses-hubspot is yes",
    "qualifies:\n- \"employees > 10\"\n- 'industry in [finance, banking]'\n- uses-hubspot\n  is yes",
  ])
  func `conditions are written in any style that YAML has, and in one more`(written: String) throws {
    #expect(try conditions(Self.web(written)) == Self.three)
  }

  @Test func `conditions may stand in a lead type between braces`() throws {
    let text = Sample.small(
      """
      web:
              share: 60%
              mql-to-sql: 34%
              sql-to-opportunity: 82%
              win-rate: 23%
              average-order-value: 2,000
              time-to-close: 60 days
      """,
      "web: {share: 60%, qualifies: [employees > 10, industry in [finance, banking], uses-hubspot is yes], mql-to-sql: 34%, sql-to-opportunity: 82%, win-rate: 23%, average-order-value: 2000, time-to-close: 60}"
    )
    #expect(try conditions(text) == Self.three)
  }

  @Test func `what stands in a text is no list of conditions`() throws {
    let title = "\"qualifies: [a in [b, c\""
    let text = Self.web("title: \(title)\nqualifies: [\"employees > 10\"]")
    #expect(try conditions(text) == ["employees > 10"])
    #expect(
      try ContractFile.read(text, file: "acme.yaml").streams[0].leadTypes[1].title == "qualifies: [a in [b, c"
    )
  }

  @Test func `keeps places right behind a list of conditions`() {
    let written = "qualifies: [industry in [finance, banking], employees => 10, x in [a, b, is]]\ntitel: Web"
    #expect(
      Sample.complaints(Self.web(written)) == """
        acme.yaml:10:53: qualifies: 'employees => 10' is not a condition such as 'employees > 10', 'industry in [finance, banking]' or 'uses-hubspot is yes'
        acme.yaml:11:9: unknown key 'titel'; did you mean title?
        """
    )
  }

  @Test(arguments: [
    (
      "qualifies: [industry in [finance, banking]",
      "10:20: items after this [ are separated by ', ' and end with ]; a comma or the ] is missing"
    ),
    (
      "qualifies: [industry in [finance",
      "10:20: items after this [ are separated by ', ' and end with ]; a comma or the ] is missing"
    ),
    (
      "qualifies: industry in [finance, banking]",
      "10:20: qualifies: here is a single value where a list is due: items after '- ', or between [ and ]"
    ),
    (
      "qualifies: [Company: size > 10]",
      "10:21: qualifies: a ': ' makes a group of keys of this item; put it in double quotes"
    ),
    (
      "qualifies: [\"\"]",
      "10:21: qualifies: '' is not a condition such as 'employees > 10', 'industry in [finance, banking]' or 'uses-hubspot is yes'"
    ),
    (
      "qualifies: [\" > 10\"]",
      "10:21: qualifies: ' > 10' is not a condition such as 'employees > 10', 'industry in [finance, banking]' or 'uses-hubspot is yes'"
    ),
    ("qualifies:\n  -\n  - a is b", "11:12: qualifies: this item is empty; give it a value, or remove it"),
    (
      "qualifies:",
      "10:19: qualifies: here is nothing where a list is due: items after '- ', or between [ and ]"
    ),
    (
      "crm-values: [Web, \"\"]",
      "10:27: crm-values: '' has no letter and no digit; write it as the CRM does, such as Organic Search"
    ),
    (
      "crm-values: [a, A]",
      "10:22: crm-values: 'a' is there twice as 'A' (case and punctuation make no difference); remove one"
    ),
    (
      "crm-values: [Phone]",
      "10:22: crm-values: 'Phone' is the name of another lead type, which it means already; remove it here"
    ),
    (
      "crm-values: Web",
      "10:21: crm-values: here is a single value where a list is due: items after '- ', or between [ and ]"
    ),
    ("crm-value: [Web]", "10:9: unknown key 'crm-value'; did you mean crm-values?"),
  ])
  func `says what is wrong in a lead type, where, and what would be right`(lines: String, complaint: String) {
    #expect(Sample.complaints(Self.web(lines)) == "acme.yaml:" + complaint)
  }

  @Test func `says which other lead type lists a word`() {
    let text = Self.web("crm-values: [Referral]").replacing(
      "share: 40%", with: "share: 40%\n        crm-values:\n          - Cold Call\n          - referral")
    #expect(
      Sample.complaints(text)
        == "acme.yaml:10:22: crm-values: 'Referral' already means the lead type 'phone' as 'referral' (case and punctuation make no difference); keep it in one of them"
    )
  }

  @Test(arguments: [
    ("time-zone: America/New_York", "America/New_York"), ("time-zone: \"UTC\"", "UTC"),
    ("time-zone: Etc/GMT+5", "Etc/GMT+5"),
    ("time-zone: Asia/Kolkata", "Asia/Kolkata"), ("time-zone: EST5EDT", "EST5EDT"),
  ])
  func `knows the zones of the database`(line: String, zone: String) throws {
    let contract = try ContractFile.read(Sample.small("currency", "\(line)\ncurrency"), file: "acme.yaml")
    #expect(contract.timeZone?.text == zone)
  }

  @Test(arguments: [
    (
      "time-zone: America/New_Yrok",
      "3:12: time-zone: 'America/New_Yrok' is not a time zone of the IANA database such as America/New_York or UTC; did you mean America/New_York?"
    ),
    (
      "time-zone: america/new_york",
      "3:12: time-zone: 'america/new_york' is not a time zone of the IANA database such as America/New_York or UTC; did you mean America/New_York?"
    ),
    (
      "time-zone: Sao Paulo",
      "3:12: time-zone: 'Sao Paulo' is not a time zone of the IANA database such as America/New_York or UTC; did you mean America/Sao_Paulo?"
    ),
    (
      "time-zone: PST",
      "3:12: time-zone: 'PST' is not a time zone of the IANA database such as America/New_York or UTC; did you mean America/Los_Angeles?"
    ),
    (
      "time-zone: UTC+3",
      "3:12: time-zone: 'UTC+3' is not a time zone of the IANA database such as America/New_York or UTC"
    ),
    (
      "time-zone: Nowhere/At_All",
      "3:12: time-zone: 'Nowhere/At_All' is not a time zone of the IANA database such as America/New_York or UTC"
    ),
    (
      "deliveries: crm",
      "3:13: deliveries: 'crm' is not where counts come from: 'logged', or 'leads' where they are derived from the leads themselves"
    ),
    ("deliveries:", "3:12: deliveries: there is no value; give one, or remove the key"),
    (
      "sales: {reject-within: 5 busines days}",
      "3:24: reject-within: '5 busines days' is not a time such as 5 business days or 7 days"
    ),
    ("sales: {reject-within: 5}", "3:24: reject-within: '5' is not a time such as 5 business days or 7 days"),
    (
      "sales: {reject-within: 0 days}",
      "3:24: reject-within: '0 days' is not a time such as 5 business days or 7 days"
    ),
    ("sales: {reject-within: 400 days}", "3:24: reject-within: 400 days; choose 1 to 365"),
  ])
  func `says what is wrong in the contract, where, and what would be right`(line: String, complaint: String) {
    #expect(Sample.complaints(Sample.small("currency", "\(line)\ncurrency")) == "acme.yaml:" + complaint)
  }

  @Test(arguments: [
    ("5 business days", "5 business days"), ("1 Business Day", "1 business day"), ("7 days", "7 days"),
    ("1 day", "1 day"),
  ])
  func `reads how long sales may reject a lead`(written: String, window: String) throws {
    let text = Sample.small("currency", "sales: {reject-within: \(written)}\ncurrency")
    #expect(try ContractFile.read(text, file: "acme.yaml").sales.rejection?.description == window)
  }

  @Test func `what is not said of leads has a default`() throws {
    let contract = try ContractFile.read(Sample.small, file: "acme.yaml")
    #expect(contract.timeZone == nil)
    #expect(contract.deliverySource == .logged)
    #expect(contract.sales.rejection == nil)
    #expect(contract.streams[0].crmValues.isEmpty)
    #expect(contract.streams[0].leadTypes.allSatisfy { $0.crmValues.isEmpty && $0.qualifies.isEmpty })
    let logged = Sample.small("currency", "deliveries: logged\ncurrency")
    #expect(try ContractFile.read(logged, file: "acme.yaml") == contract)
  }

  @Test func `warns that times without a zone are taken as UTC where counts come from leads`() throws {
    let text = Sample.small("currency", "deliveries: leads\ncurrency")
    let warnings = try ContractFile.read(text, file: "acme.yaml").warnings
    #expect(
      warnings.contains { $0.description.hasPrefix("times that name no zone are taken as UTC; ") }
    )
  }
}
