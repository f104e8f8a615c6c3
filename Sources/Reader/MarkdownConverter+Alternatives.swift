import CCmarkGFM
import Manuscript

extension MarkdownConverter {
  /// The words of an image's description, and the cursor behind them. Without recursion: images nest in images.
  func alternativeText(_ image: CommonMarkNode) -> [UInt8] {
    var words: [UInt8] = []
    // How the links and images around the node at hand are written.
    var forms: [LinkForm] = []
    var next = image.firstChild
    while let node = next {
      enter(node, &words, &forms)
      next = node.firstChild
      var last = node
      while next == nil {
        if last.kind == .link || last.kind == .image { leave(forms.popLast()) }
        next = last.nextSibling
        guard next == nil, let parent = last.pointee.parent, parent != image else { break }
        last = parent
      }
    }
    return words
  }

  private func enter(_ node: CommonMarkNode, _ words: inout [UInt8], _ forms: inout [LinkForm]) {
    switch node.kind {
    case .text:
      words += node.literal
      _ = cursor.text(node.literal)
    case .inlineCode:
      words += node.literal
      _ = cursor.codeSpan()
    case .customInline: words += node.pointee.as.custom.on_enter.bytes
    case .softBreak, .hardBreak:
      words.append(0x20)
      _ = cursor.lineEnd()
    case .inlineHTML: _ = cursor.verbatim(node.literal)
    case .link:
      forms.append(linkForm(node))
      if forms.last != .bare { cursor.move(to: cursor.position + 1) }
    case .image:
      forms.append(.bracketed)
      cursor.move(to: cursor.position + 2)
    case .emphasis, .strong, .strikethrough, .footnoteReference, .document, .quote, .list, .item, .code, .html,
      .customBlock, .paragraph, .heading, .rule, .footnoteDefinition, .table, .tableRow, .tableCell, nil:
      break
    }
  }

  private func leave(_ form: LinkForm?) {
    switch form {
    case .bracketed: passTail()
    case .pointed: cursor.delimiter(0x3E, 0x3E, count: 1)
    case .bare, nil: break
    }
  }
}
