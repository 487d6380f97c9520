import Foundation

/// All that one run of a program leaves behind for its caller.
struct Consequence: Equatable {
  var stdout = ""
  var stderr = ""
  var exit: Int32 = 0
}

/// The built binary, run directly: for tests that must tell stdout from stderr.
///
/// What a person sees at a terminal belongs in a transcript instead.
enum Leadpact {
  /// Runs `leadpact` with `arguments` in `sandbox`; `environment` is added to the sandbox's own.
  ///
  /// The home folder is shown as `~` in both streams.
  static func run(
    _ arguments: String...,
    environment: [String: String] = [:],
    input: String = "",
    in sandbox: Sandbox? = nil
  ) async throws -> Consequence {
    try await run(arguments, environment: environment, input: input, in: sandbox)
  }

  /// Likewise, with the arguments in a list.
  static func run(
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String = "",
    in sandbox: Sandbox? = nil
  ) async throws -> Consequence {
    let sandbox = try sandbox ?? Sandbox()
    let program = ChildProcess(
      executable: Repository.binary,
      arguments: arguments,
      environment: sandbox.environment.merging(environment) { $1 },
      folder: sandbox.home
    )
    return try await program.consequence(input: input, in: sandbox)
  }
}

extension ChildProcess {
  /// Runs the program with `input` as its standard input and collects what it wrote.
  func consequence(
    input: String = "",
    in sandbox: Sandbox,
    limit: Duration = .patience
  ) async throws -> Consequence {
    let run = sandbox.scratch.appendingPathComponent(UUID().uuidString)
    let (stdin, stdout, stderr) = (
      run.appendingPathExtension("in"), run.appendingPathExtension("out"), run.appendingPathExtension("err")
    )
    try Data(input.utf8).write(to: stdin)
    try Data().write(to: stdout)
    try Data().write(to: stderr)

    let exit = try await Turnstile.programs.pass {
      let streams = try (
        FileHandle(forReadingFrom: stdin), FileHandle(forWritingTo: stdout), FileHandle(forWritingTo: stderr)
      )
      // Foundation would let go of them some time later.
      defer { for stream in [streams.0, streams.1, streams.2] { try? stream.close() } }
      return try await self.run(input: streams.0, output: streams.1, errors: streams.2, limit: limit)
    }
    return Consequence(
      stdout: sandbox.abbreviatingHome(in: String(decoding: try Data(contentsOf: stdout), as: UTF8.self)),
      stderr: sandbox.abbreviatingHome(in: String(decoding: try Data(contentsOf: stderr), as: UTF8.self)),
      exit: exit
    )
  }
}
