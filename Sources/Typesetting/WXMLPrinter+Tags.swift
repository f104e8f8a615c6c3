/// Tags in pieces, for what is written most: nothing is allocated for an element.
///
///     printer.startTag("text", class: "a")
///     printer.attribute("data-h", id)
///     printer.finishTag("text")
extension WXMLPrinter {
  /// Begins the tag of an element; `attribute` calls and `finishTag` with the same name, or `finishVoidTag`, must follow.
  package mutating func startTag(_ name: StaticString) {
    noteElement()
    bytes.append(UInt8(ascii: "<"))
    MarkupEscaping.append(name, to: &bytes)
  }

  package mutating func startTag(_ name: StaticString, class classes: StaticString) {
    noteElement()
    bytes.append("<", name, " class=\"", classes, "\"")
  }

  private mutating func noteElement() {
    top.children += 1
    top.endsInText = false
    nodeCount += 1
  }

  /// Ends the tag; the element is open.
  package mutating func finishTag(_ name: StaticString) {
    bytes.append(UInt8(ascii: ">"))
    open.append(top)
    top = Frame(name: name)
    maximumDepth = max(maximumDepth, depth)
  }

  /// Ends the tag of an element without content.
  package mutating func finishVoidTag() {
    maximumDepth = max(maximumDepth, depth + 1)
    MarkupEscaping.append("/>", to: &bytes)
  }

  /// The name alone, which WXML reads as true.
  package mutating func attribute(_ name: StaticString) {
    bytes.append(32)
    MarkupEscaping.append(name, to: &bytes)
  }

  package mutating func attribute(_ name: StaticString, _ value: [UInt8]) {
    value.withUnsafeBufferPointer { value in
      if WXMLEscaping.isRiskyValue(value) {
        beginAttribute(name)
        WXMLEscaping.appendExpression(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(room: name.utf8CodeUnitCount + value.count + 4) {
          $0.write(UInt8(ascii: " "))
          $0.write(name)
          $0.write("=\"")
          $0.write(value)
          $0.write(UInt8(ascii: "\""))
        }
      }
    }
  }

  package mutating func attribute(_ name: StaticString, _ value: Int) {
    beginAttribute(name)
    DecimalNumber.append(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Written as it stands: the program's own words, expressions included.
  package mutating func attribute(_ name: StaticString, literal value: StaticString) {
    bytes.append(" ", name, "=\"", value, "\"")
  }

  /// A value of plain ASCII, part of which is filled in later; see `Attribute.marked`.
  package mutating func attribute(_ name: StaticString, marked value: [UInt8], target: Int) {
    beginAttribute(name)
    marks.append(Mark(offset: bytes.count, target: target))
    value.withUnsafeBufferPointer { WXMLEscaping.appendAttribute($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func beginAttribute(_ name: StaticString) {
    bytes.append(" ", name, "=\"")
  }

  mutating func append(_ attribute: Attribute) {
    switch attribute.value {
    case .absent: break
    case .none: self.attribute(attribute.name)
    case .bytes(let value): self.attribute(attribute.name, value)
    case .number(let value): self.attribute(attribute.name, value)
    case .literal(let value): self.attribute(attribute.name, literal: value)
    case .binding(let before, let number, let after):
      bytes.append(" ", attribute.name, "=\"", before)
      DecimalNumber.append(number, to: &bytes)
      MarkupEscaping.append(after, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    case .marked(let value, let target): self.attribute(attribute.name, marked: value, target: target)
    }
  }
}
