/// Writes HTML5: the one place of the site edition where text becomes markup.
///
/// Elements are opened and closed in order, so the result is well nested by construction; text and attribute values are
/// escaped here and nowhere else. A stream rather than a tree of nodes: nothing is allocated per element.
package struct HTMLPrinter {
  package private(set) var bytes: [UInt8] = []
  /// Names of the elements that are open, outermost first.
  private var open: [StaticString] = []

  package init(reservingCapacity capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// An attribute with its value not yet escaped; nil value: the name alone (`open`).
  package struct Attribute {
    var name: StaticString
    var value: Value

    enum Value {
      case none, absent
      case string(String)
      case bytes([UInt8])
      case number(Int)
      case literal(StaticString)
    }

    package static func flag(_ name: StaticString, _ isSet: Bool = true) -> Self {
      Self(name: name, value: isSet ? .none : .absent)
    }
    /// Left out when nil.
    package static func string(_ name: StaticString, _ value: String?) -> Self {
      Self(name: name, value: value.map(Value.string) ?? .absent)
    }
    package static func bytes(_ name: StaticString, _ value: [UInt8]?) -> Self {
      Self(name: name, value: value.map(Value.bytes) ?? .absent)
    }
    package static func number(_ name: StaticString, _ value: Int?) -> Self {
      Self(name: name, value: value.map(Value.number) ?? .absent)
    }
    package static func literal(_ name: StaticString, _ value: StaticString) -> Self {
      Self(name: name, value: .literal(value))
    }
    package static func `class`(_ value: StaticString) -> Self { .literal("class", value) }
  }

  /// Writes an element around what `body` writes.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout HTMLPrinter) -> Void
  ) {
    start(name, attributes)
    body(&self)
    end()
  }

  /// Writes an element that has no end tag (`br`, `img`…).
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    MarkupEscaping.append("<", to: &bytes)
    MarkupEscaping.append(name, to: &bytes)
    for attribute in attributes { append(attribute) }
    MarkupEscaping.append(">", to: &bytes)
  }

  /// Opens an element; `end()` closes the innermost one.
  package mutating func start(_ name: StaticString, _ attributes: [Attribute] = []) {
    void(name, attributes)
    open.append(name)
  }

  package mutating func end() {
    guard let name = open.popLast() else { return }
    MarkupEscaping.append("</", to: &bytes)
    MarkupEscaping.append(name, to: &bytes)
    MarkupEscaping.append(">", to: &bytes)
  }

  package mutating func text(_ text: [UInt8]) { MarkupEscaping.append(text, to: &bytes) }
  package mutating func text(_ text: some Collection<UInt8>) { MarkupEscaping.append(text, to: &bytes) }
  package mutating func text(_ text: String) { MarkupEscaping.append(text.utf8, to: &bytes) }

  package mutating func lineFeed() { bytes.append(10) }

  /// Bytes that are markup already: the author's raw HTML, or what another printer made.
  package mutating func markup(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  private mutating func append(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    bytes.append(32)
    MarkupEscaping.append(attribute.name, to: &bytes)
    if case .none = attribute.value { return }
    MarkupEscaping.append("=\"", to: &bytes)
    switch attribute.value {
    case .none, .absent: break
    case .string(let value): MarkupEscaping.append(value.utf8, to: &bytes)
    case .bytes(let value): MarkupEscaping.append(value, to: &bytes)
    case .number(let value): MarkupEscaping.append(String(value).utf8, to: &bytes)
    case .literal(let value): MarkupEscaping.append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
