/// How text is set off on a terminal, if at all.
public enum TextStyle: Sendable {
  /// Characters alone, for files and pipes.
  case plain
  /// With SGR sequences of ECMA-48 and the 256 colours of xterm.
  case ansi

  /// What a piece of text is, so far as it looks different.
  enum Role {
    case heading
    case banner
    case footer
    case under
    case over
  }

  /// The text set off for its role; the words say the same without it.
  func callAsFunction(_ text: String, as role: Role?) -> String {
    guard self == .ansi, let role, !text.isEmpty else { return text }
    return "\u{1B}[\(Self.codes(for: role))m\(text)\u{1B}[0m"
  }

  // Orange and blue stay apart for every common kind of colour blindness, and on light and dark grounds.
  private static func codes(for role: Role) -> String {
    switch role {
    case .heading: "1"
    case .banner: "1;38;5;166"
    case .footer: "2"
    case .under: "38;5;166"
    case .over: "38;5;33"
    }
  }
}
