import Diagnostics

extension TreeLines {
  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func write(_ block: Block) {
    func head(_ name: String, _ fields: [Field] = []) {
      line(name, fields, range: block.range, attributes: block.attributes)
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
      indented { lines in
        for item in list.items { lines.write(item) }
      }
    case .quote(let content):
      head("quote")
      indented { $0.write(content) }
    case .alert(let alert):
      head("alert", [.plain("kind", alert.kind.rawValue)])
      indented { lines in
        if let title = alert.title { lines.part("title", title) }
        lines.write(alert.content)
      }
    case .code(let code): head("code", fields(of: code))
    case .table(let table):
      head("table", [.plain("columns", table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: ","))])
      indented { $0.write(table) }
    case .rule: head("rule")
    case .definitionList(let items):
      head("definition-list")
      indented { lines in
        for item in items {
          lines.line("item")
          lines.indented { lines in
            for term in item.terms { lines.part("term", term) }
            for definition in item.definitions { lines.part("definition", definition) }
          }
        }
      }
    case .figure(let figure):
      head("figure", [.plain("align", figure.alignment?.rawValue)])
      indented { lines in
        lines.write(figure.content)
        if !figure.caption.isEmpty { lines.part("caption", figure.caption) }
      }
    case .details(let details):
      head("details", [.flag("open", details.isOpen)])
      indented { lines in
        if !details.summary.isEmpty { lines.part("summary", details.summary) }
        lines.write(details.content)
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
      indented { lines in
        for piece in html.pieces {
          switch piece {
          case .source(let text): lines.line("source", [.text(nil, text.string)])
          case .content(let blocks): lines.part("content", blocks)
          }
        }
        if !html.fallback.isEmpty { lines.part("fallback", html.fallback) }
      }
    }
  }

  mutating func part(_ name: String, _ content: [Block]) {
    line(name)
    indented { $0.write(content) }
  }

  private mutating func write(_ item: List.Item) {
    line(
      "item", [.plain("task", item.isDone.map { $0 ? "done" : "open" })], range: item.range,
      attributes: item.attributes)
    indented { $0.write(item.content) }
  }

  private mutating func write(_ table: Table) {
    if !table.caption.isEmpty { part("caption", table.caption) }
    for (name, rows) in [("head", table.head), ("body", table.body), ("foot", table.foot)] {
      section(name, rows) { lines, _, row in
        lines.line("row")
        lines.indented { lines in
          for cell in row { lines.write(cell) }
        }
      }
    }
  }

  private mutating func write(_ cell: Table.Cell) {
    line(
      cell.isHeader ? "header-cell" : "cell",
      [
        .plain("align", cell.alignment?.rawValue), .plain("columns", cell.columnSpan == 1 ? nil : cell.columnSpan),
        .plain("rows", cell.rowSpan == 1 ? nil : cell.rowSpan),
      ], attributes: cell.attributes)
    indented { lines in
      switch cell.content {
      case .inlines(let content): lines.write(content)
      case .blocks(let content): lines.write(content)
      }
    }
  }
}
