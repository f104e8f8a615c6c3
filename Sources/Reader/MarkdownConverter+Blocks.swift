import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  /// The children of a container. Too deep: one paragraph of what they say.
  func blocks(of parent: CommonMarkNode) -> [Block] {
    if let blocks = deeper(parent, { siblings(of: parent) }) { return blocks }
    let words = flattened(parent)
    if words.isEmpty { return [] }
    let place = range(start(parent)..<start(parent))
    return [Block(.paragraph([Inline(.text(Text(bytes: words)), range: place)]), range: place)]
  }

  private func siblings(of parent: CommonMarkNode) -> [Block] {
    var column = BlockColumn(isPlain: dialect == .plain, capacity: parent.childCount)
    var child = parent.firstChild
    while let node = child {
      child = node.nextSibling
      convert(node, into: &column)
    }
    return column.finish(context)
  }

  private func convert(_ node: CommonMarkNode, into column: inout BlockColumn) {
    switch node.kind {
    case .paragraph: paragraph(node, into: &column)
    case .heading: column.append(heading(node))
    case .list: column.append(list(node))
    case .quote: column.append(quote(node))
    case .code: column.append(codeBlock(node))
    case .table: column.append(table(node))
    case .rule: column.append(Block(.rule, range: range(node, throughLine: Int(node.pointee.start_line))))
    case .html: html(node, into: &column)
    case .footnoteDefinition: break
    case .customBlock: column.append(mathBlock(node))
    case .document, .item, .tableRow, .tableCell, .text, .softBreak, .hardBreak, .inlineCode, .inlineHTML,
      .customInline, .emphasis, .strong, .link, .image, .footnoteReference, .strikethrough, nil:
      break
    }
  }

  /// Makes a leaf block's content the one that inlines are followed through.
  func open(_ node: CommonMarkNode, at first: Int) {
    let line = node.pointee.start_line > 0 ? Int(node.pointee.start_line) : lineBefore(node)
    cursor = InlineCursor(LeafContent(node.content, at: first, line: line, source: source, lines: lines))
  }

  // A paragraph that a table was split off from has no place of its own: it begins where the table thinks it does.
  private func lineBefore(_ node: CommonMarkNode) -> Int {
    Int(node.nextSibling?.pointee.start_line ?? 1)
  }

  /// The source of the whole content at hand, without the white space around it.
  func leafRange() -> SourceRange {
    let bytes = cursor.leaf.bytes
    var start = 0
    var end = bytes.count
    while start < end, ByteRun.isSpace(bytes[start]) { start += 1 }
    while end > start, ByteRun.isSpace(bytes[end - 1]) { end -= 1 }
    return range(cursor.leaf.source(start..<end))
  }

  private func heading(_ node: CommonMarkNode) -> Block {
    let first = start(node)
    if node.pointee.as.heading.setext {
      open(node, at: first)
    } else {
      var position = first + Int(node.pointee.internal_offset)
      while position < source.count, ByteRun.isBlank(source[position]) { position += 1 }
      cursor = InlineCursor(LeafContent(node.content, at: position))
    }
    let content = inlines(of: node)
    let lastLine = node.pointee.as.heading.setext ? underline(node) : Int(node.pointee.start_line)
    let heading = Heading(level: Int(node.pointee.as.heading.level), id: "", content: content)
    var block = Block(.heading(heading), range: range(node, throughLine: lastLine))
    if dialect == .offprint { takeHeadingAttributes(&block, heading) }
    return block
  }

  // The line after the last line of a setext heading's text.
  private func underline(_ node: CommonMarkNode) -> Int {
    let bytes = cursor.leaf.bytes
    var end = bytes.count
    while end > 0, ByteRun.isSpace(bytes[end - 1]) { end -= 1 }
    return end == 0 ? Int(node.pointee.end_line) : lines.line(at: cursor.leaf.source(end - 1)) + 1
  }

  private func quote(_ node: CommonMarkNode) -> Block {
    quoteDepth += 1
    let content = blocks(of: node)
    quoteDepth -= 1
    let start = start(node)
    let mark = range(start..<min(start + 1, source.count))
    let place = content.last.map { mark.union($0.range) } ?? mark
    if dialect == .offprint, let alert = alert(content) { return Block(.alert(alert), range: place) }
    var block = Block(.quote(content), range: place)
    if strayAttributes != nil { takeStrayAttributes(ofQuote: &block) }
    return block
  }

  private func html(_ node: CommonMarkNode, into column: inout BlockColumn) {
    let literal = node.literal
    let lineCount = literal.reduce(into: 0) { count, byte in if byte == 0x0A { count += 1 } }
    let place = range(node, throughLine: Int(node.pointee.start_line) + max(lineCount - 1, 0))
    if dialect == .offprint, depth == 1, isExcerptEnd(literal) {
      if excerptEnd == nil { excerptEnd = place.start }
      return
    }
    verbatimRanges.append(place)
    column.append(literal, place)
  }

  // `<!--more-->`, blanks and case aside.
  private func isExcerptEnd(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    let comment = literal.trimmed
    guard comment.count >= 11, comment.starts("<!--"), comment.starts("-->", at: comment.count - 3) else {
      return false
    }
    let word = UnsafeBufferPointer(rebasing: comment[4..<comment.count - 3]).trimmed
    return word.count == 4 && word.map { $0 | 0x20 } == Array("more".utf8)
  }
}
