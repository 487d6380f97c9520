public import Agreement

/// Something that a person or a project sets once instead of saying it with each command.
///
/// A new one is a case here with its meaning and its check; where its value comes from otherwise, such as a flag, is
/// for the commands to know.
public enum Setting: String, CaseIterable, Sendable {
  /// The contract that is meant where a name is left out and there are several.
  case contract
  /// The SQLite file.
  case database
  /// Who records.
  case user
  /// The program that `contract edit` opens a contract with.
  case editor

  /// What it is, in a clause.
  public var meaning: String {
    switch self {
    case .contract: "the contract that is meant where a name is left out and there are several"
    case .database: "the SQLite file"
    case .user: "who records"
    case .editor: "the program that 'contract edit' opens a contract with"
    }
  }

  /// Whether it names a program to run, so that no project may set it: its file may come from a stranger.
  public var isCommand: Bool { self == .editor }

  /// A value as it may be.
  public var example: String {
    switch self {
    case .contract: "acme-2026"
    case .database: "acme.leadpact"
    case .user: "ada@acme.example"
    case .editor: "nano"
    }
  }

  /// Checks a value.
  ///
  /// - Throws: `Unreadable`, with what would be right.
  public func check(_ value: String) throws(Unreadable) {
    switch self {
    case .contract: _ = try Name(value)
    case .database, .user, .editor:
      guard !value.isEmpty, value.count <= 1_024, !value.unicodeScalars.contains(where: Self.isUnseen) else {
        throw Unreadable(value, expected: "a line of text that can be seen, such as \(example)")
      }
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isBidiControl
    }
  }

  /// The setting of that name.
  ///
  /// - Throws: `UnknownName`, with the nearest.
  public init(named text: String) throws(UnknownName) {
    guard let setting = Setting(rawValue: text) else {
      throw UnknownName("setting", text, among: Setting.allCases.map(\.rawValue))
    }
    self = setting
  }
}
