import Yams

/// What keeps a text from being YAML, in words that help.
struct SyntaxComplaint {
  let place: Place
  let message: String

  init(_ error: any Error, _ kind: SourceKind) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, let yaml),
      .parser(let context, let problem, let mark, let yaml):
      let fault = Fault(problem: problem, context: context?.text ?? "")
      let place = Place(mark)
      self.place = fault.isFoundLate ? context.map { Place($0.mark) } ?? place : place
      self.message = fault.message(at: yaml.scalar(at: place), kind)
    case .composer(_, _, let mark, _):
      self.place = Place(mark)
      self.message = "a second document begins here; keep one \(kind.noun) a file and remove the '---'"
    default:
      self.place = .start
      self.message = "this cannot be read as YAML: \(error)"
    }
  }

  /// The parser's own words for a problem.
  private struct Fault {
    let problem: String
    let context: String

    /// Whether the parser noticed only long after the place where something is to be mended.
    var isFoundLate: Bool {
      ["end of stream", "document indicator", "expected ':'", "',' or"].contains { problem.contains($0) }
    }

    func message(at scalar: Unicode.Scalar?, _ kind: SourceKind) -> String {
      switch problem {
      case _ where scalar == "\t":
        "here is a tab; YAML indents with blanks only"
      case "mapping values are not allowed in this context":
        "a second ': ' in one entry; put the text in double quotes, or check the indentation"
      case "could not find expected ':'":
        "this line is no entry 'key: value'; write a ':' and a blank after the key"
      case "did not find expected key", "did not find expected <document start>":
        "this does not line up with what stands above it; indent it like its neighbours, "
          + "and put texts with ' \" # or ': ' in double quotes"
      case "did not find expected ',' or '}'":
        "entries after this { are separated by ', ' and end with }; a comma or the } is missing"
      case "did not find expected ',' or ']'":
        "items after this [ are separated by ', ' and end with ]; a comma or the ] is missing"
      case "did not find expected '-' indicator":
        "this does not line up with the items of the list above; begin it with '- ' in their column"
      case "block sequence entries are not allowed in this context":
        "a list begins on a line of its own; put '- ' below its key"
      case "found unexpected end of stream", "found unexpected document indicator":
        "the quotes that open here are not closed"
      case "found incompatible YAML document", "found duplicate %YAML directive":
        "lines that begin with % are needless here; remove them"
      case "found unknown escape character":
        "an unknown escape in double quotes; write \\\\ for a backslash, or use single quotes"
      case "found character that cannot start any token":
        "a value cannot begin with '\(scalar.map(String.init) ?? "")'; put it in double quotes"
      case _ where problem.contains("nesting level"), _ where context.contains("nesting level"):
        "this is nested far deeper than any part of \(kind.one)"
      default:
        "this is not YAML: \(context.isEmpty ? "" : context + " ")\(problem)"
      }
    }
  }
}

extension String {
  fileprivate func scalar(at place: Place) -> Unicode.Scalar? {
    guard let text = try? SourceText(decoding: utf8), let index = text.index(of: place) else { return nil }
    return text.scalars[index]
  }
}
