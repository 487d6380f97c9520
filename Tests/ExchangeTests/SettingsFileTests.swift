import Exchange
import Testing

@Suite struct SettingsFileTests {
  private func read(_ text: String, _ scope: SettingsFile.Scope = .project) throws -> SettingsFile {
    try SettingsFile(bytes: text.utf8, path: "p.yaml", scope: scope)
  }

  private func complaints(_ text: String, _ scope: SettingsFile.Scope = .project) -> [String] {
    do {
      _ = try SettingsFile(bytes: text.utf8, path: "p.yaml", scope: scope)
      return []
    } catch { return error.problems.map { "\($0.line):\($0.column): \($0.message)" } }
  }

  @Test func `reads a line for each setting`() throws {
    let file = try read(
      """
      # ours
      contract: acme-2026

      database: "data/acme #1.leadpact"   # beside this file
      user: no
      """)
    #expect(
      file.entries.mapValues(\.value) == [
        .contract: "acme-2026", .database: "data/acme #1.leadpact", .user: "no",
      ])
    #expect(file.entries[.database]?.line == 4)
  }

  @Test(arguments: ["", "# nothing\n", "\n\n"])
  func `a file of nothing sets nothing`(text: String) throws {
    #expect(try read(text).entries.isEmpty)
  }

  @Test(arguments: [
    ("contarct: acme", "1:1: unknown key 'contarct'; did you mean contract?"),
    ("colour: red", "1:1: unknown key 'colour'; the keys of a settings file are contract, database, user"),
    ("contract: a b", "1:11: contract: 'a b' is not a name of 1 to 64 characters"),
    (
      "user: x\ncontract:\n",
      "2:1: contract: there is no value; give one, such as acme-2026, or remove the key"
    ),
    ("user: [a]", "1:7: user: here is a list where a single value is due"),
    ("- contract", "1:1: settings are lines such as 'contract: acme-2026'"),
    ("contract", "1:1: settings are lines such as 'contract: acme-2026'"),
    ("user: a\nuser: b", "2:1: the key 'user' is there twice (first on line 1); keep one of them"),
    ("user: &a b", "1:7: '&a' is an anchor, which settings files do without; write the text out each time"),
    ("user: *a", "1:7: '*a' is an alias to YAML, which settings files do without"),
    (
      "user: !!python/object:os.system b",
      "1:7: 'tag:yaml.org,2002:python/object:os.system' is a tag, which settings"
    ),
    ("user: \"a\\e[31mb\"", "1:7: user: 'a [31mb' is not a line of text that can be seen"),
    ("user: a: b", "1:8: a second ': ' in one entry"),
    ("user: 'a", "1:7: the quotes that open here are not closed"),
    ("user: a\n---\nuser: b", "2:1: a second document begins here; keep one set of settings a file"),
    ("editor: vim", "1:1: editor: a project cannot set this, since it names a program to run"),
  ])
  func `says what is wrong, and where`(text: String, complaint: String) {
    let found = complaints(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(complaint) == true, "\(found)")
  }

  @Test func `lists all that is wrong at once`() {
    #expect(complaints("contarct: acme\nuser: [x]\ndatabase:\n").count == 3)
  }

  @Test func `refuses bytes that are no text, and files without end`() {
    #expect(throws: SettingsFileError.self) {
      try SettingsFile(bytes: [0x75, 0xFF, 0x0A], path: "p", scope: .user)
    }
    #expect(throws: SettingsFileError.self) { try read("user: a\u{0}") }
    #expect(throws: SettingsFileError.self) { try read(String(repeating: "#", count: 1 << 20) + "x") }
    let bomb = "a: &a [x]\n" + (1...30).map { "b\($0): [*a, *a]\n" }.joined()
    #expect(throws: SettingsFileError.self) { try read(bomb) }
  }

  @Test func `lets a person set the editor`() throws {
    #expect(try read("editor: code --wait", .user).entries[.editor]?.value == "code --wait")
  }

  @Test(arguments: [
    ("", "contract: new\n"),
    ("# ours\n", "# ours\ncontract: new\n"),
    ("user: ada", "user: ada\ncontract: new\n"),
    ("contract: old\n", "contract: new\n"),
    ("# a\ncontract: old   # why # not\nuser: ada\n", "# a\ncontract: new   # why # not\nuser: ada\n"),
    ("'contract' : \"old\" # 'x'\n", "contract: new # 'x'\n"),
    ("contract: 'old'\r\nuser: a\r\n", "contract: new\nuser: a\r\n"),
  ])
  func `changes the one line, and keeps all others`(before: String, after: String) throws {
    #expect(try read(before).setting(.contract, to: "new").text == after)
  }

  @Test func `takes a line away`() throws {
    let file = try read("# a\ncontract: old\n# b\nuser: ada\n")
    #expect(try file.setting(.contract, to: nil).text == "# a\n# b\nuser: ada\n")
    #expect(try file.setting(.contract, to: nil).setting(.user, to: nil).entries.isEmpty)
    #expect(try file.setting(.database, to: nil).text == file.text)
  }

  @Test(arguments: ["- x", "a: b", "# x", "no", "'\"\\", "名 🙂", "~/x", "a # b", "{a}", " a "])
  func `writes any value so that it reads back`(value: String) throws {
    let file = try read("user: ada # me\n").setting(.user, to: value).setting(.database, to: value)
    #expect(file.entries.mapValues(\.value) == [.user: value, .database: value])
    #expect(try read(file.text).entries[.user]?.value == value)
  }

  @Test(arguments: [
    "{contract: old, user: ada}", "contract:\n  old\n", "contract: >\n  old\n", "? contract\n: old\n",
    "contract: \"o\\\n  ld\"\n",
  ])
  func `leaves a file alone that is written otherwise`(text: String) throws {
    let file = try read(text)
    #expect(throws: SettingsFileError.self) { try file.setting(.contract, to: "new") }
  }
}
