/// Attributes that the author wrote on an element: by raw HTML or by an attribute list.
///
/// In source order, names in lower case. Small on purpose (one word), since every node may carry them.
package struct Attributes: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var name: String
    package var value: String
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var items: [Item]

  package init(_ items: [Item] = []) { self.items = items }

  package var isEmpty: Bool { items.isEmpty }

  /// The value of the first item of that name (lower case).
  package subscript(name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  package var id: String? { self["id"] }

  /// The words of `class`, in order.
  package var classes: [Substring] {
    self["class"]?.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) ?? []
  }
}
