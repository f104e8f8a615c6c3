import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  func paragraph(_ node: CommonMarkNode, into column: inout BlockColumn) {
    open(node, at: start(node))
    if dialect == .plain {
      switch content(ofParagraph: node) {
      case .line(let content): column.append(Block(.paragraph(content), range: leafRange()))
      case .divided(let blocks): for block in blocks { column.append(block) }
      }
      return
    }
    if isContentsMark() { return column.append(Block(.contents, range: leafRange())) }
    if takeAbbreviations() { return }
    let trailing = trailingAttributes()
    if let trailing, trailing.lineStart == 0 { return place(trailing.list, node, in: &column) }
    var content: [Inline]
    switch self.content(ofParagraph: node) {
    case .line(let inlines): content = inlines
    case .divided(let blocks):
      for block in blocks { column.append(block) }
      return
    }
    var range = leafRange()
    if let leading = leadingAttributes(), let rest = withoutFirstLine(content) {
      column.attributesOfNext = leading
      content = rest
      range.start = rest[0].range.start
    }
    guard let trailing, let rest = withoutLastLine(content) else {
      if takeDefinitions(content, range, &column) { return }
      return column.append(special(content, range) ?? Block(.paragraph(content), range: range))
    }
    if takeDefinitions(rest, range, &column) {
      return column.updateLast { assign(trailing.list, at: trailing.lineStart, to: &$0) }
    }
    var block = special(rest, range) ?? Block(.paragraph(rest), range: range)
    assign(trailing.list, at: trailing.lineStart, to: &block)
    column.append(block)
  }

  /// A paragraph that is only an attribute list speaks of the block right above, else of the block right below.
  private func place(_ list: AttributeList, _ node: CommonMarkNode, in column: inout BlockColumn) {
    if list.isContents, column.isEmpty || isBlankLine(Int(node.pointee.start_line) - 1) {
      column.append(Block(.contents, range: leafRange()))
    } else if !isBlankLine(Int(node.pointee.start_line) - 1) {
      column.updateLast { list.apply(to: &$0) }
    } else if !isBlankLine(Int(node.pointee.start_line) + 1) {
      column.attributesOfNext = list
    }
  }

  // `[TOC]`, `[[toc]]`, `[[_TOC_]]`
  private func isContentsMark() -> Bool {
    let words = cursor.leaf.bytes.trimmed
    guard words.first == 0x5B, words.count <= 9 else { return false }
    let name = words.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return name == Array("[toc]".utf8) || name == Array("[[toc]]".utf8) || name == Array("[[_toc_]]".utf8)
  }

  /// What a paragraph is beyond a paragraph; nil when it is just that.
  private func special(_ content: [Inline], _ range: SourceRange) -> Block? {
    if content.count == 1, case .math(let formula) = content[0].kind, cursor.leaf.bytes.trimmed.starts("$$") {
      return Block(.math(formula), range: range, attributes: content[0].attributes)
    }
    return figure(content).map { Block(.figure($0), range: range) }
  }

  /// An image and, on the line right below, its caption in italics (Chirpy).
  private func figure(_ content: [Inline]) -> Figure? {
    guard content.count == 3, case .image(let image) = content[0].kind, case .softBreak = content[1].kind,
      case .emphasis(let caption) = content[2].kind
    else { return nil }
    let paragraph = Block(.paragraph([content[0]]), range: content[0].range)
    return Figure(content: [paragraph], caption: caption, alignment: image.alignment)
  }
}
