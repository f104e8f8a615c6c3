/// What a template is rendered with.
package enum TemplateValue: Sendable {
  /// UTF-8 text, escaped by `{{name}}`.
  case text([UInt8])
  /// Text, escaped by `{{name}}`.
  case string(String)
  /// Markup that a printer has made: inserted as it is by `{{name}}` too.
  case markup([UInt8])
  case integer(Int)
  case boolean(Bool)
  case list([TemplateValue])
  case object(TemplateObject)
  /// Known and empty: renders nothing, and hides the same name further out.
  case absent

  /// Whether a section is entered: not for false, nothing, an empty list, empty text and the number 0.
  var isTruthy: Bool {
    switch self {
    case .text(let bytes), .markup(let bytes): !bytes.isEmpty
    case .string(let string): !string.isEmpty
    case .integer(let number): number != 0
    case .boolean(let flag): flag
    case .list(let items): !items.isEmpty
    case .object: true
    case .absent: false
    }
  }
}

extension TemplateValue {
  /// Appends it as templates print it: text escaped if asked, lists and objects not at all.
  func print(_ escaping: TemplateEscaping, isEscaped: Bool, to output: inout [UInt8]) {
    switch self {
    case .text(let bytes):
      if isEscaped {
        bytes.withUnsafeBufferPointer { escaping.append($0, &output) }
      } else {
        output.append(contentsOf: bytes)
      }
    case .string(var string):
      string.withUTF8 {
        if isEscaped { escaping.append($0, &output) } else { output.append(contentsOf: $0) }
      }
    case .markup(let bytes): output.append(contentsOf: bytes)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .boolean(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .list, .object, .absent: break
    }
  }

  /// What a shape would say of it.
  fileprivate var kind: TemplateShape.Kind {
    switch self {
    case .text, .string, .markup, .absent: return .text
    case .integer: return .integer
    case .boolean: return .boolean
    case .object(let object): return .object(object.shape)
    case .list(let items):
      guard case .object(let first)? = items.first else { return .list(nil) }
      return .list(first.shape)
    }
  }

  /// What the further parts of a dotted name lead to.
  func value(_ parts: ArraySlice<UInt64>) -> TemplateValue {
    var value = self
    for part in parts {
      guard case .object(let object) = value, let next = object.value(part) else { return .absent }
      value = next
    }
    return value
  }
}

/// Values by the names of a shape. Immutable, shared by reference.
package final class TemplateObject: Sendable {
  let shape: TemplateShape
  /// In the order of `shape.names`.
  let values: [TemplateValue]

  /// Names that are not mentioned are `.absent`. Every name must be one of the shape's: only writers make objects, so
  /// another name is a mistake in this program; it is caught in debug builds and left out in others.
  package init(_ shape: TemplateShape, _ fields: KeyValuePairs<StaticString, TemplateValue>) {
    var values: [TemplateValue] = []
    values.reserveCapacity(shape.names.count)
    for field in fields {
      // Writers mostly name the values in the shape's order.
      guard let slot = shape.slot(field.key, guess: values.count) else {
        assertionFailure("the template shape has no name \(field.key)")
        continue
      }
      while values.count < slot { values.append(.absent) }
      if slot == values.count { values.append(field.value) } else { values[slot] = field.value }
    }
    while values.count < shape.names.count { values.append(.absent) }
    self.shape = shape
    self.values = values
  }

  /// An object of a shape of its own.
  init(loose fields: [(TemplateName, TemplateValue)]) {
    shape = TemplateShape(loose: fields.map { ($0.0, $0.1.kind) })
    values = fields.map(\.1)
  }

  /// The value of a name; nil when the shape does not have it.
  func value(_ hash: UInt64) -> TemplateValue? {
    guard let slot = shape.slot(hash) else { return nil }
    return values[slot]
  }
}

extension TemplateValue {
  /// An object as a value.
  package static func object(
    _ shape: TemplateShape, _ fields: KeyValuePairs<StaticString, TemplateValue>
  ) -> TemplateValue {
    .object(TemplateObject(shape, fields))
  }

  /// Text that may be missing.
  package static func string(_ string: String?) -> TemplateValue {
    guard let string else { return .absent }
    return .string(string) as TemplateValue
  }
}
