import Foundation
import Yams

/// Reads YAML into nodes with places, and refuses what a contract has no use for.
struct SourceTree {
  /// The deepest nesting; a contract needs seven levels.
  static let deepest = 20

  private var source: MaskedSource
  private(set) var findings: Findings
  private var doubled: [(place: Place, key: String)] = []
  private let kind: SourceKind

  private init(_ source: MaskedSource, _ kind: SourceKind, _ findings: Findings) {
    self.source = source
    self.kind = kind
    self.findings = findings
  }

  /// The root of the text; nil where it is no YAML, which `findings` then say.
  static func compose(
    _ text: SourceText, as kind: SourceKind = .contract, _ findings: inout Findings
  ) -> SourceNode? {
    findings.text = text
    var tree = SourceTree(MaskedSource(text), kind, findings)
    defer { findings = tree.findings }
    return tree.root()
  }

  private mutating func root() -> SourceNode? {
    while true {
      do {
        let parser = try Parser(yaml: source.yaml, resolver: .basic, encoding: .utf8)
        // The nodes know their anchors only as long as the parser lives.
        return try withExtendedLifetime(parser) {
          guard let root = try parser.singleRoot() else {
            return SourceNode(place: .start, content: .nothing)
          }
          return node(root, depth: 1, under: nil)
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = Place(context.mark)
        doubled.append((place, keys.first ?? ""))
        if source.rename(at: place) { continue }
        // There are too many to find the second place of each.
        for (place, key) in doubled {
          findings.report(place, "the key '\(key.shortened)' is there twice; keep one of them")
        }
        return nil
      } catch {
        if source.maskConditions() { continue }
        let complaint = SyntaxComplaint(error, kind)
        findings.report(complaint.place, complaint.message)
        return nil
      }
    }
  }

  private mutating func node(_ node: Node, depth: Int, under key: String?) -> SourceNode {
    let place = node.mark.map(Place.init) ?? .start
    guard depth <= Self.deepest else {
      findings.report(place, "this is nested deeper than \(Self.deepest) levels; no part of \(kind.one) is")
      return SourceNode(place: place, content: .refused)
    }
    if let anchor = node.anchor {
      findings.report(
        place,
        "'&\(anchor.rawValue.shortened)' is an anchor, which \(kind.all) do without; write the text out each time"
      )
    }
    switch node {
    case .scalar(let scalar):
      refuse(scalar.tag, at: place)
      return SourceNode(place: place, content: content(of: scalar, at: place))
    case .sequence(let sequence):
      refuse(sequence.tag, at: place)
      return SourceNode(
        place: place,
        content: .list(sequence.map { self.node($0, depth: depth + 1, under: nil) })
      )
    case .mapping(let mapping):
      refuse(mapping.tag, at: place)
      let entries = entries(of: mapping, depth: depth, under: key)
      return SourceNode(
        place: place,
        content: .mapping(entries),
        isIncomplete: entries.count < mapping.count
      )
    case .alias:
      return SourceNode(place: place, content: .nothing)
    }
  }

  private mutating func content(of scalar: Node.Scalar, at place: Place) -> SourceNode.Content {
    let text = source.original(scalar.string, at: place).precomposedStringWithCanonicalMapping
    switch scalar.style {
    case .plain, .any:
      if source.isAlias(scalar.string) {
        findings.report(
          place,
          "'\(text.shortened)' is an alias to YAML, which \(kind.all) do without; write the text out, or put it in quotes"
        )
        return .refused
      }
      return text.isEmpty ? .nothing : .text(text)
    case .literal, .folded:
      return .text(text.trimmingCharacters(in: .newlines))
    case .singleQuoted, .doubleQuoted:
      return .text(text)
    }
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int, under parent: String?) -> [SourceNode
    .Entry]
  {
    var entries: [SourceNode.Entry] = []
    var first: [String: Place] = [:]
    var torn: Set<Place> = []
    for (keyNode, valueNode) in mapping {
      let keyPlace = keyNode.mark.map(Place.init) ?? .start
      let key: String
      switch node(keyNode, depth: depth + 1, under: nil).content {
      case .text(let text): key = text
      case .refused: continue
      case .nothing, .list, .mapping:
        findings.report(keyPlace, "a key is due here: a word before a ':'")
        continue
      }
      let value = node(valueNode, depth: depth + 1, under: key)
      if let whole = entries.last?.continued(by: key, value) {
        entries[entries.count - 1] = whole
        torn.insert(whole.value.place)
      } else if let first = first[key] {
        findings.report(keyPlace, Self.doubled(key, under: parent, firstOn: first.line))
      } else {
        first[key] = keyPlace
        entries.append(SourceNode.Entry(key: key, keyPlace: keyPlace, value: value))
      }
    }
    for place in torn {
      findings.report(
        place,
        "the amount falls apart at its comma between { and }; leave the comma out, or put the amount in quotes"
      )
    }
    return entries
  }

  private static func doubled(_ key: String, under parent: String?, firstOn line: Int) -> String {
    let noun = ["streams": "stream", "lead-types": "lead type", "measures": "measure"][parent ?? ""]
    let remedy = noun == nil ? "keep one of them" : "rename one or remove it"
    return "the \(noun ?? "key") '\(key.shortened)' is there twice (first on line \(line)); \(remedy)"
  }

  private mutating func refuse(_ tag: Tag, at place: Place) {
    let harmless: [Tag.Name] = [.implicit, .nonSpecific, .str, .seq, .map]
    guard !harmless.map(\.rawValue).contains(tag.rawValue) else { return }
    findings.report(place, "'\(tag.rawValue.shortened)' is a tag, which \(kind.all) do without; leave it out")
  }
}

extension SourceNode.Entry {
  /// The entry whose amount goes on after a comma: `{2026-01: 500,000}` is two keys to YAML, the second `000`.
  fileprivate func continued(by key: String, _ value: SourceNode) -> SourceNode.Entry? {
    guard
      case .text(let start) = self.value.content, case .nothing = value.content,
      key.utf8.count == 3, key.utf8.allSatisfy({ (48...57).contains($0) }), start.last?.isNumber == true
    else { return nil }
    let whole = SourceNode(place: self.value.place, content: .text(start + "," + key))
    return SourceNode.Entry(key: self.key, keyPlace: keyPlace, value: whole)
  }
}

extension Place {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
