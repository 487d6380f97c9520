import Foundation

/// Datasette and DuckDB, which `make interop` installs where it can.
enum InteropTools {
  /// The page that shows them.
  static let page = "docs/interop.md"

  private static let environment = Repository.root.appending(path: ".build/interop-venv")

  /// Whether they are there, in the versions that `.ci/interop-requirements.txt` names.
  static let areInstalled: Bool = {
    let list = Repository.root.appending(path: ".ci/interop-requirements.txt")
    let installed = environment.appending(path: "requirements.txt")
    return FileManager.default.contentsEqual(atPath: list.path, andPath: installed.path)
  }()

  /// A sandbox that has them.
  static func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox(tools: environment.appending(path: "bin"))
    try FileManager.default.createSymbolicLink(
      at: sandbox.home.appending(path: ".duckdb"), withDestinationURL: environment.appending(path: ".duckdb"))
    return sandbox
  }
}
