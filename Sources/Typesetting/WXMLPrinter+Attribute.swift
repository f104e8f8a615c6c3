extension WXMLPrinter {
  /// An attribute with its value not yet escaped.
  package struct Attribute {
    var name: StaticString
    var value: Value

    enum Value {
      case none, absent
      case bytes([UInt8])
      case number(Int)
      case literal(StaticString)
      case binding(StaticString, Int, StaticString)
      case marked([UInt8], Int)
    }

    /// The name alone, which WXML reads as true; nothing when not set.
    package static func flag(_ name: StaticString, _ isSet: Bool = true) -> Self {
      Self(name: name, value: isSet ? .none : .absent)
    }
    /// Left out when nil.
    package static func string(_ name: StaticString, _ value: String?) -> Self {
      Self(name: name, value: value.map { .bytes(Array($0.utf8)) } ?? .absent)
    }
    /// Left out when nil.
    package static func bytes(_ name: StaticString, _ value: [UInt8]?) -> Self {
      Self(name: name, value: value.map(Value.bytes) ?? .absent)
    }
    package static func number(_ name: StaticString, _ value: Int?) -> Self {
      Self(name: name, value: value.map(Value.number) ?? .absent)
    }
    /// Written as it stands: the program's own words, expressions included.
    package static func literal(_ name: StaticString, _ value: StaticString) -> Self {
      Self(name: name, value: .literal(value))
    }
    package static func `class`(_ value: StaticString) -> Self { .literal("class", value) }
    /// An expression of the program's own around a number: `{{!o`, 3, `}}`.
    package static func binding(_ name: StaticString, _ before: StaticString, _ number: Int, _ after: StaticString)
      -> Self
    { Self(name: name, value: .binding(before, number, after)) }
    /// A value of plain ASCII, part of which is filled in later: its place is remembered in `marks` under `target`.
    package static func marked(_ name: StaticString, _ value: [UInt8], target: Int) -> Self {
      Self(name: name, value: .marked(value, target))
    }
  }

  /// The place of a value that is filled in later.
  package struct Mark: Hashable, Sendable {
    /// Of the value's first byte.
    package var offset: Int
    /// What the writer of the mark calls it.
    package var target: Int
    package init(offset: Int, target: Int) {
      self.offset = offset
      self.target = target
    }
  }
}
