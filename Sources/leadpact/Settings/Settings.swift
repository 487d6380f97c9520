import Agreement
import Exchange

/// What a setting comes to, and what says so.
struct FoundSetting {
  /// What says so.
  enum Origin {
    /// An option of the command.
    case flag(String)
    /// A variable of the environment.
    case variable(String)
    /// A line of a file of settings.
    case file(SettingsFile, line: Int)
    /// Nobody: it is what holds where nothing is said.
    case usual
  }

  let setting: Setting
  let value: String
  let origin: Origin
}

extension FoundSetting.Origin: CustomStringConvertible {
  /// The place, for people: `--database`, `$LEADPACT_DB`, `/home/ada/acme/.leadpact.yaml:2`.
  var description: String {
    switch self {
    case .flag(let name): name
    case .variable(let name): "$\(name)"
    case .file(let file, let line): "\(file.path):\(line)"
    case .usual: "default"
    }
  }

  /// The kind of place, for programs.
  var kind: String {
    switch self {
    case .flag: "flag"
    case .variable: "environment"
    case .file(let file, _): file.scope.rawValue
    case .usual: "default"
    }
  }
}

/// The settings of the moment: flags go before the environment, that before the project's file, that before one's own.
struct Settings {
  let project: SettingsFile?
  let user: SettingsFile?

  /// Those that this command runs with, read once.
  ///
  /// - Throws: `SettingsFileError` where a file holds what it should not: settings are never passed over in silence.
  static func current() throws -> Settings { try ofThisCommand.get() }

  private static let ofThisCommand = Result { try read() }

  /// Reads the files as they are now.
  ///
  /// - Throws: `SettingsFileError` likewise.
  static func read() throws -> Settings {
    Settings(project: try SettingsFiles.project(), user: try SettingsFiles.user())
  }

  /// What a setting comes to; nil where nothing is said and nothing goes without saying.
  func found(_ setting: Setting, flag: (name: String, value: String?)? = nil) -> FoundSetting? {
    if let flag, let value = flag.value {
      return FoundSetting(setting: setting, value: value, origin: .flag(flag.name))
    }
    for name in setting.variables {
      if let value = Terminal.environment(name) {
        return FoundSetting(setting: setting, value: value, origin: .variable(name))
      }
    }
    for file in [project, user].compactMap(\.self) {
      if let entry = file.entries[setting] {
        let value = setting == .database ? Self.path(entry.value, in: file) : entry.value
        return FoundSetting(setting: setting, value: value, origin: .file(file, line: entry.line))
      }
    }
    return setting.usual.map { FoundSetting(setting: setting, value: $0, origin: .usual) }
  }

  /// A path of a file: from the file's own folder, or from the home folder after `~/`.
  private static func path(_ written: String, in file: SettingsFile) -> String {
    if written.hasPrefix("~/"), let home = Terminal.environment("HOME") { return home + written.dropFirst() }
    return written.hasPrefix("/") ? written : Files.folder(of: file.path) + "/" + written
  }
}

extension Setting {
  /// The variables of the environment that set it, the first that is there.
  fileprivate var variables: [String] {
    switch self {
    case .contract: ["LEADPACT_CONTRACT"]
    case .database: ["LEADPACT_DB"]
    case .user: ["LEADPACT_USER"]
    case .editor: ["VISUAL", "EDITOR"]
    }
  }

  /// What holds where nothing is said.
  fileprivate var usual: String? {
    switch self {
    case .contract: nil
    case .database: Settings.usualDatabase
    case .user: Terminal.environment("USER") ?? Terminal.accountName ?? "someone"
    case .editor: "vi"
    }
  }
}

extension Settings {
  /// The database where nothing is said: in the XDG data folder.
  static var usualDatabase: String {
    let folder =
      Terminal.environment("XDG_DATA_HOME") ?? (Terminal.environment("HOME") ?? ".") + "/.local/share"
    return folder + "/leadpact/leadpact.db"
  }
}
