public import Agreement

/// There is no contract of that name.
public struct UnknownContract: Error, Hashable, Sendable {
  /// The name that was asked for.
  public let name: Name
  /// The names there are.
  public let known: [Name]

  /// There is none of `name` among `known`.
  public init(name: Name, known: [Name]) {
    self.name = name
    self.known = known
  }
}

extension UnknownContract: CustomStringConvertible {
  /// What is wrong and what to do, for people.
  public var description: String {
    guard !known.isEmpty else {
      return "there is no contract '\(name)', nor any other; propose one: leadpact contract propose FILE"
    }
    let near = Spelling.nearest(to: name.text, among: known.map(\.text))
    guard near.isEmpty else {
      return "there is no contract '\(name)'; did you mean \(near.joined(separator: " or "))?"
    }
    return "there is no contract '\(name)'; there is \(known.map(\.text).joined(separator: ", "))"
  }
}
