import Foundation
import Testing

/// What `leadpact-bench generate` writes, in a folder that is removed when it goes out of scope.
final class GeneratedData: Sendable {
  let folder: URL

  /// Generates with the arguments, which name the size.
  init(_ arguments: String..., in sandbox: Sandbox) async throws {
    folder = sandbox.home.appendingPathComponent(UUID().uuidString)
    let consequence = try await Self.run(["generate"] + arguments + [folder.path], in: sandbox)
    try #require(consequence.exit == 0, "\(consequence)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }  // what is left is in the temporary folder

  /// Runs `leadpact-bench`, which is built beside `leadpact`.
  static func run(_ arguments: [String], in sandbox: Sandbox) async throws -> Consequence {
    let program = ChildProcess(
      executable: Repository.generator, arguments: arguments, environment: sandbox.environment,
      folder: sandbox.home)
    return try await program.consequence(in: sandbox)
  }

  /// The names of the files, in order.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  func bytes(of file: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(file)))
  }

  /// The rows of a file, without its header.
  func rows(of file: String) throws -> [Substring] {
    try String(decoding: bytes(of: file), as: UTF8.self).split(separator: "\n").dropFirst().map { $0 }
  }
}
