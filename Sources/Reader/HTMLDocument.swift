import CLibXML2

/// libxml2's HTML parser, called on bytes that `HTMLTree` made.
enum HTMLDocument {
  // The library's tables are made once, before any thread parses.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses and hands over the body element; the tree is freed afterwards. `body` is not called when memory is short.
  static func parse(_ bytes: [UInt8], _ body: (xmlNodePtr) -> Void) {
    guard isReady, let parser = htmlNewParserCtxt() else { return }
    defer { htmlFreeParserCtxt(parser) }
    // HTML 4's idea of ignorable blanks would join words that stand in different elements.
    if let handler = parser.pointee.sax { handler.pointee.ignorableWhitespace = handler.pointee.characters }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        htmlCtxtReadMemory(
          parser, characters.baseAddress, CInt(clamping: characters.count), nil, "UTF-8", CInt(options))
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
