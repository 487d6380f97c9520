import Mustache

/// Renders documents as one HTML file that needs nothing else: no network, no script, no other file.
///
/// The page opens with the document's highlights, draws its charts as inline SVG, and links each figure to its row in
/// an appendix of where every number comes from.
public struct HTMLRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The document as HTML, with a line break at its end.
  public func render(_ document: Document) -> String {
    guard let page = Self.templates.render(PageView(document), withTemplate: "page") else {
      preconditionFailure("there is a template of the page")
    }
    return page
  }

  private static let templates: MustacheLibrary = {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    let files = [
      "page": PackageResources.page_mustache, "highlights": PackageResources.highlights_mustache,
      "block": PackageResources.block_mustache, "table": PackageResources.table_mustache,
      "chart": PackageResources.chart_mustache, "appendix": PackageResources.appendix_mustache,
      "style": PackageResources.style_css,
    ]
    do {
      return MustacheLibrary(
        templates: try files.mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
    } catch {
      preconditionFailure("a template is broken: \(error)")
    }
  }()
}
