import Agreement
public import ArgumentParser
public import Reporting

/// In which format a report is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("O"), .customLong("output-format")],
    help: ArgumentHelp(
      "\(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). Default: what the file's name ends in, else text.",
      valueName: "format"))
  var format: OutputFormat?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; default: standard output.", valueName: "file"), completion: .file()
  )
  var output: String?

  @Flag(help: "In CSV, leave text as it is that a spreadsheet would run as a formula, for programs.")
  var raw = false
  @Flag(help: "Do not show long text through a pager.") var noPager = false

  /// What a file's name ends in; nil where it ends in nothing.
  private static func format(of file: String) throws -> OutputFormat? {
    if let format = OutputFormat(fileName: file) { return format }
    let name = file.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
    throw Failure.usage(
      "there is no format for files such as *\(name[point...]); name one of "
        + "\(OutputFormat.allCases.map { "-O \($0.rawValue)" }.joined(separator: ", "))")
  }

  /// The format that is wanted: the one that is named, else that of the file's name, else text.
  func chosenFormat() throws -> OutputFormat { try format ?? output.flatMap(Self.format) ?? .text }

  /// Writes a document where it is wanted.
  func write(_ document: Document) throws {
    let format = try chosenFormat()
    guard !raw || format == .csv else {
      throw Failure.usage("--raw goes with CSV; add -O csv, or leave it out")
    }
    let style: TextStyle = output == nil && Terminal.isColourful ? .ansi : .plain
    let isOnTerminal = output == nil && Terminal.isTerminal
    let layout = TextRenderer(width: Terminal.width, style: style, dividesTables: isOnTerminal)
    let text = document.rendered(as: format, layout: layout, isRaw: raw)
    if let output {
      try Files.write(text, toFile: output)
    } else if format == .text {
      show(text)
    } else {
      Terminal.say(text)
    }
  }

  /// Shows text on standard output, through a pager where it is long and one is wanted.
  func show(_ text: String) {
    if noPager { Terminal.say(text) } else { Terminal.show(text) }
  }
}

extension OutputFormat: ExpressibleByArgument {}

/// The day that records are read as known on.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out what was recorded after this day, to see a report as it was.", valueName: "date"),
    completion: .days)
  var asOf: String?

  /// The day; nil for what is known now.
  func day() throws -> Day? { try asOf.map(Day.init) }
}
