import Diagnostics
import Manuscript
import Typesetting

extension ArticleRenderer {
  /// Writes blocks into the element that is open, in groups where they are many.
  mutating func blocks(_ blocks: [Block]) {
    let blocks = Self.withoutTransparent(blocks)
    guard blocks.count > PlatformLimits.blocksOfGroup else {
      for one in blocks { block(one) }
      return
    }
    // More groups than children are allowed: a level of groups more.
    let size = max(
      PlatformLimits.blocksOfGroup, (blocks.count + PlatformLimits.blocksOfGroup - 1) / PlatformLimits.blocksOfGroup)
    var start = 0
    while start < blocks.count {
      let end = min(blocks.count, start + size)
      printer.start("view")
      self.blocks(Array(blocks[start..<end]))
      printer.end()
      start = end
    }
  }

  /// Containers that print nothing of their own are replaced by what is in them.
  static func withoutTransparent(_ blocks: [Block]) -> [Block] {
    guard blocks.contains(where: \.isTransparent) else { return blocks }
    return blocks.flatMap { block -> [Block] in
      if case .division(_, nil, let content) = block.kind, block.isTransparent { return withoutTransparent(content) }
      return [block]
    }
  }

  mutating func block(_ block: Block) {
    if printer.depth >= PlatformLimits.depthOfContainers, block.isContainer { return plainText(block) }
    let id = anchor(of: block.attributes)
    switch block.kind {
    case .paragraph(let inlines): paragraph(inlines, id: id)
    case .heading(let heading): self.heading(heading, id: id)
    case .list(let list): self.list(list, id: id, attributes: block.attributes)
    case .quote(let content): container("quote", id: id) { $0.blocks(content) }
    case .alert(let alert): self.alert(alert, id: id)
    case .code(let code) where code.drawing != nil: diagram(code, id: id, range: block.range)
    case .code(let code): self.code(code, id: id)
    case .table(let table): self.table(table, id: id, range: block.range)
    case .rule: printer.void("view", [.class("hr"), .bytes("id", id)])
    case .definitionList(let items): definitions(items, id: id)
    case .figure(let figure):
      container(Self.figureClass(figure.alignment), id: id) { renderer in
        renderer.blocks(figure.content)
        if !figure.caption.isEmpty { renderer.runningText(figure.caption, class: "cap") }
      }
    case .details(let details): self.details(details, id: id)
    case .math(let formula): self.formula(formula, id: id, range: block.range)
    case .media(let media):
      mark(block: id)
      self.media(media, range: block.range)
    case .embed(let embed):
      mark(block: id)
      adapt("embed", .needsNetwork, "card", at: block.range)
      card(words.embed, title: embed.title?.bytes ?? [], destination(embed.reference))
    case .contents: contents(id: id)
    case .division(_, let alignment, let content):
      container(Self.divisionClass(alignment), id: id) { $0.blocks(content) }
    case .html(let html):
      mark(block: id)
      if let drawing = SVGDrawing(html) {
        return draw(drawing, label: PlainText.text(of: html.fallback), range: block.range, isInLine: false)
      }
      report(html.elements, hasFallback: !html.fallback.isEmpty, range: block.range)
      blocks(html.fallback)
    }
  }

  /// A place to jump to between blocks.
  mutating func mark(block id: [UInt8]?) {
    if let id { printer.void("view", [.bytes("id", id)]) }
  }

  mutating func container(_ name: StaticString, id: [UInt8]?, _ body: (inout ArticleRenderer) -> Void) {
    printer.start("view", class: name, id: id)
    let outer = isTight
    isTight = false
    body(&self)
    isTight = outer
    printer.end()
  }

  private mutating func paragraph(_ inlines: [Inline], id: [UInt8]?) {
    // Images alone in a paragraph stand in a column of their own.
    let isPicture = inlines.contains { $0.isImage } && inlines.allSatisfy { $0.isImage || $0.isBlank }
    guard isPicture else {
      return runningText(inlines, class: isTight ? "pt" : "p", id: id)
    }
    printer.start("view", class: "pic", id: id)
    for inline in inlines {
      guard case .image(let image) = inline.kind else { continue }
      mark(block: anchor(of: inline.attributes))
      self.image(image, inline.attributes, range: inline.range, isInLine: false)
    }
    printer.end()
  }

