import Agreement

/// What another system's word for the stage of a lead or a deal means.
enum StageWord: Hashable {
  /// It has reached that stage.
  case reached(Stage)
  /// Somebody has been in touch.
  case contacted
  /// The deal is lost.
  case lost
  /// Sales has put the lead aside.
  case disqualified
  /// Nothing that a contract speaks of.
  case other

  /// Reads a word; what stands in brackets after it, such as the name of a pipeline, does not matter.
  init(_ text: String) {
    let head = text.prefix { $0 != "(" }
    let word = String(head.isEmpty ? text[...] : head).foldedWords
    if let known = Self.words[word] {
      self = known
    } else if word.hasPrefix("closed won") {
      self = .reached(.won)
    } else if word.hasPrefix("closed lost") {
      self = .lost
    } else {
      self = .other
    }
  }

  private static let words: [String: StageWord] = [
    "mql": .reached(.mql), "marketing qualified lead": .reached(.mql), "marketing qualified": .reached(.mql),
    "marketingqualifiedlead": .reached(.mql),
    "sql": .reached(.sql), "sales qualified lead": .reached(.sql), "sales qualified": .reached(.sql),
    "salesqualifiedlead": .reached(.sql), "sales accepted lead": .reached(.sql), "sal": .reached(.sql),
    "sales accepted": .reached(.sql), "qualified": .reached(.sql), "converted": .reached(.sql),
    "closed converted": .reached(.sql),
    "opportunity": .reached(.opportunity), "demo scheduled": .reached(.opportunity),
    "proposal made": .reached(.opportunity), "negotiations started": .reached(.opportunity),
    "open deal": .reached(.opportunity),
    "won": .reached(.won), "closed won": .reached(.won), "closedwon": .reached(.won),
    "customer": .reached(.won), "evangelist": .reached(.won),
    "contacted": .contacted, "working contacted": .contacted, "connected": .contacted,
    "contact made": .contacted,
    "lost": .lost, "closed lost": .lost, "closedlost": .lost,
    "unqualified": .disqualified, "disqualified": .disqualified, "not qualified": .disqualified,
    "closed not converted": .disqualified, "junk": .disqualified,
  ]
}

/// The words for stages that were met so far: a file has a few of them in a million rows.
struct StageWords {
  /// More words than that are no list of stages.
  private static let most = 1_000

  private var known: [String: StageWord] = [:]

  /// What a word means.
  mutating func word(_ text: String) -> StageWord {
    if let word = known[text] { return word }
    let word = StageWord(text)
    if known.count == Self.most { known = [:] }
    known[text] = word
    return word
  }
}

/// Reads yes and no.
enum Truth {
  /// Reads `yes`, `true`, `1`, `no`, `false`, `0`, in any case.
  ///
  /// - Throws: `Unreadable` for anything else.
  static func read(_ text: String) throws(Unreadable) -> Bool {
    switch text.lowercased() {
    case "yes", "true", "1", "y": return true
    case "no", "false", "0", "n": return false
    default: throw Unreadable(text, expected: "yes or no (true or false, 1 or 0)")
    }
  }
}
