/// The formats that a report is written in.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For terminals and text files.
  case text
  /// For issues, wikis and pull requests.
  case markdown
  /// For reading, showing and printing: one file that needs nothing else.
  case html
  /// For programs.
  case json
  /// For spreadsheets and data frames.
  case csv

  /// The format that the name of a file ends in; nil where the ending says none.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    let format = Self.allCases.first { $0.endings.contains { name.hasSuffix("." + $0) } }
    guard let format else { return nil }
    self = format
  }

  /// The endings of file names, without the point, the usual one first.
  public var endings: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .json: ["json"]
    case .csv: ["csv"]
    }
  }
}

extension Document {
  /// The document in `format`; text is laid out by `layout`.
  ///
  /// - Parameter isRaw: in CSV, leaves text as it is that a spreadsheet would run.
  public func rendered(
    as format: OutputFormat, layout: TextRenderer = TextRenderer(), isRaw: Bool = false
  ) -> String {
    switch format {
    case .text: layout.render(self)
    case .markdown: MarkdownRenderer().render(self)
    case .html: HTMLRenderer().render(self)
    case .json: JSONRenderer().render(self)
    case .csv: CSVRenderer(isRaw: isRaw).render(self)
    }
  }
}
