/// The first screen of a page.
struct HighlightsView {
  let verdicts: [VerdictView]
  let seals: [SealView]

  init(_ highlights: Highlights, _ appendix: AppendixView) {
    verdicts = highlights.verdicts.map { VerdictView($0, appendix) }
    seals = highlights.seals.map(SealView.init)
  }
}

/// The verdict on one side.
struct VerdictView {
  let side: String
  let judgement: String
  let gauge: GaugeView?
  let first: String?
  let rest: [String]

  init(_ verdict: SideVerdict, _ appendix: AppendixView) {
    side = verdict.title
    judgement = verdict.judgement.word
    gauge = verdict.gauge.map { GaugeView($0, appendix) }
    first = verdict.sentences.first
    rest = Array(verdict.sentences.dropFirst())
  }
}

/// What is there of what was owed: its three figures, and a bar that is filled as far.
struct GaugeView {
  let label: String
  let ratio: PieceView
  let delivered: PieceView
  let due: PieceView
  let fill: Int
  let target: Int

  init(_ gauge: Gauge, _ appendix: AppendixView) {
    label = gauge.label
    ratio = PieceView(gauge.ratio, appendix)
    delivered = PieceView(gauge.delivered, appendix)
    due = PieceView(gauge.due, appendix)
    // The bar ends at 120 % of what was owed, or where what is there does.
    let whole = Scale(0...max(1_200_000, gauge.ratio.quantity.extent ?? 0), over: 0...Self.width)
    fill = whole(max(0, gauge.ratio.quantity.extent ?? 0))
    target = whole(1_000_000)
  }

  private static let width = 1_000
}

/// Who signed what.
struct SealView {
  let name: String
  let judgement: String
  let hash: String
  let people: [PersonView]

  init(_ seal: Seal) {
    name = seal.title
    judgement = seal.judgement.word
    hash = seal.digest
    people = seal.words.map {
      PersonView(person: $0.name, role: $0.role, word: $0.word, judgement: $0.judgement.word)
    }
  }
}

/// What one person said.
struct PersonView {
  let person: String
  let role: String
  let word: String
  let judgement: String
}

extension Judgement {
  /// The name of its style.
  var word: String {
    switch self {
    case .good: "good"
    case .bad: "bad"
    case .open: "open"
    }
  }
}
