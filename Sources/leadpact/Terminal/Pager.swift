import Glibc

/// The program that shows long text on a terminal, a screen at a time, run without a shell.
struct Pager {
  private let program: Program

  /// What `$LEADPACT_PAGER` says, else `$PAGER`, else `less -FRX`; nil where that is empty or `cat`.
  static var chosen: Pager? {
    // One that is set and empty says that none is wanted.
    let named = getenv("LEADPACT_PAGER") ?? getenv("PAGER")
    return Pager(named.map { String(cString: $0) } ?? "less -FRX")
  }

  /// The program that a command line starts; nil where it names none, cannot be parted into words, or is `cat`.
  init?(_ line: String) {
    guard let words = Self.words(of: line), !words.isEmpty, words != ["cat"] else { return nil }
    program = Program(words: words)
  }

  private static func words(of line: String) -> [String]? {
    // A command line without its last quote starts nothing; the text is shown all the same.
    do { return try ShellWords.parted(line) } catch { return nil }
  }

  /// Shows the text until the reader leaves the pager.
  ///
  /// - Returns: false where the pager could not be started, and nothing was shown.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    let (reading, writing) = (ends[0], ends[1])
    // The pager sees the end of the text only where it does not hold the writing end itself.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // As git does: colours shown, short text left on the screen, whichever way less is called.
    setenv("LESS", "FRX", 0)
    var isShown = false
    do {
      _ = try program.run(.init(input: reading)) {
        close(reading)
        // A reader who leaves early has seen enough.
        _ = Files.write(text, to: writing)
        close(writing)
        isShown = true
      }
    } catch  where !isShown {
      close(reading)
      close(writing)
    } catch {}
    return isShown
  }
}
