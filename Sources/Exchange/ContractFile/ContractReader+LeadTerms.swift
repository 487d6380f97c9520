import Agreement

extension ContractReader {
  /// What other systems call a stream or a lead type.
  mutating func crmValues(in section: Section) -> [String] {
    texts("crm-values", in: section) { text in text }
  }

  /// What a lead must be to count.
  mutating func conditions(in section: Section) -> [LeadCondition] {
    texts("qualifies", in: section, LeadCondition.init(_:))
  }

  /// The single values of a list, those that cannot be read left out.
  private mutating func texts<Result>(
    _ key: String,
    in section: Section,
    _ read: (String) throws(Unreadable) -> Result
  ) -> [Result] {
    (items(key, in: section) ?? []).compactMap { item in
      switch item.content {
      case .nothing:
        findings.report(item.place, "\(key): this item is empty; give it a value, or remove it")
        return nil
      case .mapping:
        findings.report(
          item.place, "\(key): a ': ' makes a group of keys of this item; put it in double quotes")
        return nil
      case .text, .list, .refused: return value(of: item, named: key, read)
      }
    }
  }
}

extension Contract.DeliverySource {
  /// Reads `logged` or `leads`.
  init(keyword text: String) throws(Unreadable) {
    guard let source = Self(rawValue: text) else {
      throw Unreadable(
        text,
        expected:
          "where counts come from: 'logged', or 'leads' where they are derived from the leads themselves"
      )
    }
    self = source
  }
}

extension RejectionWindow {
  /// Reads `5 business days`, `5 days` or `1 day`.
  init(written text: String) throws(Unreadable) {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let isBusiness = words.count == 3 && words[1] == "business"
    if isBusiness { words.remove(at: 1) }
    guard
      words.count == 2, ["day", "days"].contains(words[1]), let days = Int(grouped: words[0]), days > 0
    else { throw Unreadable(text, expected: "a time such as 5 business days or 7 days") }
    self.init(days: days, isBusiness: isBusiness)
  }
}
