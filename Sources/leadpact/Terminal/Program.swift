import Glibc

/// Another program, started with a list of arguments: no shell reads them, so that a path may hold any sign.
struct Program {
  /// How a program ended.
  enum Ending: Equatable {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal, such as the one of Ctrl-C.
    case signalled(Int32)
  }

  /// The program could not be started.
  struct NotStarted: Error, CustomStringConvertible {
    let code: Int32

    /// Whether there is no such program.
    var isMissing: Bool { code == ENOENT }
    var description: String { String(cString: strerror(code)) }
  }

  /// Open files that take the place of the program's streams; nil leaves it the one of leadpact.
  struct Streams {
    var input: Int32?
    var output: Int32?
    var errors: Int32?

    static let inherited = Streams()

    fileprivate var replaced: [(file: Int32, as: Int32)] {
      [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)].compactMap { file, stream in
        file.map { ($0, stream) }
      }
    }
  }

  /// Its path, or its name to be looked for in `$PATH`, and its arguments.
  let words: [String]

  /// Runs it to its end; Ctrl-C is for it meanwhile.
  ///
  /// - Parameter meanwhile: what is to be done once it has started, such as to write what it reads.
  func run(
    _ streams: Streams = .inherited, meanwhile: () -> Void = {}
  ) throws(NotStarted) -> Ending {
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    // Where whoever started leadpact ignores it, a program's end cannot be waited for.
    let child = signal(SIGCHLD, SIG_DFL)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
      signal(SIGCHLD, child)
    }
    let process = try start(streams)
    meanwhile()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw NotStarted(code: errno) }
    }
    let signalled = status & 0x7F
    return signalled == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signalled)
  }

  private func start(_ streams: Streams) throws(NotStarted) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (file, stream) in streams.replaced { posix_spawn_file_actions_adddup2(&actions, file, stream) }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What leadpact ignores, the program is not to ignore too.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw NotStarted(code: code) }
    return process
  }
}
