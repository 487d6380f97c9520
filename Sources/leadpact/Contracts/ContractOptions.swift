import Agreement
import ArgumentParser
import Exchange

/// What a new contract says, as far as it is known before anything is asked.
struct ContractOptions: ParsableArguments {
  @Option(help: "The contract's short name.") var name: String?
  @Option(help: "The contract's name for people.") var title: String?
  @Option(help: "The currency, by its ISO 4217 code.") var currency: String?
  @Option(help: "The first month of the term.") var start: String?
  @Option(help: ArgumentHelp("How long the term is: 12 months.", valueName: "months")) var term: String?
  @Option(help: "The head of marketing: 'Ada Li <ada@acme.example>'.") var marketing: String?
  @Option(help: "The head of sales, likewise.") var sales: String?
  @Option(help: "The short name of the revenue stream.") var stream: String?
  @Option(help: "What sales must win in a month.") var quota: String?
  @Option(help: ArgumentHelp("The share of it that existing customers bring.", valueName: "share"))
  var retention: String?

  /// The contract that the options describe, the rest filled with examples.
  ///
  /// - Throws: `Unreadable`.
  func template(from next: Month) throws -> ContractTemplate {
    let currency = try Currency(currency ?? "USD")
    let start = try start.map { try Month($0) } ?? next
    return ContractTemplate(
      name: try Name(name ?? "acme-\(start.year)"),
      title: try ContractAnswer.line(title ?? "Marketing and sales, \(start.year)"),
      term: try MonthRange(start, months: ContractAnswer.months(term ?? "12")), currency: currency,
      stream: ContractTemplate.Stream(
        name: try Name(stream ?? "smb"),
        quota: try ContractAnswer.monthlyQuota(quota ?? "500,000", currency),
        retention: try ContractAnswer.retention(retention ?? "0%"), leadTypes: try .usual(currency)),
      marketingHead: try ContractTemplate.Person(written: marketing ?? "Ada Li <ada@acme.example>"),
      salesHead: try ContractTemplate.Person(written: sales ?? "Ben Ode <ben@acme.example>"))
  }
}

extension MonthRange {
  /// So many months from `first` on, at least one.
  init(_ first: Month, months: Int) throws(Unreadable) {
    try self.init(first: first, last: first.advanced(by: months - 1))
  }
}

extension ContractTemplate.Person {
  /// Reads `Ada Li <ada@acme.example>`.
  ///
  /// - Throws: `Unreadable`.
  init(written text: String) throws(Unreadable) {
    let parts = text.trimmingBlanks.split(separator: "<", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[1].hasSuffix(">") else {
      throw Unreadable(text, expected: "a name and an address such as Ada Li <ada@acme.example>")
    }
    self.init(name: try ContractAnswer.line(parts[0]), email: try Email(String(parts[1].dropLast())))
  }
}
