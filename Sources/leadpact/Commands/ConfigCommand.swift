import Agreement
import ArgumentParser
import Exchange
import Reporting

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Set once what commands would be told each time, and see where it is set.",
    discussion: """
      leadpact config                                       every setting, its value, and what says so
      leadpact config set contract acme-2026                for yourself, in ~/.config/leadpact/config.yaml
      leadpact config set database acme.leadpact --project  for all who work in this folder, in .leadpact.yaml
      leadpact config get database
      leadpact config unset contract

      An option of a command goes before the environment ($LEADPACT_CONTRACT, $LEADPACT_DB, $LEADPACT_USER, $VISUAL, \
      $EDITOR), that before the project's file, and that before your own. The project's file is looked for in the \
      working folder and those above it, up to the root of the repository or your home.
      A path in a file starts from the file's own folder. \
      A project cannot set what names a program to run: \(commands).
      """,
    subcommands: [List.self, Get.self, Set.self, Unset.self], defaultSubcommand: List.self)

  private static var commands: String {
    Setting.allCases.filter(\.isCommand).map(\.rawValue).joined(separator: ", ")
  }
}

extension ConfigCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List every setting, its value, and what says so.",
      discussion: """
        leadpact config list
        leadpact config -O json
        """)
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let settings = try Settings.current()
      let found = try Setting.allCases.map { ($0, try common.found($0, in: settings)) }
      let rows = found.map { setting, found in
        Table.Row([
          .text(setting.rawValue), .text(shown(found?.value ?? "")),
          .text(found.map { shown("\($0.origin)") } ?? "not set"), .text(found?.origin.kind ?? "none"),
        ])
      }
      let table = Table(
        "Settings",
        columns: [
          .init("setting", "Setting"), .init("value", "Value"), .init("set-by", "Set by"),
          .init("kind", "Which is"),
        ], rows: rows)
      let (project, own) = (
        SettingsFiles.newProjectPath ?? "in a folder", SettingsFiles.userPath ?? "in a home"
      )
      let files = [
        "Project's file: "
          + (settings.project.map { shown($0.path) } ?? "none; one would be \(shown(project))"),
        "Your own: " + (settings.user.map { shown($0.path) } ?? "none; one would be \(shown(own))"),
      ]
      try output.write(
        Document(
          kind: "settings", title: "Settings",
          sections: [
            Section("settings", "What holds here", [.table(table)]),
            Section("files", "Where settings are read from", [.list(files)]),
          ]))
    }

    /// A path for people, from the home folder; as it is for programs.
    private func shown(_ path: String) -> String {
      let isForPeople =
        (output.format ?? output.output.flatMap(OutputFormat.init(fileName:)) ?? .text) == .text
      guard isForPeople, let home = Terminal.environment("HOME"), path.hasPrefix(home + "/") else {
        return path
      }
      return "~" + path.dropFirst(home.count)
    }
  }

  struct Get: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "get", abstract: "Print what one setting comes to.",
      discussion: """
        leadpact config get database

        It exits with 1 where nothing is set.
        """)
    @Argument(help: "The setting.", completion: .settings) var key: String
    @OptionGroup var common: CommonOptions

    func run() throws {
      let setting = try Setting(known: key)
      guard let found = try common.found(setting) else {
        throw Failure.couldNot("\(setting.rawValue) is not set: \(setting.meaning)")
      }
      Terminal.tell("\(found.value)")
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Set something for yourself, or for a project.",
      discussion: """
        leadpact config set contract acme-2026
        leadpact config set database ./acme.leadpact --project

        The rest of the file stays as it is, comments too.
        """)
    @Argument(help: "The setting.", completion: .settings) var key: String
    @Argument(help: "The value.") var value: String
    @OptionGroup var place: SettingPlace

    func run() throws {
      let setting = try Setting(known: key)
      do { try setting.check(value) } catch { throw Failure.usage("\(setting.rawValue): \(error)") }
      let scope = try place.scope()
      guard scope == .user || !setting.isCommand else {
        throw Failure.usage(
          "a project cannot set \(setting.rawValue), since it names a program to run; set it for yourself: --user"
        )
      }
      let file = try place.file()
      let changed = try file.setting(setting, to: value)
      try changed.save()
      Terminal.note("Set \(setting.rawValue) in \(file.path).")
      try noteIfHidden(setting, in: changed)
    }

    /// Says so where something else goes before what was just set.
    private func noteIfHidden(_ setting: Setting, in file: SettingsFile) throws {
      guard let found = try Settings.read().found(setting) else { return }
      if case .file(let holding, _) = found.origin, holding.path == file.path {
        if setting == .database { Terminal.note("It is \(found.value).") }
      } else {
        Terminal.note(
          "note: here \(found.origin) goes before it, and says '\(PrintableText.line(found.value))'")
      }
    }
  }

  struct Unset: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unset", abstract: "Take a setting back.",
      discussion: """
        leadpact config unset contract
        leadpact config unset database --project
        """)
    @Argument(help: "The setting.", completion: .settings) var key: String
    @OptionGroup var place: SettingPlace

    func run() throws {
      let setting = try Setting(known: key)
      let file = try place.file()
      guard file.entries[setting] != nil else {
        throw Failure.couldNot("\(setting.rawValue) is not set in \(file.path)")
      }
      try file.setting(setting, to: nil).save()
      Terminal.note("\(setting.rawValue) is no longer set in \(file.path).")
    }
  }
}

/// In which file a setting is changed.
struct SettingPlace: ParsableArguments {
  @Flag(help: "In your own file; the default.") var user = false
  @Flag(help: "In the project's file, for all who work in it.") var project = false

  /// Whose file it is.
  func scope() throws -> SettingsFile.Scope {
    guard !user || !project else { throw Failure.usage("give --user or --project, not both") }
    return project ? .project : .user
  }

  /// The file, empty where there is none yet.
  func file() throws -> SettingsFile {
    switch try scope() {
    case .user:
      guard let path = SettingsFiles.userPath else {
        throw Failure.couldNot("there is no home folder to keep settings in; set $HOME or $XDG_CONFIG_HOME")
      }
      return try SettingsFiles.read(path, scope: .user) ?? .none(at: path, scope: .user)
    case .project:
      if let file = try SettingsFiles.project() { return file }
      guard let path = SettingsFiles.newProjectPath else {
        throw Failure.couldNot("the working folder is gone; go to the project's")
      }
      return .none(at: path, scope: .project)
    }
  }
}

extension SettingsFile {
  /// Puts the file in place at once.
  fileprivate func save() throws {
    if scope == .user { Files.makeFolder(Files.folder(of: path)) }
    // A project's file is for all who work in its folder.
    try Files.write(text, toFile: path, new: scope == .project ? 0o644 : Files.ownerOnly)
  }
}

extension Setting {
  /// The setting of that name; a wrong one is bad usage.
  fileprivate init(known text: String) throws {
    do { try self.init(named: text) } catch { throw Failure.usage("\(error)") }
  }
}
