import Agreement

/// Where leads come from, as the CRM says it, and what usually becomes of them.
struct LeadSource {
  let stream: String
  let words: [String]
  let funnel: Funnel

  /// The sources of a contract's lead types, each as often as the contract asks for leads of the type.
  static func mix(of contract: Contract) throws -> LeadMix {
    let month = contract.term.first
    var sources: [LeadSource] = []
    var weights: [Int] = []
    for stream in contract.streams {
      for type in stream.leadTypes {
        let demand = try Plan(contract).demand(in: month, for: type, of: stream)
        sources.append(LeadSource(stream: stream.title, words: type.crmValues, funnel: demand.funnel))
        weights.append(demand.demand.mqls)
      }
    }
    return LeadMix(sources: sources, weights: weights)
  }
}

/// Sources, and how often each is met.
struct LeadMix {
  private let sources: [LeadSource]
  /// A source for each of a thousand draws: quicker than to search for one.
  private let places: [Int]

  init(sources: [LeadSource], weights: [Int]) {
    let counts = LargestRemainder.split(1_000, by: weights)
    self.sources = sources
    self.places = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
  }

  func draw(by random: inout SplitMix64) -> LeadSource { sources[places[random.below(places.count)]] }
}
