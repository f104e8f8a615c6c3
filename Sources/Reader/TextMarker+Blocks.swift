import Manuscript

extension TextMarker {
  func mark(_ blocks: [Block]) -> [Block] { blocks.map(mark) }

  private func mark(_ block: Block) -> Block {
    var block = block
    switch block.kind {
    case .paragraph(let content): block.kind = .paragraph(mark(content))
    case .heading(var heading):
      heading.content = mark(heading.content)
      block.kind = .heading(heading)
    case .list(var list):
      for index in list.items.indices { list.items[index].content = mark(list.items[index].content) }
      block.kind = .list(list)
    case .quote(let content): block.kind = .quote(mark(content))
    case .alert(var alert):
      alert.title = alert.title.map { mark($0) }
      alert.content = mark(alert.content)
      block.kind = .alert(alert)
    case .table(var table):
      table.caption = mark(table.caption)
      table.head = table.head.map(mark)
      table.body = table.body.map(mark)
      table.foot = table.foot.map(mark)
      block.kind = .table(table)
    case .definitionList(let items):
      block.kind = .definitionList(
        items.map { DefinitionItem(terms: $0.terms.map { mark($0) }, definitions: $0.definitions.map { mark($0) }) })
    case .figure(var figure):
      figure.content = mark(figure.content)
      figure.caption = mark(figure.caption)
      block.kind = .figure(figure)
    case .details(var details):
      details.summary = mark(details.summary)
      details.content = mark(details.content)
      block.kind = .details(details)
    case .division(let name, let alignment, let content):
      block.kind = .division(name: name, alignment: alignment, mark(content))
    case .html(var html):
      html.fallback = mark(html.fallback)
      block.kind = .html(html)
    case .code, .rule, .math, .media, .embed, .contents: break
    }
    return block
  }

  private func mark(_ row: Table.Row) -> Table.Row {
    row.map { cell in
      var cell = cell
      switch cell.content {
      case .inlines(let content): cell.content = .inlines(mark(content))
      case .blocks(let content): cell.content = .blocks(mark(content))
      }
      return cell
    }
  }
}
