/// A file of settings: YAML, a line for each.
/// ```yaml
/// contract: acme-2026
/// database: acme.leadpact   # beside this file
/// ```
public struct SettingsFile: Hashable, Sendable {
  /// Whose settings a file has.
  public enum Scope: String, Hashable, Sendable {
    /// A folder's, and so everybody's who works in it.
    case project
    /// One person's.
    case user
  }

  /// A value, and the line that sets it.
  public struct Entry: Hashable, Sendable {
    /// The value.
    public let value: String
    /// The line, from 1.
    public let line: Int
  }

  /// The file's path.
  public let path: String
  /// Whose settings it has.
  public let scope: Scope
  /// What it sets.
  public let entries: [Setting: Entry]
  /// All of it, as it stands there.
  public let text: String

  /// Reads a file of settings; one without any is none.
  ///
  /// - Throws: `SettingsFileError` with all that is wrong, each with its line and column.
  public init(bytes: some Collection<UInt8>, path: String, scope: Scope) throws(SettingsFileError) {
    var findings = Findings(file: path)
    var entries: [Setting: Entry] = [:]
    do throws(SourceText.Refusal) {
      let text = try SourceText(decoding: bytes, as: .settings)
      if let root = SourceTree.compose(text, as: .settings, &findings) {
        entries = Self.entries(of: root, scope, &findings)
      }
    } catch {
      findings.report(error.place, error.message)
    }
    guard findings.isEmpty else { throw SettingsFileError(problems: findings.error.problems) }
    self.path = path
    self.scope = scope
    self.entries = entries
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  private static func entries(
    of root: SourceNode, _ scope: Scope, _ findings: inout Findings
  ) -> [Setting: Entry] {
    let entries: [SourceNode.Entry]
    switch root.content {
    case .nothing, .refused: return [:]
    case .mapping(let found): entries = found
    case .text, .list:
      findings.report(root.place, "settings are lines such as 'contract: acme-2026'")
      return [:]
    }
    let keys = Keys(of: "a settings file", optional: Setting.settable(in: scope).map(\.rawValue))
    var settings: [Setting: Entry] = [:]
    for entry in entries {
      guard let setting = Setting(rawValue: entry.key) else {
        findings.report(entry.keyPlace, keys.refusal(of: entry.key))
        continue
      }
      guard Setting.settable(in: scope).contains(setting) else {
        findings.report(
          entry.keyPlace,
          "\(setting.rawValue): a project cannot set this, since it names a program to run; remove it here, and set "
            + "it for yourself: leadpact config set \(setting.rawValue) … --user")
        continue
      }
      if let value = value(of: entry, setting, &findings) {
        settings[setting] = Entry(value: value, line: entry.keyPlace.line)
      }
    }
    return settings
  }

  private static func value(
    of entry: SourceNode.Entry, _ setting: Setting, _ findings: inout Findings
  ) -> String? {
    switch entry.value.content {
    case .text(let text):
      do { try setting.check(text) } catch {
        findings.report(entry.place, "\(setting.rawValue): \(error.shortened)")
        return nil
      }
      return text
    case .refused: break
    case .nothing:
      findings.report(
        entry.keyPlace,
        "\(setting.rawValue): there is no value; give one, such as \(setting.example), or remove the key")
    case .list, .mapping:
      findings.report(
        entry.place, "\(setting.rawValue): here is \(entry.value.content.noun) where a single value is due")
    }
    return nil
  }
}

extension Setting {
  /// What a file of that scope may set.
  static func settable(in scope: SettingsFile.Scope) -> [Setting] {
    allCases.filter { scope == .user || !$0.isCommand }
  }
}

/// Everything that keeps a file from being one of settings.
public struct SettingsFileError: Error, Hashable, Sendable {
  /// The problems in the order of the text; at least one.
  public let problems: [Diagnostic]
}

extension SettingsFileError: CustomStringConvertible {
  /// A line a problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
