/// A name that the contract does not know, with those that it does.
public struct UnknownName: Error, Hashable, Sendable {
  /// What kind of thing was named: `lead type`.
  public let kind: String
  /// The name.
  public let name: String
  /// Where it was looked for, to follow the name: ` on the stream 'smb'`.
  public let place: String
  /// The names there are.
  public let known: [String]

  /// There is no `kind` of that name among `known`.
  public init(_ kind: String, _ name: String, place: String = "", among known: [String]) {
    self.kind = kind
    self.name = name
    self.place = place
    self.known = known
  }
}

extension UnknownName: CustomStringConvertible {
  /// What is wrong, and what was probably meant or what there is.
  public var description: String {
    let near = Spelling.nearest(to: name, among: known)
    let hint =
      near.isEmpty
      ? "there are \(known.joined(separator: ", "))" : "did you mean \(near.joined(separator: " or "))?"
    return "there is no \(kind) '\(name)'\(place); \(hint)"
  }
}

/// A lead type that several streams have.
public struct AmbiguousLeadType: Error, Hashable, Sendable {
  /// The lead types that may be meant.
  public let choices: [LeadTypeKey]
}

extension AmbiguousLeadType: CustomStringConvertible {
  /// What is wrong and how to say which one is meant.
  public var description: String {
    let name = choices.first?.leadType.text ?? ""
    return
      "several streams have leads of the type '\(name)'; write "
      + choices.map(\.description).joined(separator: " or ") + ", or name the stream"
  }
}

extension Contract {
  /// The lead type that people name `TYPE` or `STREAM/TYPE`.
  ///
  /// - Parameter stream: the stream, where the text names none; nil to look on all.
  /// - Throws: `Unreadable`, `UnknownName`, `AmbiguousLeadType`.
  public func leadType(named text: String, on stream: String? = nil) throws -> LeadTypeKey {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let type = try Name(parts[parts.count - 1])
    let only = try (parts.count == 2 ? parts[0] : stream).map(self.stream(named:))
    let candidates = only.map { [$0] } ?? streams
    let keys = candidates.compactMap { stream in
      stream.leadType(type).map { LeadTypeKey(stream: stream.name, leadType: $0.name) }
    }
    guard let key = keys.first else {
      throw UnknownName(
        "lead type", type.text, place: only.map { " on the stream '\($0.name)'" } ?? "",
        among: candidates.flatMap { $0.leadTypes.map(\.name.text) })
    }
    guard keys.count == 1 else { throw AmbiguousLeadType(choices: keys) }
    return key
  }

  /// The stream of that name.
  ///
  /// - Throws: `Unreadable`, `UnknownName`.
  public func stream(named text: String) throws -> Stream {
    let name = try Name(text)
    guard let found = stream(name) else { throw UnknownName("stream", text, among: streams.map(\.name.text)) }
    return found
  }
}

extension ContractHistory {
  /// The text by whose names entries for `days` are read: the one that rules on them, else the newest.
  public func contract(on days: DayRange) -> Contract {
    let calendar = newest.contract.calendar
    let months = [days.first, days.last].map(calendar.month(containing:))
    return months.lazy.compactMap { self.ruling(in: $0)?.contract }.first ?? newest.contract
  }
}
