import Agreement
import ArgumentParser
import Reporting

struct Calc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calc", abstract: "Work a quota backwards to the leads that it takes. Needs no database.",
    discussion: """
      leadpact calc --quota 500000 --average-order-value 2000 --win-rate 23% \\
        --sql-to-opportunity 82% --mql-to-sql 34%

      With several kinds of leads, give each its share; metrics left out are taken from the options above:

      leadpact calc --quota 500k --average-order-value 2000 --sql-to-opportunity 82% \\
        --lead-type website-form:share=60%,win-rate=23%,mql-to-sql=34% \\
        --lead-type outbound:share=40%,win-rate=28%,mql-to-sql=41%
      """)

  @Option(help: "The revenue to win: 500000, 500,000, 500k or 1.2M.") var quota: String
  @Option(help: "The revenue of one won deal.") var averageOrderValue: String?
  @Option(help: "The share of opportunities that are won: 23%, 0.23 or 3/13.") var winRate: String?
  @Option(help: "The share of SQLs that become opportunities.") var sqlToOpportunity: String?
  @Option(help: "The share of MQLs that sales accepts.") var mqlToSql: String?
  @Option(help: "The currency, by its ISO 4217 code.") var currency = "USD"
  @Option(
    help: ArgumentHelp(
      "A kind of lead in a mix: its share, and metrics of its own.", valueName: "name:share=60%,win-rate=…"))
  var leadType: [String] = []
  @OptionGroup var output: OutputOptions

  func run() throws {
    let currency = try Currency(currency)
    let quota = try Money(quota, currency)
    guard quota.minorUnits > 0 else {
      throw Failure.usage("--quota \(quota) is nothing to win; give an amount above 0")
    }
    let parts = try leadType.isEmpty ? [whole(currency)] : mix(currency)
    try output.write(Calculation(quota: quota, parts: parts).document())
  }

  private func whole(_ currency: Currency) throws -> Calculation.Part {
    Calculation.Part(name: nil, share: .all, funnel: try funnel([:], of: nil, currency))
  }

  private func mix(_ currency: Currency) throws -> [Calculation.Part] {
    let parts = try leadType.map { text in
      guard let colon = text.firstIndex(of: ":") else {
        throw Failure.usage("--lead-type '\(text)' has no metrics; write NAME:share=60%,win-rate=23%,…")
      }
      let name = try Name(String(text[..<colon]))
      let metrics = try Self.pairs(text[text.index(after: colon)...], of: name)
      guard let share = metrics["share"] else {
        throw Failure.usage("--lead-type \(name) has no share; write \(name):share=60%,…")
      }
      return Calculation.Part(
        name: name, share: try Share(share), funnel: try funnel(metrics, of: name, currency))
    }
    if let twice = Set(parts.compactMap(\.name)).first(where: { name in parts.count { $0.name == name } > 1 })
    {
      throw Failure.usage("--lead-type \(twice) is there twice; give each kind once")
    }
    guard Share.makeWhole(parts.map(\.share)) else {
      let shares = parts.map { "\($0.name.map(\.text) ?? "") \($0.share)" }.joined(separator: ", ")
      throw Failure.usage("the shares add up to \(Share.sum(parts.map(\.share))), not 100% (\(shares))")
    }
    return parts
  }

  private static func pairs(_ text: Substring, of name: Name) throws -> [String: String] {
    let known = ["share"] + FunnelMetric.allCases.map(\.rawValue)
    var pairs: [String: String] = [:]
    for pair in text.split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else {
        throw Failure.usage("--lead-type \(name): '\(pair)' is not METRIC=VALUE, such as win-rate=23%")
      }
      guard known.contains(halves[0]) else {
        let near = Spelling.nearest(to: halves[0], among: known)
        throw Failure.usage(
          "--lead-type \(name): there is no metric '\(halves[0])'; "
            + (near.isEmpty
              ? "there are \(known.joined(separator: ", "))"
              : "did you mean \(near.joined(separator: " or "))?"))
      }
      guard pairs.updateValue(halves[1], forKey: halves[0]) == nil else {
        throw Failure.usage("--lead-type \(name): \(halves[0]) is there twice")
      }
    }
    return pairs
  }

  private func funnel(_ own: [String: String], of name: Name?, _ currency: Currency) throws -> Funnel {
    func text(_ metric: FunnelMetric, _ common: String?) throws -> String {
      if let text = own[metric.rawValue] ?? common { return text }
      throw Failure.usage(
        name.map { "--lead-type \($0) has no \(metric.rawValue); give it there or as --\(metric.rawValue)" }
          ?? "--\(metric.rawValue) is missing")
    }
    let order = try Money(text(.averageOrderValue, averageOrderValue), currency)
    guard order.minorUnits > 0 else {
      throw Failure.usage("an average order value of \(order) brings nothing; give an amount above 0")
    }
    return Funnel(
      mqlToSQL: try Rate(text(.mqlToSQL, mqlToSql)),
      sqlToOpportunity: try Rate(text(.sqlToOpportunity, sqlToOpportunity)),
      winRate: try Rate(text(.winRate, winRate)), averageOrderValue: order, timeToClose: 0)
  }
}
