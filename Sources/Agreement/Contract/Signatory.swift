/// A person who must sign a contract.
public struct Signatory: Hashable, Sendable {
  /// The person's name.
  public let name: String
  /// The address that names the person in commands.
  public let email: Email
  /// The team the person answers for.
  public let team: Team
  /// The person's office: `Head of Sales`.
  public let role: String
  /// A sentence of what the person owes.
  public let owes: String
  /// The key the person must sign with; nil where a typed word will do.
  public let key: KeyClause?

  /// Creates a signatory.
  public init(name: String, email: Email, team: Team, role: String, owes: String, key: KeyClause? = nil) {
    self.name = name
    self.email = email
    self.team = team
    self.role = role
    self.owes = owes
    self.key = key
  }
}

/// An e-mail address; equal to another that differs only in case.
public struct Email: Hashable, Sendable {
  /// The address as it was written.
  public let text: String

  /// Reads an address.
  ///
  /// - Throws: `Unreadable` unless there is something before and after one `@`, without blanks or invisible signs.
  public init(_ text: String) throws(Unreadable) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard
      parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.count <= 254,
      !text.unicodeScalars.contains(where: Self.isForbidden)
    else { throw Unreadable(text, expected: "an e-mail address such as ada@example.com") }
    self.text = text
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .control || scalar == "<" || scalar == ">"
  }

  /// Whether two addresses differ in case at most.
  public static func == (a: Email, b: Email) -> Bool { a.text.lowercased() == b.text.lowercased() }

  /// Hashes the address without regard to case.
  public func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}

extension Email: CustomStringConvertible {
  /// The address as it was written.
  public var description: String { text }
}
