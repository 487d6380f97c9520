public import Agreement

/// Which column of a file holds what: `external-id=mql_id,delivered=first_contact_date,lead-type=origin`.
///
/// A column whose name holds a comma or a quote is put in double quotes, its own doubled: `rep="Owner, sales"`.
public struct ColumnMapping: Hashable, Sendable {
  /// A field and the column that holds it.
  struct Entry: Hashable, Sendable {
    let field: String
    let column: String
  }

  let entries: [Entry]

  /// Reads a mapping.
  ///
  /// - Throws: `Unreadable` where it has another form, names a field that no file has, or one twice.
  public init(_ text: String) throws(Unreadable) {
    var entries: [Entry] = []
    for part in try Self.parts(of: text) {
      guard let sign = part.firstIndex(of: "=") else {
        throw Unreadable(part, expected: "FIELD=COLUMN, such as external-id=mql_id")
      }
      let field = String(part[..<sign]).trimmed.lowercased()
      let column = Self.unquoted(String(part[part.index(after: sign)...]).trimmed)
      guard !field.isEmpty, !column.isEmpty else {
        throw Unreadable(part, expected: "FIELD=COLUMN, such as external-id=mql_id")
      }
      guard Self.known.contains(field) else {
        throw Unreadable(field, expected: "a field\(Self.hint(for: field, among: Self.known))")
      }
      guard !entries.contains(where: { $0.field == field }) else {
        throw Unreadable(text, expected: "a mapping: it names '\(field)' twice")
      }
      entries.append(Entry(field: field, column: column))
    }
    self.entries = entries
  }

  /// The words to follow a field that is not known: those that may be meant, or those that there are.
  static func hint(for field: String, among fields: [String]) -> String {
    let near = Spelling.nearest(to: field, among: fields)
    return near.isEmpty
      ? "; there are \(fields.joined(separator: ", "))" : "; did you mean \(near.joined(separator: " or "))?"
  }

  /// The parts between the commas that stand outside quotes.
  private static func parts(of text: String) throws(Unreadable) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    guard !isQuoted else { throw Unreadable(text, expected: "a mapping: a double quote is never closed") }
    return parts
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var (result, isDoubled) = ("", false)
    for character in text.dropFirst().dropLast() {
      if character == "\"", !isDoubled {
        isDoubled = true
      } else {
        result.append(character)
        isDoubled = false
      }
    }
    return result
  }

  private static let known = Set(
    LeadField.allCases.map(\.rawValue) + TouchField.allCases.map(\.rawValue)
      + OutcomeField.allCases.map(\.rawValue) + DeliveryField.allCases.map(\.rawValue)
      + FollowUpField.allCases.map(\.rawValue)
  ).sorted()
}

extension ColumnMapping: CustomStringConvertible {
  /// The mapping as it can be read again.
  public var description: String {
    entries.map { "\($0.field)=\(Self.quoted($0.column))" }.joined(separator: ",")
  }

  /// A column's name, in quotes where it needs them.
  static func quoted(_ column: String) -> String {
    guard column.contains(where: { ",\"".contains($0) }) || column != column.trimmed else { return column }
    return "\"\(column.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}

/// What a column of a file can say of a touch, by the names that `--map` gives it.
enum TouchField: String, CaseIterable {
  case id, lead, at, kind, rep, automatic
}

/// What a column of a file can say of the outcome of a month, by the names that `--map` gives it.
enum OutcomeField: String, CaseIterable {
  case month, stream
  case leadType = "lead-type"
  case sqls, opportunities, won, revenue
}

/// What a column of a file can say of a delivery, by the names that `--map` gives it.
enum DeliveryField: String, CaseIterable {
  case period, stream
  case leadType = "lead-type"
  case count
}

/// What a column of a file can say of what sales did, by the names that `--map` gives it.
enum FollowUpField: String, CaseIterable {
  case period, stream, rep, subject, met, due, score
}
