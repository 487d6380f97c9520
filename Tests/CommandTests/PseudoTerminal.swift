import Foundation
import Glibc

/// A terminal without a screen: what is typed is there to be read, and what is printed is kept.
struct PseudoTerminal {
  private let master: Int32
  private let slave: Int32

  /// Opens one; of no size where `rows` says none, as where nobody looks.
  init(rows: UInt16 = 0, columns: UInt16 = 100) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, Self.setLock, &locked) == 0, ioctl(master, Self.getNumber, &number) == 0
    else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    if rows > 0 { _ = ioctl(slave, UInt(TIOCSWINSZ), &size) }
  }

  /// `TIOCSPTLCK` and `TIOCGPTN`, which Swift does not see.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  /// Runs `leadpact` on the terminal after `typed` was typed.
  ///
  /// - Returns: what the screen shows, without the echo of what was typed, and the exit status.
  func leadpact(
    _ arguments: String...,
    typing typed: String,
    environment: [String: String] = [:],
    in sandbox: Sandbox
  ) async throws -> (screen: String, exit: Int32) {
    try await leadpact(arguments, typing: typed, environment: environment, in: sandbox)
  }

  /// Likewise, with the arguments in a list.
  func leadpact(
    _ arguments: [String],
    typing typed: String,
    environment: [String: String] = [:],
    in sandbox: Sandbox
  ) async throws -> (screen: String, exit: Int32) {
    try await run(Repository.binary, arguments, typing: typed, environment: environment, in: sandbox)
  }

  /// Runs a program, likewise.
  func run(
    _ executable: URL,
    _ arguments: [String],
    typing typed: String,
    environment: [String: String] = [:],
    in sandbox: Sandbox
  ) async throws -> (screen: String, exit: Int32) {
    defer { close(master) }
    silence()
    write(master, typed, typed.utf8.count)
    let program = ChildProcess(
      executable: executable,
      arguments: arguments,
      environment: sandbox.environment.merging(environment) { $1 },
      folder: sandbox.home
    )
    let (screen, exit) = try await run(program)
    return (sandbox.abbreviatingHome(in: screen), exit)
  }

  /// Runs `leadpact` on the terminal as its own, so that Ctrl-C reaches it, and types each text once what it answers
  /// was printed.
  ///
  /// - Returns: what the screen shows, without the echo of what was typed, and the exit status.
  func leadpact(
    _ arguments: String...,
    dialogue: [(awaited: String, typed: String)],
    environment: [String: String] = [:],
    in sandbox: Sandbox
  ) async throws -> (screen: String, exit: Int32) {
    defer { close(master) }
    silence()
    let program = ChildProcess(
      executable: URL(fileURLWithPath: "/usr/bin/setsid"),
      arguments: ["--ctty", "--wait", Repository.binary.path] + arguments,
      environment: sandbox.environment.merging(environment) { $1 },
      folder: sandbox.home
    )
    let (screen, exit) = try await run(program, answering: dialogue)
    return (sandbox.abbreviatingHome(in: screen), exit)
  }

  /// Runs a program on the terminal to its end, lets go of the terminal then, and says what the screen shows.
  private func run(
    _ program: ChildProcess, answering dialogue: [(awaited: String, typed: String)] = []
  ) async throws -> (screen: String, exit: Int32) {
    // Who reads the screen takes a thread, so that reading begins no sooner than the program.
    try await Turnstile.programs.pass {
      async let screen = screen(answering: dialogue)
      let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
      let exit: Int32
      do {
        exit = try await program.run(input: terminal, output: terminal, errors: terminal)
      } catch {
        close(slave)
        throw error
      }
      close(slave)
      return (await screen, exit)
    }
  }

  /// No echo of what is typed, and no carriage returns in what is printed.
  private func silence() {
    var settings = termios()
    tcgetattr(slave, &settings)
    settings.c_lflag &= ~tcflag_t(ECHO)
    settings.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(slave, TCSANOW, &settings)
  }

  /// All that is printed until the last program lets go of the terminal.
  private func screen(answering dialogue: [(awaited: String, typed: String)] = []) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var bytes: [UInt8] = []
        var (left, unanswered) = (dialogue[...], 0)
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
          let count = read(master, &chunk, chunk.count)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { break }
          bytes += chunk[..<count]
          while let next = left.first,
            let found = bytes[unanswered...].firstRange(of: Array(next.awaited.utf8))
          {
            unanswered = found.upperBound
            left.removeFirst()
            write(master, next.typed, next.typed.utf8.count)
          }
        }
        continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}
