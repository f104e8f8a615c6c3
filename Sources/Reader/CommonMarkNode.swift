import CCmarkGFM

/// A node of the library's tree, read in place. Valid while the document it belongs to lives.
typealias CommonMarkNode = UnsafeMutablePointer<cmark_node>

extension CommonMarkNode {
  /// What a node is, extensions included.
  enum Kind {
    case document, quote, list, item, code, html, customBlock, paragraph, heading, rule, footnoteDefinition
    case table, tableRow, tableCell
    case text, softBreak, hardBreak, inlineCode, inlineHTML, customInline, emphasis, strong, link, image,
      footnoteReference, strikethrough
  }

  /// nil for a type that neither the library nor one of its extensions should produce.
  var kind: Kind? {
    let type = UInt32(pointee.type)
    return switch type {
    case CMARK_NODE_DOCUMENT.rawValue: .document
    case CMARK_NODE_BLOCK_QUOTE.rawValue: .quote
    case CMARK_NODE_LIST.rawValue: .list
    case CMARK_NODE_ITEM.rawValue: .item
    case CMARK_NODE_CODE_BLOCK.rawValue: .code
    case CMARK_NODE_HTML_BLOCK.rawValue: .html
    case CMARK_NODE_CUSTOM_BLOCK.rawValue: .customBlock
    case CMARK_NODE_PARAGRAPH.rawValue: .paragraph
    case CMARK_NODE_HEADING.rawValue: .heading
    case CMARK_NODE_THEMATIC_BREAK.rawValue: .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: .footnoteDefinition
    case CMARK_NODE_TEXT.rawValue: .text
    case CMARK_NODE_SOFTBREAK.rawValue: .softBreak
    case CMARK_NODE_LINEBREAK.rawValue: .hardBreak
    case CMARK_NODE_CODE.rawValue: .inlineCode
    case CMARK_NODE_HTML_INLINE.rawValue: .inlineHTML
    case CMARK_NODE_CUSTOM_INLINE.rawValue: .customInline
    case CMARK_NODE_EMPH.rawValue: .emphasis
    case CMARK_NODE_STRONG.rawValue: .strong
    case CMARK_NODE_LINK.rawValue: .link
    case CMARK_NODE_IMAGE.rawValue: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: .footnoteReference
    default: extensionKind(type)
    }
  }

  private func extensionKind(_ type: UInt32) -> Kind? {
    if type == offprint_node_strikethrough().rawValue { return .strikethrough }
    if type == offprint_node_table().rawValue { return .table }
    if type == offprint_node_table_row().rawValue { return .tableRow }
    if type == offprint_node_table_cell().rawValue { return .tableCell }
    return nil
  }

  var firstChild: CommonMarkNode? { pointee.first_child }
  var nextSibling: CommonMarkNode? { pointee.next }

  var childCount: Int {
    var count = 0
    var child = firstChild
    while let node = child {
      count += 1
      child = node.nextSibling
    }
    return count
  }

  /// The bytes of a text, of code or of raw HTML.
  var literal: UnsafeBufferPointer<UInt8> {
    if UInt32(pointee.type) == CMARK_NODE_CODE_BLOCK.rawValue { return pointee.as.code.literal.bytes }
    return pointee.as.literal.bytes
  }

  /// What a leaf block's inline content was parsed from: the source without the prefixes of its containers.
  var content: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pointee.content.ptr, count: Int(pointee.content.size))
  }
}

extension cmark_chunk {
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: data, count: Int(len)) }
  var text: [UInt8] { Array(bytes) }
}
