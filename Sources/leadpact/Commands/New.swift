import Agreement
import ArgumentParser
import Exchange

extension ContractCommand {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a commented contract file to start from.",
      discussion: """
        leadpact contract new > acme.yaml
        leadpact contract new --name acme-2026 --start 2026-01 --currency EUR --quota 500k > acme.yaml

        On a terminal it asks for what the options do not say; the answers go into the file.
        """)

    @Option(help: "The contract's short name.") var name: String?
    @Option(help: "The first of its twelve months.") var start: String?
    @Option(help: "The currency, by its ISO 4217 code.") var currency: String?
    @Option(help: "The name of the revenue stream.") var stream: String?
    @Option(help: "What sales must win in a month.") var quota: String?
    @Option(help: "The head of marketing: 'Ada Li <ada@acme.example>'.") var marketing: String?
    @Option(help: "The head of sales, likewise.") var sales: String?
    @Flag(help: "Ask nothing, even on a terminal.") var yes = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      let next = try common.now().day.month.advanced(by: 1)
      let currency = try answer(currency, "Currency", default: "USD", Currency.init(_:))
      let start = try answer(start, "First month of the term", default: "\(next)", Month.init(_:))
      let template = ContractTemplate(
        name: try answer(name, "Short name of the contract", default: "acme-\(start.year)", Name.init(_:)),
        start: start, currency: currency,
        stream: try answer(stream, "Name of the revenue stream", default: "smb", Name.init(_:)),
        quota: try answer(quota, "What sales must win in a month", default: "500,000") {
          text throws(Unreadable) in
          try Money(text, currency)
        },
        marketingHead: try person(marketing, "Head of marketing", default: "Ada Li <ada@acme.example>"),
        salesHead: try person(sales, "Head of sales", default: "Ben Ode <ben@acme.example>"))
      Terminal.say(template.text)
    }

    private func person(_ option: String?, _ question: String, default usual: String) throws
      -> ContractTemplate.Person
    {
      try answer(option, question, default: usual) { text throws(Unreadable) in
        let parts = text.split(separator: "<", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[1].hasSuffix(">"),
          let last = parts[0].lastIndex(where: { !$0.isWhitespace })
        else {
          throw Unreadable(text, expected: "a name and an address such as Ada Li <ada@acme.example>")
        }
        return ContractTemplate.Person(
          name: String(parts[0][...last]), email: try Email(String(parts[1].dropLast())))
      }
    }

    /// What an option says, else what a person on the terminal answers, else the default.
    private func answer<Value>(
      _ option: String?, _ question: String, default usual: String,
      _ read: (String) throws(Unreadable) -> Value
    ) throws -> Value {
      if let option { return try read(option) }
      guard !yes, Terminal.isInteractive else { return try read(usual) }
      while true {
        guard let line = Terminal.ask("\(question) [\(usual)]: ") else {
          throw Failure.couldNot("the input ended; nothing was printed")
        }
        do { return try read(line.isEmpty ? usual : line) } catch { Terminal.note("\(error)") }
      }
    }
  }
}
