import Diagnostics
import Highlighting

/// Writes the values that trees are made of.
struct TreeEncoder {
  var bytes: [UInt8]
  private var lastStart: UInt32 = 0

  init(bytes: consuming [UInt8]) { self.bytes = bytes }

  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  @inline(__always)
  mutating func number(_ value: Int) {
    var value = UInt64(bitPattern: Int64(value))
    while value >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 128)
      value >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value))
  }

  mutating func range(_ range: SourceRange) {
    let distance = Int(range.start) - Int(lastStart)
    lastStart = range.start
    number(distance >= 0 ? distance << 1 : (-distance << 1) | 1)
    number(Int(range.end) - Int(range.start))
  }

  mutating func text(_ text: Text) {
    number(text.bytes.count)
    text.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func formula(_ formula: Formula) {
    text(formula.source)
    text(formula.definitions)
  }

  mutating func string(_ string: String) {
    var string = string
    string.withUTF8 {
      number($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  mutating func list<Element>(_ values: [Element], _ write: (inout TreeEncoder, Element) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  /// 0 for nil, else 1 and the value.
  mutating func optional<Value>(_ value: Value?, _ write: (inout TreeEncoder, Value) -> Void) {
    guard let value else { return append(0) }
    append(1)
    write(&self, value)
  }

  mutating func flag(_ value: Bool) { append(value ? 1 : 0) }

  mutating func attributes(_ attributes: Attributes) {
    list(attributes.items) {
      $0.string($1.name)
      $0.string($1.value)
    }
  }

  mutating func alignment(_ alignment: Alignment?) {
    switch alignment {
    case nil: append(0)
    case .left: append(1)
    case .center: append(2)
    case .right: append(3)
    }
  }

  mutating func length(_ length: Length?) {
    switch length {
    case nil: append(0)
    case .pixels(let value):
      append(1)
      number(Int(bitPattern: UInt(value.bitPattern)))
    case .percent(let value):
      append(2)
      number(Int(bitPattern: UInt(value.bitPattern)))
    }
  }

  mutating func media(_ media: Media) {
    flag(media.kind == .video)
    list(media.sources) { $0.number($1) }
    optional(media.poster) { $0.number($1) }
    optional(media.title) { $0.text($1) }
    length(media.width)
    length(media.height)
    append((media.loops ? 1 : 0) | (media.isMuted ? 2 : 0) | (media.autoplays ? 4 : 0))
  }

  mutating func raw<Element>(_ raw: RawHTML<Element>, _ elements: (inout TreeEncoder, [Element]) -> Void) {
    list(raw.pieces) { encoder, piece in
      switch piece {
      case .source(let text):
        encoder.append(0)
        encoder.text(text)
      case .content(let content):
        encoder.append(1)
        elements(&encoder, content)
      }
    }
    list(raw.elements) { $0.string($1) }
    elements(&self, raw.fallback)
  }
}
