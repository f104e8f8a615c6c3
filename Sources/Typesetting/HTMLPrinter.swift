/// Writes HTML5: the one place of the site edition where text becomes markup.
///
/// Elements are opened and closed in order, so the result is well nested by construction; text and attribute values are
/// escaped here and nowhere else. A stream rather than a tree of nodes: nothing is allocated per element.
///
///     printer.start("p")                    // no attributes
///     printer.startTag("a")                 // attributes follow…
///     printer.attribute("href", address)
///     printer.finishTag()                   // …up to here
///     printer.text(words)
///     printer.end()                         // </a>
///     printer.end()                         // </p>
package struct HTMLPrinter {
  package internal(set) var bytes: [UInt8] = []
  /// Whether elements without end tag are written `<br />`, as the Markdown specifications print them, not `<br>`.
  package var closesVoidElements = false
  /// The elements that are open, outermost first.
  private var open: [Name] = []

  private enum Name {
    case literal(StaticString)
    case written(String)
  }

  package init(reservingCapacity capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Opens an element without attributes; `end()` closes the innermost one.
  package mutating func start(_ name: StaticString) {
    bytes.append("<", name, ">")
    open.append(.literal(name))
  }

  /// Opens an element with a class only.
  package mutating func start(_ name: StaticString, class classes: StaticString) {
    bytes.append("<", name, " class=\"", classes, "\">")
    open.append(.literal(name))
  }

  /// An element with a class that holds text: what code in colours is made of.
  package mutating func element(_ name: StaticString, class classes: StaticString, text: Span<UInt8>) {
    bytes.append("<", name, " class=\"", classes, "\">")
    text.withUnsafeBufferPointer { text in
      if MarkupEscaping.isClean(text) {
        bytes.append(room: text.count + name.utf8CodeUnitCount + 3) {
          $0.write(text)
          $0.write("</")
          $0.write(name)
          $0.write(">")
        }
      } else {
        MarkupEscaping.append(text, to: &bytes)
        bytes.append("</", name, ">")
      }
    }
  }

  /// Begins the tag of an element; `attribute` calls and `finishTag()` must follow.
  package mutating func startTag(_ name: StaticString) {
    voidTag(name)
    open.append(.literal(name))
  }

  /// The same for a name that the author wrote; one that is none becomes `fallback`.
  package mutating func startTag(written name: String, otherwise fallback: StaticString) {
    guard Self.isName(name) else { return startTag(fallback) }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    open.append(.written(name))
  }

  /// Ends the tag that `startTag` began.
  package mutating func finishTag() { bytes.append(UInt8(ascii: ">")) }

  /// Begins the tag of an element that has no end tag; `attribute` calls and `finishVoidTag()` must follow.
  package mutating func voidTag(_ name: StaticString) {
    bytes.append("<", name)
  }

  package mutating func finishVoidTag() {
    if closesVoidElements { bytes.append(contentsOf: [32, UInt8(ascii: "/")]) }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element that has neither attributes nor an end tag (`br`).
  package mutating func void(_ name: StaticString) {
    voidTag(name)
    finishVoidTag()
  }

  /// Closes the innermost open element.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    switch name {
    case .literal(let name): bytes.append("</", name, ">")
    case .written(let name):
      MarkupEscaping.append("</", to: &bytes)
      bytes.append(contentsOf: name.utf8)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  package mutating func text(_ text: [UInt8]) { MarkupEscaping.append(text, to: &bytes) }
  package mutating func text(_ text: ArraySlice<UInt8>) { MarkupEscaping.append(text, to: &bytes) }
  package mutating func text(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { MarkupEscaping.append($0, to: &bytes) }
  }
  package mutating func text(_ text: String) { MarkupEscaping.append(text.utf8, to: &bytes) }

  /// Text that holds nothing to escape.
  package mutating func text(literal text: StaticString) { MarkupEscaping.append(text, to: &bytes) }

  package mutating func lineFeed() { bytes.append(10) }

  /// Ends the line unless nothing stands on it.
  package mutating func freshLine() {
    if let last = bytes.last, last != 10 { bytes.append(10) }
  }

  /// Bytes that are markup already: the author's raw HTML, or what another printer made.
  package mutating func markup(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Hands over what was written so far, and begins anew.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Whether HTML's parser would take it as the name of an element or an attribute, whole.
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") || first >= 0x80 else {
      return false
    }
    return name.utf8.allSatisfy { $0 > 32 && $0 != 127 && !"\"'<>/=`".utf8.contains($0) }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}
