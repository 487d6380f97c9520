/// A value as SQLite stores it.
enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int)
  case text(String)
}

/// A type whose values can be bound to a statement's parameters.
///
/// A domain type joins in with one line:
/// ```swift
/// extension Rate: Bindable {
///   var stored: StoredValue { .integer(partsPerMillion) }
/// }
/// ```
protocol Bindable {
  var stored: StoredValue { get }
}

extension StoredValue: Bindable {
  var stored: StoredValue { self }
}

extension Int: Bindable {
  var stored: StoredValue { .integer(self) }
}

extension Bool: Bindable {
  var stored: StoredValue { .integer(self ? 1 : 0) }
}

extension String: Bindable {
  var stored: StoredValue { .text(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
  var stored: StoredValue { self?.stored ?? .null }
}
