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
    bytes.append("<", name)
    open.append(name)
  }

  package mutating func attribute(_ name: StaticString, _ value: String) {
    var value = value
    value.withUTF8 { attribute(name, value: $0) }
  }

  package mutating func attribute(_ name: StaticString, bytes value: [UInt8]) {
    value.withUnsafeBufferPointer { attribute(name, value: $0) }
  }

  private mutating func attribute(_ name: StaticString, value: UnsafeBufferPointer<UInt8>) {
    bytes.append(" ", name, "=\"")
    append(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends the tag of an element that holds others.
  package mutating func finishTag() { MarkupEscaping.append(">\n", to: &bytes) }

  /// Ends the tag of an element that holds text, and closes it.
  package mutating func finishTag(holding text: [UInt8]) {
    bytes.append(UInt8(ascii: ">"))
    text.withUnsafeBufferPointer { append($0) }
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
    bytes.append("</", name, ">\n")
  }

  /// An element that holds text.
  package mutating func element(_ name: StaticString, _ text: String) {
    var text = text
    text.withUTF8 { element(name, text: $0) }
  }

  package mutating func element(_ name: StaticString, bytes text: [UInt8]) {
    text.withUnsafeBufferPointer { element(name, text: $0) }
  }

  private mutating func element(_ name: StaticString, text: UnsafeBufferPointer<UInt8>) {
    bytes.append("<", name, ">")
    append(text)
    bytes.append("</", name, ">\n")
  }

  /// Appends text, escaped.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if Self.isClean(text) {
      MarkupEscaping.append(text, to: &bytes)
    } else {
      MarkupEscaping.append(Self.clean(text), to: &bytes)
    }
  }

  /// Whether nothing in it looks as if XML could not hold it; eight bytes are judged at a time.
  private static func isClean(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let word = ByteWord(text, at: index).word
      // A byte below 32 borrows, and so may the one above it: marked wrongly, text is only looked at once more.
      let controls = (word &- ByteWord.all(0x20)) & ~word
      let marks = word ^ ByteWord.all(0xEF)
      let specials = (marks &- ByteWord.all(1)) & ~marks
      if (controls | specials) & ByteWord.highestBits != 0 { return false }
      index += 8
    }
    return true
  }

  /// Without the characters that XML 1.0 section 2.2 excludes, escaped or not: controls but for tab and line ends, U+FFFE
  /// and U+FFFF.
  private static func clean(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 && byte != 10 && byte != 13 }
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
