import CLibXML2

/// libxml2's HTML parser, called on bytes that `HTMLTree` made. Made once per article, since making one costs more
/// than parsing a line; confined to one thread.
final class HTMLParser {
  // The library's tables are made once, before any thread parses.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private let parser: htmlParserCtxtPtr?

  init() {
    parser = Self.isReady ? htmlNewParserCtxt() : nil
    // HTML 4's idea of ignorable blanks would join words that stand in different elements.
    if let handler = parser?.pointee.sax { handler.pointee.ignorableWhitespace = handler.pointee.characters }
  }

  deinit {
    if let parser { htmlFreeParserCtxt(parser) }
  }

  /// What the bytes must begin with: a byte order mark says that they are UTF-8. When the encoding is named instead,
  /// the library sets up a conversion and copies everything.
  static let prologue: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Parses and hands over the body element; the tree is freed afterwards. `body` is not called when memory is short.
  func parse(_ bytes: [UInt8], _ body: (xmlNodePtr) -> Void) {
    guard let parser else { return }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        htmlCtxtReadMemory(
          parser, characters.baseAddress, CInt(clamping: characters.count), nil, nil, CInt(options))
      }
    }
    guard let document else { return }
    defer { xmlFreeDoc(document) }
    var child = xmlDocGetRootElement(document)?.pointee.children
    while let node = child {
      if node.pointee.type == XML_ELEMENT_NODE, xmlStrEqual(node.pointee.name, "body") != 0 { return body(node) }
      child = node.pointee.next
    }
  }
}
