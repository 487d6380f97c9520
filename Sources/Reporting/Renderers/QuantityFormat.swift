import Agreement

/// How a quantity looks: the one place where numbers become text.
public enum QuantityFormat {
  /// The quantity for people: `3,900`, `$128.25`, `82.3 %`, `34%`, `on target`, and `—` where there is none.
  ///
  /// - Parameter language: the one of the words, such as `on target`; numbers look alike in all.
  public static func people(_ quantity: Quantity, in language: Language = .english) -> String {
    switch quantity {
    case .count(let count), .days(let count): count.grouped
    case .money(let money): money.description
    case .share(let share): share.description
    case .ratio(let ratio): ratio?.percent(decimals: 1) ?? nothing
    case .score(let score): score.shortened.description
    case .band(let band): band?.words(in: language) ?? nothing
    }
  }

  /// The quantity beside the numbers that it compares: as for people, but a ratio in whole percent, `82 %`.
  public static func beside(_ quantity: Quantity, in language: Language = .english) -> String {
    if case .ratio(let ratio) = quantity {
      ratio?.percent() ?? nothing
    } else {
      people(quantity, in: language)
    }
  }

  /// What is counted or measured, in a word for machines; the currency's code for money.
  public static func unit(_ quantity: Quantity) -> String {
    switch quantity {
    case .count: "count"
    case .money(let money): money.currency.code
    case .share: "share"
    case .ratio: "ratio"
    case .score: "score"
    case .days: "days"
    case .band: "band"
    }
  }

  /// The quantity for machines: whole numbers as such, others as plain decimals in a string, lest a reader
  /// round them to binary floating point.
  static func machine(_ quantity: Quantity) -> JSONValue {
    switch quantity {
    case .count(let count), .days(let count): .integer(count)
    case .money(let money): .string(money.decimal)
    case .share(let share): .string(share.decimal)
    case .ratio(let ratio): .string(ratio?.decimal)
    case .score(let score): .string(score.description)
    case .band(let band): .string(band?.rawValue)
    }
  }

  /// Words that may be a whole number as people write it, such as `+1,061`.
  static func machine(_ text: String) -> JSONValue {
    let digits = text.filter { $0 != "," && $0 != "+" }
    return Int(digits).map(JSONValue.integer) ?? .string(text)
  }

  private static let nothing = "—"
}
