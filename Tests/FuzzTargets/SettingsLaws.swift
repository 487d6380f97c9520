import Exchange

/// A file of settings is read or refused with places in it, and what is set in it reads back while all else stays.
///
/// The first byte chooses whose settings they are, and what is set.
struct SettingsLaws {
  private let bytes: [UInt8]
  private let scope: SettingsFile.Scope
  private let setting: Setting
  private let value: String?

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let choice = rest.takeChoice()
    self.bytes = Array(rest)
    scope = choice & 1 == 0 ? .user : .project
    setting = Setting.allCases.chosen(by: choice >> 1)
    value = [nil, "acme-2026", "no", "a # b", "名-🙂", "- x: \"y\" \\"].chosen(by: choice >> 3)
  }

  func check() throws(BrokenLaw) {
    let file: SettingsFile
    do throws(SettingsFileError) {
      file = try SettingsFile(bytes: bytes, path: "f", scope: scope)
    } catch {
      return try TextPlaces(of: bytes).check(error.problems)
    }
    for (setting, entry) in file.entries {
      try hold(scope == .user || !setting.isCommand, "no project names a program to run")
      try readable("a value is one that may be set") { try setting.check(entry.value) }
    }
    guard let changed = try accepted({ try file.setting(setting, to: value) }) else { return }
    var expected = file.entries.mapValues(\.value)
    expected[setting] = value
    let again = try readable("what was set is a file of settings") {
      try SettingsFile(bytes: changed.text.utf8, path: "f", scope: scope)
    }
    try hold(again.entries.mapValues(\.value) == expected, "what was set reads back: \(changed.text)")
  }
}
