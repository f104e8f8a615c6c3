extension TreeNodes {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  mutating func write(_ inline: Inline) {
    func head(_ name: String, _ fields: [TreeNode.Field] = [], _ children: [Inline] = []) {
      add(name, fields, range: inline.range, attributes: inline.attributes)
      indented { $0.write(children) }
    }
    switch inline.kind {
    case .text(let text): head("text", [.text(nil, text.string)])
    case .softBreak: head("soft-break")
    case .hardBreak: head("hard-break")
    case .code(let text): head("code-span", [.text(nil, text.string)])
    case .emphasis(let content): head("emphasis", [], content)
    case .strong(let content): head("strong", [], content)
    case .strikethrough(let content): head("strikethrough", [], content)
    case .styled(let style, let content): head("styled", [.plain("as", style.rawValue)], content)
    case .link(let link, let content):
      head("link", [.plain("reference", link.reference), .text("title", link.title?.string)], content)
    case .anchor(let content): head("anchor", [], content)
    case .image(let image): head("image", fields(of: image))
    case .footnoteReference(let mark):
      head("footnote-mark", [.plain("footnote", mark.footnote), .plain("occurrence", mark.occurrence)])
    case .abbreviation(let title, let content): head("abbreviation", [.text("title", title.string)], content)
    case .ruby(let pairs):
      head("ruby")
      indented { nodes in
        for pair in pairs {
          nodes.part("base", pair.base)
          if !pair.reading.isEmpty { nodes.part("reading", pair.reading) }
        }
      }
    case .math(let formula): head("math-span", fields(of: formula))
    case .media(let media): head(media.kind.rawValue, fields(of: media))
    case .span(let name, let content): head("span", [.plain("name", name)], content)
    case .html(let html):
      head("html", [.plain("elements", html.elements.joined(separator: ","))])
      indented { nodes in
        for piece in html.pieces {
          switch piece {
          case .source(let text): nodes.add("source", [.text(nil, text.string)])
          case .content(let inlines): nodes.part("content", inlines)
          }
        }
        if !html.fallback.isEmpty { nodes.part("fallback", html.fallback) }
      }
    }
  }

  mutating func part(_ name: String, _ content: [Inline]) {
    add(name)
    indented { $0.write(content) }
  }
}
