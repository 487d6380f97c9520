/// The manual page of one command, made from what the command says of itself.
struct ManualPage {
  private let command: Tool.Command
  private let root: Tool.Command
  private let edition: Edition

  /// Of which release the page is.
  struct Edition {
    let version: String
    /// The day of the release, `2026-11-24`: a page does not tell when it was made.
    let date: String
  }

  init(of command: Tool.Command, in root: Tool.Command, edition: Edition) {
    self.command = command
    self.root = root
    self.edition = edition
  }

  /// The name of the file.
  var fileName: String { command.pageName + ".1" }

  /// The page in the language of man(7).
  var text: String {
    let lines = [
      header, section("NAME", name), section("SYNOPSIS", synopsis), section("DESCRIPTION", description),
      section("COMMANDS", commands), section("ARGUMENTS", arguments { $0.kind == .positional }),
      section("OPTIONS", arguments { $0.kind != .positional }), definitions, section("EXAMPLES", examples),
      section("SEE ALSO", related),
    ]
    return lines.flatMap { $0 }.map { $0 + "\n" }.joined()
  }

  private var paragraphs: [Paragraph] { Paragraph.all(in: command.discussion ?? "") }

  private var header: [String] {
    [
      ".\\\" Made from the command's own help; change that instead.",
      ".TH \(Roff.quoted(command.pageName.uppercased())) 1 \"\(edition.date)\""
        + " \(Roff.quoted("leadpact \(edition.version)")) \"leadpact manual\"",
    ]
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [".SH \(title)"] + lines
  }

  private var name: [String] {
    let abstract = command.abstract ?? ""
    let lowered = abstract.prefix(1).lowercased() + abstract.dropFirst()
    let clause = lowered.hasSuffix(".") ? String(lowered.dropLast()) : lowered
    return ["\(Roff.text(command.pageName)) \\-"] + Roff.filled(clause)
  }

  private var synopsis: [String] {
    let call = command.words.joined(separator: " ")
    var words = [Roff.bold(call)]
    words += command.shownArguments.filter { $0.kind != .positional && !$0.isOptional }.map(\.synopsis)
    if command.shownArguments.contains(where: { $0.kind != .positional && $0.isOptional }) {
      words.append("[\(Roff.italic("options"))]")
    }
    words += command.shownArguments.filter { $0.kind == .positional }.map(\.synopsis)
    if !command.parts.isEmpty { words.append(Roff.italic("command")) }
    return words.count == 1 ? words : [words[0], words.dropFirst().joined(separator: " ")]
  }

  private var description: [String] {
    let texts = paragraphs.indices.compactMap { index in
      if case .text(let text) = paragraphs[index], !introducesExamples(index) { text } else { nil }
    }
    return Roff.filled(command.abstract ?? "") + texts.flatMap { [".PP"] + Roff.filled($0) }
  }

  private var commands: [String] {
    command.parts.flatMap { part in
      [".TP", Roff.bold(part.words.joined(separator: " "))] + Roff.filled(part.abstract ?? "")
    }
  }

  private func arguments(where isMeant: (Tool.Argument) -> Bool) -> [String] {
    command.shownArguments.filter(isMeant).flatMap { argument in
      [".TP", argument.label] + Roff.filled(argument.meaning)
    }
  }

  /// Lists of words and their meanings, each under its own heading.
  private var definitions: [String] {
    paragraphs.flatMap { paragraph -> [String] in
      guard case .definitions(let heading, let items) = paragraph else { return [] }
      let list = items.flatMap { [".TP", Roff.bold($0.term)] + Roff.filled($0.meaning) }
      // A heading of a few words is a section's; sentences introduce the list.
      let title = heading.hasSuffix(":") ? String(heading.dropLast()) : heading
      return title.contains(" ") && title.count > 24
        ? section("NOTES", Roff.filled(heading) + list) : section(title.uppercased(), list)
    }
  }

  private var examples: [String] {
    let blocks = paragraphs.indices.compactMap { index -> [String]? in
      switch paragraphs[index] {
      case .examples(let lines): [".nf"] + lines.map(Roff.text) + [".fi"]
      case .text(let text) where introducesExamples(index): Roff.filled(text)
      default: nil
      }
    }
    return Array(blocks.joined(separator: [".PP"]))
  }

  /// Whether the paragraph is a text that says what the examples behind it are of.
  private func introducesExamples(_ index: Int) -> Bool {
    guard case .text(let text) = paragraphs[index], text.hasSuffix(":"), index + 1 < paragraphs.count,
      case .examples = paragraphs[index + 1]
    else { return false }
    return true
  }

  private var related: [String] {
    let parent = root.family.first { $0.words == command.words.dropLast() }
    let siblings = parent?.words == root.words ? [] : parent?.parts ?? []
    let near = (parent.map { [$0] } ?? []) + command.parts + siblings.filter { $0.words != command.words }
    // Each on a line of its own, and none divided.
    return [".ad l"]
      + near.enumerated().map { index, page in
        ".BR \\%\(Roff.text(page.pageName)) (1)\(index == near.count - 1 ? "" : ",")"
      }
  }
}

extension Tool.Argument {
  fileprivate var value: String { Roff.italic(valueName ?? "value") }

  /// `--as email`, `[file]`, as a synopsis has it.
  fileprivate var synopsis: String {
    let dots = isRepeating ? " ..." : ""
    let plain: String
    switch kind {
    case .positional: plain = value + dots
    case .option: plain = "\(Roff.bold(names?.last?.dashed ?? "")) \(value)\(dots)"
    case .flag: plain = Roff.bold(names?.last?.dashed ?? "")
    }
    return isOptional ? "[\(plain)]" : plain
  }

  fileprivate var label: String {
    let names = (names ?? []).map { Roff.bold($0.dashed) }.joined(separator: ", ")
    switch kind {
    case .positional: return value
    case .option: return "\(names) \(value)"
    case .flag: return names
    }
  }

  fileprivate var meaning: String {
    [abstract, defaultValue.map { "Default: \($0)." }].compactMap { $0 }.joined(separator: " ")
  }
}
