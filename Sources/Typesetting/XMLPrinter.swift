/// Writes XML 1.0 documents (feed, site map): escapes like `HTMLPrinter`, and leaves out what XML cannot hold.
package struct XMLPrinter {
  package private(set) var bytes: [UInt8] = []
  private var open: [StaticString] = []

  /// Begins with the XML declaration.
  package init(reservingCapacity capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    MarkupEscaping.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", to: &bytes)
  }

  /// Begins the tag of an element; `attribute` calls and `finishTag()` or `finishEmptyTag()` must follow.
  package mutating func startTag(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    MarkupEscaping.append(name, to: &bytes)
    open.append(name)
  }

  package mutating func attribute(_ name: StaticString, _ value: String) {
    attribute(name, bytes: Array(value.utf8))
  }

  package mutating func attribute(_ name: StaticString, bytes value: [UInt8]) {
    bytes.append(32)
    MarkupEscaping.append(name, to: &bytes)
    MarkupEscaping.append("=\"", to: &bytes)
    MarkupEscaping.append(Self.clean(value), to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends the tag of an element that holds others.
  package mutating func finishTag() { MarkupEscaping.append(">\n", to: &bytes) }

  /// Ends the tag of an element that holds text, and closes it.
  package mutating func finishTag(holding text: [UInt8]) {
    bytes.append(UInt8(ascii: ">"))
    MarkupEscaping.append(Self.clean(text), to: &bytes)
    end()
  }

  /// Ends the tag of an element that holds nothing, and closes it.
  package mutating func finishEmptyTag() {
    MarkupEscaping.append("/>\n", to: &bytes)
    _ = open.popLast()
  }

  /// Closes the innermost open element.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    MarkupEscaping.append("</", to: &bytes)
    MarkupEscaping.append(name, to: &bytes)
    MarkupEscaping.append(">\n", to: &bytes)
  }

  /// An element that holds text.
  package mutating func element(_ name: StaticString, _ text: String) { element(name, bytes: Array(text.utf8)) }

  package mutating func element(_ name: StaticString, bytes text: [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    MarkupEscaping.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ">"))
    MarkupEscaping.append(Self.clean(text), to: &bytes)
    MarkupEscaping.append("</", to: &bytes)
    MarkupEscaping.append(name, to: &bytes)
    MarkupEscaping.append(">\n", to: &bytes)
  }

  /// Without the characters that XML 1.0 section 2.2 excludes, escaped or not: controls but for tab and line ends, U+FFFE
  /// and U+FFFF.
  private static func clean(_ text: [UInt8]) -> [UInt8] {
    func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 && byte != 10 && byte != 13 }
    guard text.contains(where: { isControl($0) || $0 == 0xEF }) else { return text }
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if index + 2 < text.count, text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] >= 0xBE {
        index += 3
      } else {
        if !isControl(text[index]) { kept.append(text[index]) }
        index += 1
      }
    }
    return kept
  }
}
