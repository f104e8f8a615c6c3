/// Visits every node below some blocks, parents first, in source order.
///
/// The children of raw HTML are those of its fallback: what the site prints of it is the author's bytes, with the same
/// Markdown in between.
package enum TreeWalk {
  package static func visit(_ blocks: [Block], block: (Block) -> Void, inline: (Inline) -> Void) {
    for one in blocks {
      block(one)
      one.forEachChild(
        blocks: { visit($0, block: block, inline: inline) }, inlines: { visit($0, inline: inline) })
    }
  }

  package static func visit(_ inlines: [Inline], inline: (Inline) -> Void) {
    for one in inlines {
      inline(one)
      one.forEachChild { visit($0, inline: inline) }
    }
  }
}

extension Block {
  /// Hands over each list of children, in source order.
  package func forEachChild(blocks: ([Block]) -> Void, inlines: ([Inline]) -> Void) {
    switch kind {
    case .paragraph(let content): inlines(content)
    case .heading(let heading): inlines(heading.content)
    case .list(let list): for item in list.items { blocks(item.content) }
    case .quote(let content), .division(_, _, let content): blocks(content)
    case .alert(let alert):
      if let title = alert.title { inlines(title) }
      blocks(alert.content)
    case .table(let table):
      inlines(table.caption)
      for cell in [table.head, table.body, table.foot].joined().joined() {
        switch cell.content {
        case .inlines(let content): inlines(content)
        case .blocks(let content): blocks(content)
        }
      }
    case .code, .rule, .math, .media, .embed, .contents: break
    case .definitionList(let items):
      for item in items {
        for term in item.terms { inlines(term) }
        for definition in item.definitions { blocks(definition) }
      }
    case .figure(let figure):
      blocks(figure.content)
      inlines(figure.caption)
    case .details(let details):
      inlines(details.summary)
      blocks(details.content)
    case .html(let html): blocks(html.fallback)
    }
  }
}

extension Inline {
  /// Hands over each list of children, in source order.
  package func forEachChild(_ inlines: ([Inline]) -> Void) {
    switch kind {
    case .text, .softBreak, .hardBreak, .code, .image, .footnoteReference, .math, .media: break
    case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
      .link(_, let content), .anchor(let content), .abbreviation(_, let content), .span(_, let content):
      inlines(content)
    case .ruby(let pairs):
      for pair in pairs {
        inlines(pair.base)
        inlines(pair.reading)
      }
    case .html(let html): inlines(html.fallback)
    }
  }
}
