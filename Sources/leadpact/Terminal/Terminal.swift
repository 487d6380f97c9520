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

  /// The name of the account that the command runs under; nil where the system knows none.
  static var accountName: String? { getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } }

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

  /// Writes data to standard output as it is: a document that was rendered, a script.
  static func say(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  /// Writes what a command did to standard output, where that is what it has to say.
  static func tell(_ message: Message) {
    write("\(message)\n", to: STDOUT_FILENO)
  }

  /// Writes bytes of data to standard output.
  static func say(_ bytes: [UInt8]) {
    end(unless: Files.write(bytes, to: STDOUT_FILENO), STDOUT_FILENO)
  }

  /// Writes an error to standard error.
  static func complain(_ message: Message) {
    write("leadpact: \(message)\n", to: STDERR_FILENO)
  }

  /// Writes news that is no data, such as what was recorded, to standard error.
  static func note(_ message: Message) {
    write("\(message)\n", to: STDERR_FILENO)
  }

  /// Asks on the terminal; nil where the input ends, or the asking is interrupted (Ctrl-D, Ctrl-C).
  static func ask(_ question: Message) -> String? {
    let answer = whileInterruptible { interruptible in
      write("\(question)", to: STDERR_FILENO)
      return readAnswer(until: interruptible)
    }
    // What is said next begins on a line of its own.
    if answer == nil { write("\n", to: STDERR_FILENO) }
    return answer
  }

  /// A line of standard input; nil where it ends, or a signal comes first that `interruptible` lets through.
  ///
  /// Byte by byte, so that what follows is left for the next reader, such as an editor. `readLine` would wait on after a
  /// signal.
  private static func readAnswer(until interruptible: sigset_t) -> String? {
    var signals = interruptible
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      // Standard input is number 0, so the first bit stands for it.
      var input = fd_set()
      input.__fds_bits.0 = 1
      guard
        pselect(STDIN_FILENO + 1, &input, nil, nil, nil, &signals) == 1, read(STDIN_FILENO, &byte, 1) == 1
      else { return nil }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }

  /// Runs `body` with Ctrl-C held back but where it waits with the signals that it is given: there it ends the waiting
  /// instead of the program, which so can clear away.
  private static func whileInterruptible<Result>(_ body: (sigset_t) -> Result) -> Result {
    var (handling, before) = (sigaction(), sigaction())
    handling.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGINT, &handling, &before)
    var (held, open) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    sigaddset(&held, SIGINT)
    sigprocmask(SIG_BLOCK, &held, &open)
    defer {
      sigprocmask(SIG_SETMASK, &open, nil)
      sigaction(SIGINT, &before, nil)
    }
    return body(open)
  }

  /// A variable of the environment; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    end(unless: Files.write(text, to: descriptor), descriptor)
  }

  /// Ends the command where what it has to say could not be written, but not for a reader that went away.
  private static func end(unless isWritten: Bool, _ descriptor: Int32) {
    if isWritten { return }
    // A reader that goes away, as in `leadpact check | head`, has what it wants; the command goes on and ends as it
    // would have. Where not even an error can be told, nobody listens.
    guard descriptor == STDOUT_FILENO, errno != EPIPE else { return }
    let reason = String(cString: strerror(errno))
    _ = Files.write("leadpact: cannot write standard output: \(reason)\n", to: STDERR_FILENO)
    _exit(1)
  }
}
