import Diagnostics
import Manuscript
import Typesetting

/// Top-level blocks, each small enough for a page.
extension ArticleRenderer {
  /// Writes one top-level block as a unit; cut in two, again and again, while it has too many nodes.
  mutating func unit(_ block: Block) {
    var headingLevel: Int?
    if case .heading(let heading) = block.kind { headingLevel = heading.level }
    writeUnit(range: block.range, headingLevel: headingLevel, isFootnote: false) { renderer -> [Block]? in
      let nodes = renderer.printer.nodeCount
      let before = renderer.printer.checkpoint
      let position = renderer.tables.position
      let adaptations = renderer.adaptations.count
      let diagnostics = renderer.diagnostics.count
      renderer.block(block)
      if renderer.printer.nodeCount - nodes <= PlatformLimits.nodesOfBlock { return nil }
      renderer.printer.restore(before)
      renderer.tables.restore(position)
      renderer.adaptations.removeLast(renderer.adaptations.count - adaptations)
      renderer.diagnostics.removeLast(renderer.diagnostics.count - diagnostics)
      if let pieces = block.halves { return pieces }
      renderer.plainText(block)
      return nil
    }
  }

  mutating func footnoteUnit(_ index: Int) {
    let footnote = article.footnotes[index]
    writeUnit(range: footnote.range, headingLevel: nil, isFootnote: true) { renderer -> [Block]? in
      let nodes = renderer.printer.nodeCount
      let before = renderer.printer.checkpoint
      let position = renderer.tables.position
      renderer.footnote(index, content: footnote.content)
      if renderer.printer.nodeCount - nodes > PlatformLimits.nodesOfBlock {
        renderer.printer.restore(before)
        renderer.tables.restore(position)
        let text = PlainText.text(of: footnote.content)
        renderer.footnote(
          index, content: [Block(.paragraph([Inline(.text(text), range: footnote.range)]), range: footnote.range)])
        renderer.adapt("footnote", .adapted, "text", at: footnote.range)
      }
      return nil
    }
  }

  /// - Parameter body: writes; when what it wrote was too much it takes it back and returns the pieces to write instead.
  private mutating func writeUnit(
    range: SourceRange, headingLevel: Int?, isFootnote: Bool, _ body: (inout ArticleRenderer) -> [Block]?
  ) {
    let start = printer.bytes.count
    let nodes = printer.nodeCount
    let children = printer.childCount
    let position = tables.position
    if let pieces = body(&self) {
      for piece in Self.withoutTransparent(pieces) { unit(piece) }
      return
    }
    guard printer.bytes.count > start else { return }
    units.append(
      Unit(
        bytes: start..<printer.bytes.count, nodeCount: printer.nodeCount - nodes,
        childCount: printer.childCount - children, headingLevel: headingLevel, isFootnote: isFootnote, range: range,
        start: position, end: tables.position))
  }

  /// The words of a block whose structure no page can hold.
  mutating func plainText(_ block: Block) {
    let text = PlainText.text(of: [block], options: .imageAlternatives)
    adapt(Construct.names(of: block).first ?? "html", .adapted, "text", at: block.range)
    guard !text.isEmpty else { return }
    printer.start("text", [.class("p"), .bytes("id", anchor(of: block.attributes)), .flag("user-select")])
    printer.text(text.bytes)
    printer.end()
  }
}
