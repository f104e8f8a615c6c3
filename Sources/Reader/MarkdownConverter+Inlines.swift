import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  /// The inline children of a node, adjacent texts merged. Too deep: their words.
  func inlines(of parent: CommonMarkNode) -> [Inline] {
    if let inlines = deeper(parent, { siblingInlines(of: parent) }) { return inlines }
    let words = flattened(parent)
    if words.isEmpty { return [] }
    return [Inline(.text(Text(bytes: words)), range: range(cursor.source(from: cursor.position)))]
  }

  private func siblingInlines(of parent: CommonMarkNode) -> [Inline] {
    var line = line(of: parent)
    let inlines = line.finish(context)
    return dialect == .plain ? inlines : spanAttributesApplied(inlines)
  }

  private func line(of parent: CommonMarkNode) -> InlineLine {
    var line = InlineLine(isPlain: dialect == .plain, capacity: parent.childCount)
    var child = parent.firstChild
    while let node = child {
      child = node.nextSibling
      convert(node, into: &line)
    }
    return line
  }

  /// What stands in a paragraph, whose leaf is open.
  func content(ofParagraph node: CommonMarkNode) -> ParagraphContent {
    let content = deeper(node) {
      var line = line(of: node)
      return line.finishParagraph(context)
    }
    switch content {
    case nil: return .line(inlines(of: node))
    case .line(let inlines): return .line(dialect == .plain ? inlines : spanAttributesApplied(inlines))
    case .divided(var blocks):
      for index in blocks.indices {
        guard case .paragraph(let content) = blocks[index].kind else { continue }
        blocks[index].kind = .paragraph(spanAttributesApplied(content))
      }
      if blocks.count == 1, case .paragraph(let content) = blocks[0].kind { return .line(content) }
      return .divided(blocks)
    }
  }

  private func convert(_ node: CommonMarkNode, into line: inout InlineLine) {
    let start = cursor.position
    switch node.kind {
    case .text: text(node, into: &line)
    case .softBreak: line.append(Inline(.softBreak, range: range(cursor.leaf.source(cursor.lineEnd()))))
    case .hardBreak: line.append(Inline(.hardBreak, range: range(cursor.leaf.source(cursor.lineEnd()))))
    case .inlineCode: line.append(inlineCode(node))
    case .inlineHTML:
      let place = cursor.verbatim(node.literal)
      line.append(node.literal, range(cursor.leaf.source(place)))
    case .customInline: line.append(math(node))
    case .emphasis: line.append(enclosed(node, 0x2A, 0x5F, count: 1) { .emphasis($0) })
    case .strong: line.append(enclosed(node, 0x2A, 0x5F, count: 2) { .strong($0) })
    case .strikethrough:
      cursor.skip(to: 0x7E, 0x7E)
      line.append(enclosed(node, 0x7E, 0x7E, count: min(cursor.run(), 2)) { .strikethrough($0) })
    case .link: line.append(link(node))
    case .image: line.append(image(node))
    case .footnoteReference: line.append(footnoteReference(node))
    case .document, .quote, .list, .item, .code, .html, .customBlock, .paragraph, .heading, .rule,
      .footnoteDefinition, .table, .tableRow, .tableCell, nil:
      cursor.move(to: start)
    }
  }

  private func text(_ node: CommonMarkNode, into line: inout InlineLine) {
    let literal = node.literal
    if literal.isEmpty { return }
    let place = cursor.text(literal)
    let sourceRange = cursor.leaf.source(place)
    if text.hasConcealedAddresses {
      revealed(Array(literal)).withUnsafeBufferPointer { line.append(text: $0, range(sourceRange)) }
    } else {
      line.append(text: literal, range(sourceRange))
    }
    if mentionsFootnotes, literal.count > 3 { checkFootnoteMarks(literal, at: sourceRange) }
  }

  private func enclosed(
    _ node: CommonMarkNode, _ first: UInt8, _ second: UInt8, count: Int, _ make: ([Inline]) -> Inline.Kind
  ) -> Inline {
    cursor.skip(to: first, second)
    let start = cursor.position
    cursor.move(to: start + count)
    let content = inlines(of: node)
    cursor.delimiter(first, second, count: count)
    return Inline(make(content), range: range(cursor.source(from: start)))
  }

  private func inlineCode(_ node: CommonMarkNode) -> Inline {
    cursor.skip(to: 0x60, 0x60)
    let start = cursor.position
    _ = cursor.codeSpan()
    return Inline(.code(Text(bytes: revealed(Array(node.literal)))), range: range(cursor.source(from: start)))
  }
}
