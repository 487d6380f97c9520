extension SettingsFile {
  /// An empty file, to be written for the first time.
  public static func none(at path: String, scope: Scope) -> SettingsFile {
    SettingsFile(path: path, scope: scope, entries: [:], text: "")
  }

  private init(path: String, scope: Scope, entries: [Setting: Entry], text: String) {
    self.path = path
    self.scope = scope
    self.entries = entries
    self.text = text
  }

  /// The file with another value of a setting, or without it for nil; every other line stays as it is, comments too.
  ///
  /// - Throws: `SettingsFileError` where the value cannot be set there, or the file is written in a way that cannot be
  ///   changed line by line, such as `{contract: acme-2026}`.
  public func setting(_ setting: Setting, to value: String?) throws(SettingsFileError) -> SettingsFile {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let entry = value.map { "\(setting.rawValue): \($0.yamlQuoted)" }
    if let known = entries[setting] {
      let index = known.line - 1
      if lines.indices.contains(index) {
        if let entry {
          lines[index] = entry + Self.comment(of: lines[index])
        } else {
          lines.remove(at: index)
        }
      }
    } else if let entry {
      lines.append(entry)
    }
    let changed = lines.map { "\($0)\n" }.joined()
    var expected = entries.mapValues(\.value)
    expected[setting] = value
    let result = try SettingsFile(bytes: changed.utf8, path: path, scope: scope)
    guard result.entries.mapValues(\.value) == expected else {
      let message =
        "\(setting.rawValue): this file is not written a line for each setting, so change it with an editor"
      throw SettingsFileError(
        problems: [
          Diagnostic(file: path, line: entries[setting]?.line ?? 1, column: 1, message: message)
        ])
    }
    return result
  }

  /// The comment that ends a line, with the blanks before it; nothing where there is none.
  private static func comment(of line: String) -> String {
    guard let colon = line.firstIndex(of: ":") else { return "" }
    var rest = line[line.index(after: colon)...].drop { $0 == " " }
    if let quote = rest.first, quote == "\"" || quote == "'" {
      rest = rest.dropFirst()
      while let sign = rest.first, sign != quote {
        rest = rest.dropFirst(sign == "\\" && quote == "\"" ? 2 : 1)
      }
    }
    var before: Character?
    for index in rest.indices {
      if rest[index] == "#", before == " " || before == "\t" {
        let blanks = rest[..<index].reversed().prefix { $0 == " " || $0 == "\t" }
        return String(blanks.reversed()) + rest[index...]
      }
      before = rest[index]
    }
    return ""
  }
}
