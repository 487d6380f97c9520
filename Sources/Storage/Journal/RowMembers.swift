import Glibc

/// The members of a row that SQLite has written as a JSON object, each with its name and value: texts, numbers and NULL,
/// with nothing between them but commas.
struct RowMembers: Sequence, IteratorProtocol {
  private let object: UnsafeBufferPointer<UInt8>
  private var place = 1

  /// - Parameter object: the object in UTF-8, which stays where it is.
  init(of object: UnsafeBufferPointer<UInt8>) { self.object = object }

  /// The next member, as the places of its bytes; nil after the last.
  mutating func next() -> Range<Int>? {
    let start = place
    var isInText = false
    while place < object.count {
      switch object[place] {
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "\\") where isInText: place += 1
      case UInt8(ascii: ",") where !isInText, UInt8(ascii: "}") where !isInText:
        defer { place += 1 }
        return start..<place
      default: break
      }
      place += 1
    }
    return nil
  }

  /// Whether that member says that its column is NULL; a text ends with a quotation mark.
  static func isNull(_ member: Range<Int>, of object: UnsafeBufferPointer<UInt8>) -> Bool {
    object[member].suffix(null.count).elementsEqual(null)
  }

  /// The name of its column.
  static func name(of member: Range<Int>, in object: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: object[member].dropFirst().prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  /// Whether `recorded` says of a row what `current` says, both as SQLite writes them.
  ///
  /// Columns that are NULL may be missing from what was recorded: lines of leads leave them out, and a step of the schema
  /// may have added them later.
  static func agree(_ recorded: UnsafeBufferPointer<UInt8>, _ current: UnsafeBufferPointer<UInt8>) -> Bool {
    guard recorded.first == UInt8(ascii: "{"), recorded.last == UInt8(ascii: "}"),
      let start = recorded.baseAddress, let other = current.baseAddress
    else { return false }
    if recorded.count == current.count, memcmp(start, other, recorded.count) == 0 { return true }
    var place = 1
    for member in RowMembers(of: current) {
      let end = place + member.count
      // The comma after it is looked at too, or the brace that ends the object.
      if end < recorded.count, recorded[end] == UInt8(ascii: ",") || end == recorded.count - 1,
        memcmp(start + place, other + member.lowerBound, member.count) == 0
      {
        place = end + 1
      } else if !isNull(member, of: current) {
        return false
      }
    }
    return place == recorded.count
  }

  private static let null = Array(":null".utf8)
}

extension String {
  /// The row that it is as a JSON object, without the columns that are NULL, but those that `isKept`.
  func leavingOutNull(but isKept: (_ column: String) -> Bool) -> String {
    let members = members { member, object in
      !RowMembers.isNull(member, of: object) || isKept(RowMembers.name(of: member, in: object))
        ? String(decoding: object[member], as: UTF8.self) : nil
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The names of the columns of the row that it is as a JSON object.
  var columnNames: [String] { members(RowMembers.name(of:in:)) }

  private func members(_ made: (Range<Int>, UnsafeBufferPointer<UInt8>) -> String?) -> [String] {
    var row = self
    return row.withUTF8 { object in RowMembers(of: object).compactMap { made($0, object) } }
  }
}
