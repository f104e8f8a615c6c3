import Diagnostics
import Manuscript

extension HTMLConverter {
  /// What an element becomes.
  mutating func element(_ node: Int) -> [HTMLFlow] {
    guard let element = element(of: node) else { return raw(node) }
    func attributes() -> Attributes { self.attributes(of: node).rest }
    func inline(_ kind: Inline.Kind) -> [HTMLFlow] {
      [.inline(Inline(kind, range: range(of: node), attributes: attributes()))]
    }
    func block(_ kind: Block.Kind) -> [HTMLFlow] {
      [.block(Block(kind, range: range(of: node), attributes: attributes()))]
    }
    switch element {
    case .html, .head, .body: return flow(of: node)
    case .a: return anchorOrLink(node)
    case .abbr, .acronym: return abbreviation(node)
    case .b, .strong: return wrap(node, attributes()) { .strong($0) }
    case .em, .i: return wrap(node, attributes()) { .emphasis($0) }
    case .s, .strike: return wrap(node, attributes()) { .strikethrough($0) }
    case .big, .cite, .del, .dfn, .ins, .kbd, .mark, .q, .samp, .small, .sub, .sup, .u, .var:
      guard let style = InlineStyle(rawValue: element.rawValue) else { return flow(of: node) }
      return wrap(node, attributes()) { .styled(style, $0) }
    case .bdi, .bdo, .data, .font, .label, .nobr, .span, .time, .rb, .rp, .rt, .rtc:
      return span(node, name: element.rawValue)
    case .br: return inline(.hardBreak)
    case .code, .tt: return code(node)
    case .img: return image(node)
    case .picture: return picture(node)
    case .ruby: return ruby(node)
    case .address, .article, .aside, .center, .div, .footer, .header, .hgroup, .main, .nav, .section:
      return division(node, element)
    case .blockquote: return block(.quote(blocks(flow(of: node))))
    case .details: return details(node)
    case .dl: return definitionList([node], node)
    case .dt, .dd: return definitionList(nil, node)
    case .figure: return figure(node)
    case .figcaption, .summary, .legend, .caption: return blocks(flow(of: node)).map(HTMLFlow.block)
    case .h1, .h2, .h3, .h4, .h5, .h6: return heading(node, element)
    case .hr: return block(.rule)
    case .ul, .ol, .menu, .dir: return list(node, element)
    case .li: return list(node, element)
    case .p: return paragraph(node)
    case .pre: return isMoreThanCode(node) ? raw(node) : preformatted(node)
    case .table: return table(node)
    case .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return flow(of: node)
    case .audio, .video: return media(node, element == .audio ? .audio : .video)
    case .embed, .iframe, .object: return embed(node, element)
    case .area, .base, .button, .canvas, .dialog, .fieldset, .form, .input, .link, .map, .math, .meta, .noembed,
      .noframes, .noscript, .optgroup, .option, .param, .progress, .script, .select, .source, .style, .svg, .template,
      .textarea, .title, .track, .wbr, .xmp:
      return raw(node)
    }
  }

  private mutating func anchorOrLink(_ node: Int) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    if let name = attributes.take("name"), attributes["id"] == nil, !name.isEmpty { attributes.set("id", name) }
    if let href = attributes.takeAddress("href", orEmpty: true) {
      let reference = context.addReference(.link, target: href.target, range: href.range ?? range(of: node))
      let link = Link(reference: reference, title: attributes.take("title").map { Text($0) })
      return wrap(node, attributes.rest) { .link(link, $0) }
    }
    if attributes["id"] == nil { return span(node, name: "a") }
    return wrap(node, attributes.rest) { .anchor($0) }
  }

  private mutating func abbreviation(_ node: Int) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    guard let title = attributes.take("title"), !title.isEmpty else { return span(node, name: "abbr") }
    return wrap(node, attributes.rest) { .abbreviation(title: Text(title), $0) }
  }

  private mutating func heading(_ node: Int, _ element: HTMLElement) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    let id = attributes.take("id") ?? ""
    let level = Int(element.rawValue.dropFirst()) ?? 1
    let content = settled(inlines(flow(of: node)))
    return [
      .block(
        Block(
          .heading(Heading(level: level, id: id, content: content)), range: range(of: node), attributes: attributes.rest
        ))
    ]
  }

  private mutating func division(_ node: Int, _ element: HTMLElement) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    let alignment = attributes.takeAlignment() ?? (element == .center ? .center : nil)
    let content = blocks(flow(of: node))
    return [
      .block(
        Block(
          .division(name: element.rawValue, alignment: alignment, content), range: range(of: node),
          attributes: attributes.rest))
    ]
  }

  /// A paragraph; one that has a side to stand at is a division around it, and so is one that holds blocks and says
  /// where it ends, since that is what `<p align="center">` around Markdown means to its author.
  private mutating func paragraph(_ node: Int) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    let alignment = attributes.takeAlignment()
    let inside = flow(of: node)
    if !hasEndTag(node), let first = inside.firstIndex(where: \.isBlock), first > 0 {
      // It ended where the first block began.
      let lines = Array(inside[..<first])
      return aligned(blocks(lines), node, alignment, attributes.rest).map(HTMLFlow.block) + inside[first...]
    }
    return aligned(blocks(inside), node, alignment, attributes.rest).map(HTMLFlow.block)
  }

  private func aligned(
    _ content: [Block], _ node: Int, _ alignment: Alignment?, _ attributes: Attributes
  ) -> [Block] {
    var content = content
    if content.isEmpty, attributes["id"] != nil {
      content = [Block(.paragraph([]), range: range(of: node), attributes: attributes)]
    } else if content.count == 1, case .paragraph = content[0].kind {
      content[0].attributes = attributes
      content[0].range = content[0].range.union(
        hasEndTag(node) ? range(of: node) : tokens.range(tree.nodes[node].token))
    } else if !content.isEmpty, alignment == nil, !attributes.isEmpty {
      return [Block(.division(name: "div", alignment: nil, content), range: range(of: node), attributes: attributes)]
    }
    guard let alignment, !content.isEmpty else { return content }
    return [Block(.division(name: "div", alignment: alignment, content), range: range(of: node))]
  }
}
