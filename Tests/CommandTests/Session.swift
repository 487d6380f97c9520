import Foundation

/// One shell that runs a transcript's commands in order, so that folders and exported variables carry over.
struct Session {
  let sandbox: Sandbox

  /// Runs `commands` and gives the lines that each printed, stdout and stderr together.
  ///
  /// Fewer than the commands come back when one of them ended the shell.
  func outputs(of commands: [String], limit: Duration = .patience) async throws -> [[String]] {
    let mark = "\u{1E}\(UUID().uuidString) "
    let script = commands.map { "\($0)\nprintf '\(mark)%d\\036' $?\n" }.joined()
    let file = sandbox.scratch.appendingPathComponent("output")
    try Data().write(to: file)
    let shell = ChildProcess(
      executable: URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", script],
      environment: sandbox.environment,
      folder: sandbox.home
    )
    do {
      _ = try await Turnstile.programs.pass {
        let output = try FileHandle(forWritingTo: file)
        defer { try? output.close() }
        return try await shell.run(output: output, errors: output, limit: limit)
      }
    } catch let error as ChildProcess.TimedOut {
      let finished = try outputs(in: file, separatedBy: mark)
      throw Hung(command: commands[min(finished.count, commands.count - 1)], reason: error)
    }
    return try outputs(in: file, separatedBy: mark)
  }

  /// A command that did not come to its end.
  struct Hung: Error, CustomStringConvertible {
    let command: String
    let reason: ChildProcess.TimedOut
    var description: String { "$ \(command)\n\(reason)" }
  }

  /// Each command's output is followed by the mark and its exit code.
  private func outputs(in file: URL, separatedBy mark: String) throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var parts = sandbox.abbreviatingHome(in: text).components(separatedBy: mark)
    var outputs: [[String]] = []
    while parts.count > 1 {
      let printed = parts.removeFirst()
      let (code, next) = (parts[0].prefix { $0 != "\u{1E}" }, parts[0].drop { $0 != "\u{1E}" }.dropFirst())
      parts[0] = String(next)
      outputs.append(lines(of: printed) + (code == "0" ? [] : ["[exit \(code)]"]))
    }
    return outputs
  }

  private func lines(of printed: String) -> [String] {
    var lines = printed.linesByByte
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
