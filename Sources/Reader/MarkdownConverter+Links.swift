import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  func link(_ node: CommonMarkNode) -> Inline {
    switch linkForm(node) {
    case .bracketed: bracketed(node)
    case .pointed: pointed(node)
    case .bare: bare(node)
    }
  }

  enum LinkForm { case bracketed, pointed, bare }

  // `[text](…)`, `<address>`, or an address that stands in the text.
  func linkForm(_ node: CommonMarkNode) -> LinkForm {
    if let child = node.firstChild, child.nextSibling == nil, child.kind == .text {
      if let offset = cursor.offset(of: child.literal), offset >= cursor.position {
        let before = offset > cursor.position ? cursor.leaf.bytes[offset - 1] : 0
        return before == 0x5B ? .bracketed : before == 0x3C ? .pointed : before == 0 ? .bare : .bracketed
      }
      // A mail address cut out of a text begins at its very text.
      if cursor.byte() == child.literal.first { return .bare }
    }
    return cursor.byte() == 0x3C ? .pointed : .bracketed
  }

  private func bracketed(_ node: CommonMarkNode) -> Inline {
    cursor.skip(to: 0x5B, 0x5B)
    let start = cursor.position
    cursor.move(to: start + 1)
    let content = inlines(of: node)
    let target = passTail()
    let place = range(cursor.source(from: start))
    return Inline(.link(makeLink(node, target ?? place), content), range: place)
  }

  private func pointed(_ node: CommonMarkNode) -> Inline {
    cursor.skip(to: 0x3C, 0x3C)
    let start = cursor.position
    cursor.move(to: start + 1)
    let content = inlines(of: node)
    let target = range(cursor.source(from: start + 1))
    cursor.delimiter(0x3E, 0x3E, count: 1)
    return Inline(.link(makeLink(node, target), content), range: range(cursor.source(from: start)))
  }

  private func bare(_ node: CommonMarkNode) -> Inline {
    let start = cursor.position
    let content = inlines(of: node)
    let place = content.first?.range ?? range(cursor.source(from: start))
    return Inline(.link(makeLink(node, place), content), range: place)
  }

  private func makeLink(_ node: CommonMarkNode, _ target: SourceRange) -> Link {
    let address = String(decoding: node.pointee.as.link.url.bytes, as: UTF8.self)
    let reference = context.addReference(.link, target: address, range: target)
    return Link(reference: reference, title: title(node))
  }

  func image(_ node: CommonMarkNode) -> Inline {
    cursor.skip(to: 0x21, 0x21)
    let start = cursor.position
    cursor.move(to: start + 2)
    // References inside an alternative text lead nowhere: only its words count.
    let alternative = alternativeText(node)
    let target = passTail()
    let place = range(cursor.source(from: start))
    let address = String(decoding: node.pointee.as.link.url.bytes, as: UTF8.self)
    let reference = context.addReference(.image, target: address, range: target ?? place)
    let image = Image(reference: reference, alternative: Text(bytes: alternative), title: title(node))
    return Inline(.image(image), range: place)
  }

  private func title(_ node: CommonMarkNode) -> Text? {
    let title = node.pointee.as.link.title.bytes
    return title.isEmpty ? nil : Text(bytes: Array(title))
  }

  // Passes `](address)`, `][label]` or `]`; the result is where the address stands, if it is here.
  @discardableResult
  func passTail() -> SourceRange? {
    cursor.skip(to: 0x5D, 0x5D)
    let tail = LinkTail(cursor.leaf.bytes, after: cursor.position)
    cursor.move(to: tail.end)
    return tail.destination.map { range(cursor.leaf.source($0)) }
  }
}
