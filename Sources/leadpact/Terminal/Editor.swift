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
    let ending: Program.Ending
    do { ending = try Program(words: words + [path]).run() } catch {
      throw failure("cannot be run: \(error)")
    }
    switch ending {
    case .exited(0): return
    case .exited(let code): throw failure("ended with \(code)")
    case .signalled(let number): throw failure("was ended by signal \(number)")
    }
  }

  private func failure(_ reason: String) -> Failure {
    .couldNot("the editor '\(words.joined(separator: " "))' (\(origin)) \(reason)")
  }
}
