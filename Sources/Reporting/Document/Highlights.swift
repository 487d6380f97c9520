/// What a reader is to take away at first sight: a verdict for each side, the figures behind it, who has signed.
///
/// It says nothing that the sections do not: a page opens with it, and leaves out the sections that it covers.
public struct Highlights: Sendable {
  /// The verdicts, in order.
  public let verdicts: [SideVerdict]
  /// The texts that the report measures by, and who signed them.
  public let seals: [Seal]
  /// The keys of the sections that it says all of.
  public let covered: Set<String>

  /// Creates highlights.
  public init(verdicts: [SideVerdict], seals: [Seal], covered: Set<String>) {
    self.verdicts = verdicts
    self.seals = seals
    self.covered = covered
  }

  var figures: [Figure] { verdicts.compactMap(\.gauge).flatMap { [$0.delivered, $0.ratio, $0.due] } }
}

/// Whether something is as it was agreed.
public enum Judgement: Hashable, Sendable {
  /// It is.
  case good
  /// It is not.
  case bad
  /// Nobody can say, or there is nothing to judge.
  case open
}

/// What is to be said of one side: of a team, of the revenue.
public struct SideVerdict: Sendable {
  /// The side.
  public let title: String
  /// Whether it is as agreed.
  public let judgement: Judgement
  /// The figure that says most; nil where none does.
  public let gauge: Gauge?
  /// The verdict, the sentence that says most first.
  public let sentences: [String]

  /// Creates a verdict.
  public init(_ title: String, _ judgement: Judgement, gauge: Gauge? = nil, _ sentences: [String]) {
    self.title = title
    self.judgement = judgement
    self.gauge = gauge
    self.sentences = sentences
  }
}

/// How much is there of what was owed.
public struct Gauge: Sendable {
  /// What is measured.
  public let label: String
  /// What is there.
  public let delivered: Figure
  /// That by what was owed.
  public let ratio: Figure
  /// What was owed.
  public let due: Figure

  /// Creates a gauge.
  public init(_ label: String, delivered: Figure, ratio: Figure, due: Figure) {
    self.label = label
    self.delivered = delivered
    self.ratio = ratio
    self.due = due
  }
}

/// A text that signatures bind to, and where they stand.
public struct Seal: Sendable {
  /// Someone's word on it.
  public struct Word: Sendable {
    /// Who.
    public let name: String
    /// What they are.
    public let role: String
    /// What they said, and when.
    public let word: String
    /// Whether it is a signature.
    public let judgement: Judgement

    /// Creates a word.
    public init(name: String, role: String, word: String, judgement: Judgement) {
      self.name = name
      self.role = role
      self.word = word
      self.judgement = judgement
    }
  }

  /// The text, and where it stands: `Version 3, in force`.
  public let title: String
  /// Whether it binds.
  public let judgement: Judgement
  /// What the signatures are on.
  public let digest: String
  /// Everyone's word.
  public let words: [Word]

  /// Creates a seal.
  public init(_ title: String, _ judgement: Judgement, digest: String, words: [Word]) {
    self.title = title
    self.judgement = judgement
    self.digest = digest
    self.words = words
  }
}
