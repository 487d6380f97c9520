import Agreement

/// The streams and the lead types of the versions that rule in a period.
struct LeadTypeGroups: Sendable {
  /// The streams, those of the last version first.
  let streams: [Stream]
  /// The lead types, in the order of their streams.
  let types: [(stream: Stream, type: LeadType)]
  private let titles: [LeadTypeKey: String]
  /// The streams that have a lead type of a title.
  private let holders: [String: Set<Name>]

  /// The groups of `contracts`, the versions in the order in which they rule; a version may stand there again.
  init(of contracts: [Contract]) {
    var streams = contracts.last?.streams ?? []
    for stream in contracts.flatMap(\.streams) where !streams.contains(where: { $0.name == stream.name }) {
      streams.append(stream)
    }
    var titles: [LeadTypeKey: String] = [:]
    var holders: [String: Set<Name>] = [:]
    self.types = streams.flatMap { stream in
      var types: [LeadType] = []
      for type in stream.leadTypes + contracts.compactMap({ $0.stream(stream.name) }).flatMap(\.leadTypes) {
        let key = LeadTypeKey(stream: stream.name, leadType: type.name)
        guard titles[key] == nil else { continue }
        titles[key] = type.title
        holders[type.title, default: []].insert(stream.name)
        types.append(type)
      }
      return types.map { (stream, $0) }
    }
    self.streams = streams
    self.titles = titles
    self.holders = holders
  }

  /// The title of a lead type, or its name where no version has it.
  func title(of key: LeadTypeKey) -> String { titles[key] ?? key.leadType.text }

  /// Whether the title of a lead type tells it from those of other streams.
  func isUnmistakable(_ key: LeadTypeKey) -> Bool {
    holders[title(of: key), default: []].subtracting([key.stream]).isEmpty
  }

  /// The title of a stream, or its name where no version has it.
  func title(of stream: Name) -> String { streams.first { $0.name == stream }?.title ?? stream.text }
}

extension PeriodReview {
  /// The streams of all the period's versions, those of the last one first.
  var streams: [Stream] { groups.streams }

  /// The lead types of all the period's versions, in the order of their streams.
  var leadTypes: [(stream: Stream, type: LeadType)] { groups.types }

  /// The lead type's title; with the stream's where another stream has a lead type of the same title.
  func title(of key: LeadTypeKey) -> String {
    let title = groups.title(of: key)
    guard !groups.isUnmistakable(key) else { return title }
    return language(.typeOfStream, ["type": title, "stream": groups.title(of: key.stream)])
  }
}
