import Glibc

/// The program that a person edits text with, run on the terminal without a shell.
struct Editor {
  /// The program and its arguments.
  private let words: [String]
  /// What names it, for messages.
  private let origin: String

  /// Reads a command such as `code --wait`.
  ///
  /// - Throws: `Failure.couldNot` where it is no command.
  init(_ command: String, from origin: String) throws {
    do { words = try ShellWords.parted(command) } catch {
      throw Failure.couldNot("the editor '\(command)' (\(origin)) cannot be run: it lacks \(error.missing)")
    }
    guard !words.isEmpty else { throw Failure.couldNot("the editor of \(origin) is blank; name a program") }
    self.origin = origin
  }

  /// Opens a file and waits until the person is done with it.
  ///
  /// - Throws: `Failure.couldNot` where the program cannot be started, or ends badly.
  func edit(_ path: String) throws {
    // Ctrl-C is for the editor while it runs.
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    let child = try start(words + [path])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else {
        throw failure("could not be waited for: \(String(cString: strerror(errno)))")
      }
    }
    let signalled = status & 0x7F
    guard signalled == 0 else { throw failure("was ended by signal \(signalled)") }
    let code = (status >> 8) & 0xFF
    guard code == 0 else { throw failure("ended with \(code)") }
  }

  private func start(_ words: [String]) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], nil, &attributes, &arguments, environ)
    guard code == 0 else { throw failure("cannot be run: \(String(cString: strerror(code)))") }
    return child
  }

  private func failure(_ reason: String) -> Failure {
    .couldNot("the editor '\(words.joined(separator: " "))' (\(origin)) \(reason)")
  }
}
