import Agreement
import Exchange

/// A text that is taken for a rate, a share, a score, a condition or a supposition is written in a way that is taken for
/// the same, and what is worked backwards with a rate is enough and no more.
struct RateLaws {
  private let text: String

  init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  func check() throws(BrokenLaw) {
    if let share = try accepted({ try Share(text) }) { try check(share) }
    if let rate = try accepted({ try Rate(text) }) { try check(rate) }
    if let score = try accepted({ try Score(text) }) {
      let again = try readable("'\(score)' is a score") { try Score(score.description) }
      try hold(again == score, "'\(score)' is the same score")
    }
    if let condition = try accepted({ try LeadCondition(text) }) {
      let again = try readable("'\(condition)' is a condition") { try LeadCondition(condition.description) }
      try hold(again == condition, "'\(condition)' is the same condition")
      _ = condition.shortfall(in: [condition.key: text])
    }
    if let supposition = try accepted({ try Supposition(text, in: SampleContract.contract) }) {
      let written = text.prefix { $0 != "=" } + "=\(supposition.change)"
      let again = try readable("'\(written)' is a supposition") {
        try Supposition(String(written), in: SampleContract.contract)
      }
      try hold(again.change == supposition.change, "'\(written)' is the same supposition")
      _ = try accepted { try SampleContract.contract.supposing([supposition]) }
    }
    if let mapping = try accepted({ try ColumnMapping(text) }) {
      let again = try readable("'\(mapping)' is a mapping") { try ColumnMapping(mapping.description) }
      try hold(again == mapping, "'\(mapping)' is the same mapping")
    }
  }

  private func check(_ share: Share) throws(BrokenLaw) {
    try hold((0...Share.whole).contains(share.partsPerMillion), "a share lies between nothing and all")
    let again = try readable("'\(share)' is a share") { try Share(share.description) }
    try hold(again == share && again.description == share.description, "'\(share)' is the same share")
    let decimal = try readable("'\(share.decimal)' is a share") { try Share(share.decimal) }
    try hold(decimal.partsPerMillion == share.partsPerMillion, "'\(share.decimal)' is the same share")
    try hold(Share.none <= share && share <= .all, "shares are in order")
  }

  private func check(_ rate: Rate) throws(BrokenLaw) {
    try hold((try? Rate(rate.description)) == rate, "'\(rate)' is the same rate")
    for count in [0, 1, 1_087, 1_000_000_007] {
      guard let inputs = try accepted({ try rate.inputs(yielding: count) }) else { continue }
      guard let units = try? Currency("JPY") else { return }
      func outputs(_ inputs: Int) -> Int { Money(minorUnits: inputs, units).times(rate.share).minorUnits }
      try hold(inputs >= count && outputs(inputs) >= count, "\(inputs) at \(rate) give \(count)")
      // Half a unit is rounded up.
      try hold(inputs == 0 || outputs(inputs - 1) <= count, "\(inputs) at \(rate) are no more than needed")
    }
  }
}
