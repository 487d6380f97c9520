import Foundation

/// Writes the manual pages of a tool: `leadpact --experimental-dump-help | manual FOLDER VERSION DATE`.
@main struct Manual {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3 else {
      FileHandle.standardError.write(
        Data("usage: leadpact --experimental-dump-help | manual FOLDER VERSION DATE\n".utf8))
      exit(64)
    }
    let words = Array(arguments)
    let tool = try Tool(json: FileHandle.standardInput.readToEnd() ?? Data())
    let edition = ManualPage.Edition(version: words[1], date: words[2])
    for command in tool.command.family {
      let page = ManualPage(of: command, in: tool.command, edition: edition)
      try Data(page.text.utf8).write(to: URL(fileURLWithPath: words[0]).appendingPathComponent(page.fileName))
    }
  }
}