  private mutating func heading(_ heading: Heading, id: [UInt8]?) {
    let own = heading.id.isEmpty ? id : anchor(AnchorName.id(heading.id)) ?? id
    runningText(
      heading.content, class: Self.headingClass(heading.level), id: own, role: "heading")
  }

  private static func headingClass(_ level: Int) -> StaticString {
    switch level {
    case ...1: "h1"
    case 2: "h2"
    case 3: "h3"
    case 4: "h4"
    case 5: "h5"
    default: "h6"
    }
  }

  private static func figureClass(_ alignment: Alignment?) -> StaticString {
    switch alignment {
    case nil, .center: "fig"
    case .left: "fig left"
    case .right: "fig right"
    }
  }

  private static func divisionClass(_ alignment: Alignment?) -> StaticString {
    switch alignment {
    case nil: "div"
    case .center: "div center"
    case .left: "div left"
    case .right: "div right"
    }
  }

  private mutating func alert(_ alert: Alert, id: [UInt8]?) {
    let name: StaticString =
      switch alert.kind {
      case .note: "alert note"
      case .tip: "alert tip"
      case .important: "alert important"
      case .warning: "alert warning"
      case .caution: "alert caution"
      }
    container(name, id: id) { renderer in
      if let title = alert.title {
        renderer.runningText(title, class: "at")
      } else {
        renderer.printer.element("text", [.class("at")]) { $0.text(renderer.words.alert(alert.kind)) }
      }
      renderer.blocks(alert.content)
    }
  }

  private mutating func definitions(_ items: [DefinitionItem], id: [UInt8]?) {
    container("dl", id: id) { renderer in
      let isLarge = items.count > 1 && items.reduce(0) { $0 + $1.terms.count + $1.definitions.count } > 50
      for item in items {
        if isLarge { renderer.printer.start("view") }
        for term in item.terms { renderer.runningText(term, class: "dt") }
        for definition in item.definitions { renderer.container("dd", id: nil) { $0.blocks(definition) } }
        if isLarge { renderer.printer.end() }
      }
    }
  }

  private mutating func contents(id: [UInt8]?) {
    let entries = facts.outline.filter { !$0.id.isEmpty }
    guard !entries.isEmpty else { return mark(block: id) }
    let top = entries.map(\.level).min() ?? 1
    printer.start("view", [.class("toc"), .bytes("id", id), .string("aria-label", words.contents)])
    for start in stride(from: 0, to: entries.count, by: PlatformLimits.inlinesOfGroup) {
      printer.start("view")
      for entry in entries[start..<min(entries.count, start + PlatformLimits.inlinesOfGroup)] {
        let name: StaticString =
          switch entry.level - top {
          case 0: "t1"
          case 1: "t2"
          default: "t3"
          }
        printer.start(
          "text",
          [
            .class(name), .literal("catchtap", "go"), .bytes("data-h", AnchorName.id(entry.id)),
            .literal("aria-role", "link"),
          ])
        printer.text(entry.title)
        printer.end()
      }
      printer.end()
    }
    printer.end()
  }
}

extension Block {
  /// Whether other blocks may stand in it, so that depth can grow.
  var isContainer: Bool {
    switch kind {
    case .list, .quote, .alert, .table, .definitionList, .figure, .details, .division, .html: true
    case .paragraph, .heading, .code, .rule, .math, .media, .embed, .contents: false
    }
  }

  /// A container that prints nothing of its own.
  var isTransparent: Bool {
    if case .division(_, nil, _) = kind { return attributes.id == nil }
    return false
  }
}

extension Inline {
  var isImage: Bool { if case .image = kind { true } else { false } }

  /// Nothing to see: blanks and line ends.
  var isBlank: Bool {
    switch kind {
    case .softBreak, .hardBreak: true
    case .text(let text): text.bytes.allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 }
    case .code, .emphasis, .strong, .strikethrough, .styled, .link, .anchor, .image, .footnoteReference, .abbreviation,
      .ruby, .math, .media, .span, .html:
      false
    }
  }
}
