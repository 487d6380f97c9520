import Glibc
import Reporting

/// The streams that a person, a pipe or a file stands behind.
enum Terminal {
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether a terminal stands behind standard output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static var isColourful: Bool {
    isTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }

  /// The columns to lay text out in: `$COLUMNS`, else the terminal's, else 100.
  static var width: Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else {
      return 100
    }
    return Int(size.ws_col)
  }

  /// The lines that the terminal behind standard output shows at a time; nil where there is none, or a dumb one.
  static var height: Int? {
    guard isTerminal, environment("TERM") != "dumb" else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// Writes text that someone reads to standard output, through a pager where it is longer than the terminal.
  static func show(_ text: String) {
    if let height, text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= height,
      Pager.chosen?.show(text) == true
    {
      return
    }
    say(text)
  }

  /// Writes data to standard output.
  static func say(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  /// Writes an error to standard error.
  static func complain(_ message: String) {
    write("leadpact: \(PrintableText.paragraph(message))\n", to: STDERR_FILENO)
  }

  /// Writes news that is no data, such as what was recorded, to standard error.
  static func note(_ message: String) {
    write("\(message)\n", to: STDERR_FILENO)
  }

  /// Asks on the terminal; nil where the input ends.
  static func ask(_ question: String) -> String? {
    write(question, to: STDERR_FILENO)
    return readLine()
  }

  /// A variable of the environment; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    if Files.write(text, to: descriptor) { return }
    // A reader that goes away, as in `leadpact check | head`, has what it wants; the command goes on and ends as it
    // would have. Where not even an error can be told, nobody listens.
    guard descriptor == STDOUT_FILENO, errno != EPIPE else { return }
    let reason = String(cString: strerror(errno))
    _ = Files.write("leadpact: cannot write standard output: \(reason)\n", to: STDERR_FILENO)
    _exit(1)
  }
}
