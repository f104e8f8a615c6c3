import Diagnostics

extension TreeNodes {
  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func write(_ block: Block) {
    func head(_ name: String, _ fields: [TreeNode.Field] = []) {
      add(name, fields, range: block.range, attributes: block.attributes)
    }
    switch block.kind {
    case .paragraph(let content):
      head("paragraph")
      indented { $0.write(content) }
    case .heading(let heading):
      head("heading", [.plain("level", heading.level), .text("id", heading.id)])
      indented { $0.write(heading.content) }
    case .list(let list):
      head("list", [.plain("marker", describe(list.marker)), .flag("tight", list.isTight)])
      indented { nodes in
        for item in list.items { nodes.write(item) }
      }
    case .quote(let content):
      head("quote")
      indented { $0.write(content) }
    case .alert(let alert):
      head("alert", [.plain("kind", alert.kind.rawValue)])
      indented { nodes in
        if let title = alert.title { nodes.part("title", title) }
        nodes.write(alert.content)
      }
    case .code(let code): head("code", fields(of: code))
    case .table(let table):
      head("table", [.plain("columns", table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: ","))])
      indented { $0.write(table) }
    case .rule: head("rule")
    case .definitionList(let items):
      head("definition-list")
      indented { nodes in
        for item in items {
          nodes.add("item")
          nodes.indented { nodes in
            for term in item.terms { nodes.part("term", term) }
            for definition in item.definitions { nodes.part("definition", definition) }
          }
        }
      }
    case .figure(let figure):
      head("figure", [.plain("align", figure.alignment?.rawValue)])
      indented { nodes in
        nodes.write(figure.content)
        if !figure.caption.isEmpty { nodes.part("caption", figure.caption) }
      }
    case .details(let details):
      head("details", [.flag("open", details.isOpen)])
      indented { nodes in
        if !details.summary.isEmpty { nodes.part("summary", details.summary) }
        nodes.write(details.content)
      }
    case .math(let formula): head("math", fields(of: formula))
    case .media(let media): head(media.kind.rawValue, fields(of: media))
    case .embed(let embed):
      head(
        "embed",
        [
          .plain("reference", embed.reference), .text("title", embed.title?.string),
          .plain("width", describe(embed.width)), .plain("height", describe(embed.height)),
        ])
    case .contents: head("contents")
    case .division(let name, let alignment, let content):
      head("division", [.plain("name", name), .plain("align", alignment?.rawValue)])
      indented { $0.write(content) }
    case .html(let html):
      head("html", [.plain("elements", html.elements.joined(separator: ","))])
      indented { nodes in
        for piece in html.pieces {
          switch piece {
          case .source(let text): nodes.add("source", [.text(nil, text.string)])
          case .content(let blocks): nodes.part("content", blocks)
          }
        }
        if !html.fallback.isEmpty { nodes.part("fallback", html.fallback) }
      }
    }
  }

  mutating func part(_ name: String, _ content: [Block]) {
    add(name)
    indented { $0.write(content) }
  }

  private mutating func write(_ item: List.Item) {
    add(
      "item", [.plain("task", item.isDone.map { $0 ? "done" : "open" })], range: item.range,
      attributes: item.attributes)
    indented { $0.write(item.content) }
  }

  private mutating func write(_ table: Table) {
    if !table.caption.isEmpty { part("caption", table.caption) }
    for (name, rows) in [("head", table.head), ("body", table.body), ("foot", table.foot)] {
      section(name, rows) { nodes, _, row in
        nodes.add("row")
        nodes.indented { nodes in
          for cell in row { nodes.write(cell) }
        }
      }
    }
  }

  private mutating func write(_ cell: Table.Cell) {
    add(
      cell.isHeader ? "header-cell" : "cell",
      [
        .plain("align", cell.alignment?.rawValue), .plain("columns", cell.columnSpan == 1 ? nil : cell.columnSpan),
        .plain("rows", cell.rowSpan == 1 ? nil : cell.rowSpan),
      ], attributes: cell.attributes)
    indented { nodes in
      switch cell.content {
      case .inlines(let content): nodes.write(content)
      case .blocks(let content): nodes.write(content)
      }
    }
  }
}
