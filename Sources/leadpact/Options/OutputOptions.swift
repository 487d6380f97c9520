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
    help: ArgumentHelp("The file to write; default: standard output.", valueName: "file"))
  var output: String?

  /// Writes a document where it is wanted.
  func write(_ document: Document) throws {
    let format = format ?? output.flatMap(OutputFormat.init(fileName:)) ?? .text
    let style: TextStyle = output == nil && Terminal.isColourful ? .ansi : .plain
    let text = document.rendered(as: format, layout: TextRenderer(width: Terminal.width, style: style))
    if let output { try Files.write(text, toFile: output) } else { Terminal.say(text) }
  }
}

extension OutputFormat: ExpressibleByArgument {}

/// The day that records are read as known on.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out what was recorded after this day, to see a report as it was.", valueName: "date"))
  var asOf: String?

  /// The day; nil for what is known now.
  func day() throws -> Day? { try asOf.map(Day.init) }
}
