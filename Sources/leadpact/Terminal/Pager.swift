import Glibc

/// The program that shows long text on a terminal, a screen at a time.
struct Pager {
  private let words: [String]

  /// What `$LEADPACT_PAGER` says, else `$PAGER`, else `less -FRX`; nil where that is empty or `cat`.
  static var chosen: Pager? {
    // One that is set and empty says that none is wanted.
    let named = getenv("LEADPACT_PAGER") ?? getenv("PAGER")
    return Pager(named.map { String(cString: $0) } ?? "less -FRX")
  }

  /// The program that a command line starts; nil where it names none, or `cat`.
  init?(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty, words != ["cat"] else { return nil }
    // Where a shell would read more than words, a shell reads it.
    self.words = line.allSatisfy(Self.isPlain) ? words : ["/bin/sh", "-c", line]
  }

  /// Shows the text until the reader leaves the pager.
  ///
  /// - Returns: false where the pager could not be started, and nothing was shown.
  func show(_ text: String) -> Bool {
    guard let (pager, input) = start() else { return false }
    // Keys such as ^C are for the pager.
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    // A reader who leaves early has seen enough.
    _ = Files.write(text, to: input)
    close(input)
    var status: Int32 = 0
    while waitpid(pager, &status, 0) < 0, errno == EINTR {}
    // A shell says so with 126 or 127 where it cannot start what it was given.
    return ![126, 127].contains(status >> 8 & 0xFF)
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isWhitespace || character.isLetter || character.isNumber || "-_./+=:,@%".contains(character)
  }

  /// Starts the program with a pipe for its standard input; nil where that fails.
  private func start() -> (process: pid_t, input: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    // The pager sees the end of the text only where it does not hold the writing end itself.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // As git does: colours shown, short text left on the screen, whichever way less is called.
    setenv("LESS", "FRX", 0)

    var streams = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&streams)
    defer { posix_spawn_file_actions_destroy(&streams) }
    posix_spawn_file_actions_adddup2(&streams, ends[0], STDIN_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &streams, &attributes, &arguments, environ) == 0 else {
      close(ends[1])
      return nil
    }
    return (process, ends[1])
  }
}
