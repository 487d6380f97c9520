import Agreement
import Exchange

/// A text that is taken for an amount is written in a way that is taken for the same, and means the same to people and
/// in a CRM's export, so far as both take it.
///
/// The first byte chooses the currency and what begins the decimals of exported amounts.
struct AmountLaws {
  private let text: String
  private let currency: Currency
  private let mark: DecimalMark?

  private static let currencies = ["USD", "EUR", "JPY", "KWD", "CLF", "TWD", "CHF"].compactMap { code in
    try? Currency(code)
  }

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let choice = rest.takeChoice()
    text = String(decoding: rest, as: UTF8.self)
    currency = Self.currencies.chosen(by: choice)
    mark = ([nil] + DecimalMark.allCases).chosen(by: choice >> 5)
  }

  func check() throws(BrokenLaw) {
    let typed = try accepted { try Money(text, currency) }
    if let typed { try check(typed) }
    let exported = try exported(text, in: currency.code)
    if let exported { try check(exported: exported) }
    if let typed, let exported, mark != .comma {
      try hold(typed == exported, "\(text) is \(typed) to people and \(exported) in an export")
    }
    _ = try accepted { try Currency(text) }
  }

  private func check(_ money: Money) throws(BrokenLaw) {
    try hold(money.currency == currency, "an amount is in the currency that was asked for")
    for text in [money.description, money.decimal] {
      let again = try readable("'\(text)' is an amount") { try Money(text, currency) }
      try hold(again == money, "'\(text)' is \(again), not \(money)")
    }
    let parts = money.split(into: 7)
    try hold((try? parts.total(currency)) == money, "the parts of an amount add up to it")
    try hold(money.times(.all) == money && money.times(.none) == .zero(currency), "all and nothing of it")
  }

  private func check(exported money: Money) throws(BrokenLaw) {
    let again = try exported(money.decimal, in: money.currency.code, mark: .point)
    try hold(again == money, "'\(money.decimal)' is \(again?.description ?? "refused"), not \(money)")
  }

  /// The amount that a file of leads has in its only row; nil where it is refused, or there is none.
  private func exported(
    _ text: String, in code: String, mark: DecimalMark? = nil
  ) throws(BrokenLaw) -> Money? {
    let field = text.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) }
    let file = "external-id,amount,currency\n7,\"\(field)\",\(code)\n"
    return try accepted {
      var leads = try LeadFile(
        .bytes(Array(file.utf8)), named: "f", for: SampleContract.contract,
        options: ReadingOptions(decimalMark: mark ?? self.mark), digest: { $0 })
      return try leads.next()?.facts.amount
    } ?? nil
  }
}
