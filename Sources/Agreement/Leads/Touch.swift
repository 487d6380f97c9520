/// Something that sales did about a lead: a call, an e-mail, a meeting.
public struct Touch: Hashable, Sendable {
  /// Its name in the other system, or one made of what tells it apart.
  public let id: String
  /// The lead's name in the other system.
  public let lead: String
  /// When it was done.
  public let at: Occurrence
  /// What it was, in the other system's words.
  public let kind: String
  /// Who did it; nil where nobody is named.
  public let rep: String?
  /// Whether no person did it, so that it does not count: an automatic reply.
  public let isAutomatic: Bool

  /// Creates a touch; without an `id` of its own, the lead, the time, the kind and the rep tell it apart.
  public init(
    id: String? = nil, lead: String, at: Occurrence, kind: String, rep: String? = nil,
    isAutomatic: Bool = false
  ) {
    self.id = id ?? "\(lead) \(at) \(kind)\(rep.map { " \($0)" } ?? "")"
    self.lead = lead
    self.at = at
    self.kind = kind
    self.rep = rep
    self.isAutomatic = isAutomatic
  }
}

/// A row of a file of touches, read and not yet recorded.
public struct TouchRow: Hashable, Sendable {
  /// The line in the file, from 1.
  public let line: Int
  /// What it says.
  public let touch: Touch

  /// Creates a row.
  public init(line: Int, touch: Touch) {
    self.line = line
    self.touch = touch
  }
}
