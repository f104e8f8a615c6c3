extension PlainText {
  mutating func write(_ blocks: [Block]) {
    for index in blocks.indices {
      separate(.line)
      write(blocks[index].kind)
      separate(.line)
    }
  }

  mutating func write(_ kind: Block.Kind) {
    switch kind {
    case .paragraph(let inlines): write(inlines)
    case .heading(let heading): write(heading.content)
    case .list(let list):
      for item in list.items { write(item.content) }
    case .quote(let blocks): write(blocks)
    case .alert(let alert):
      writeLine(alert.title ?? [])
      write(alert.content)
    case .code(let code):
      if let title = code.title { writeLine(title.bytes) }
      writeLine(code.text.bytes)
    case .table(let table): write(table)
    case .rule, .contents: break
    case .definitionList(let items):
      for item in items {
        for term in item.terms { writeLine(term) }
        for definition in item.definitions { write(definition) }
      }
    case .figure(let figure):
      write(figure.content)
      writeLine(figure.caption)
    case .details(let details):
      writeLine(details.summary)
      write(details.content)
    case .math(let formula): write(formula.source.bytes)
    case .media(let media): write(media.title?.bytes ?? [])
    case .embed(let embed): write(embed.title?.bytes ?? [])
    case .division(_, _, let blocks): write(blocks)
    case .html(let html): write(html.fallback)
    }
  }

  private mutating func writeLine(_ inlines: [Inline]) {
    separate(.line)
    write(inlines)
    separate(.line)
  }

  /// Its own line feed at the end becomes the separator.
  private mutating func writeLine(_ bytes: [UInt8]) {
    separate(.line)
    write(bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes)
    separate(.line)
  }

  private mutating func write(_ table: Table) {
    writeLine(table.caption)
    for row in table.head + table.body + table.foot {
      separate(.line)
      for cell in row {
        switch cell.content {
        case .inlines(let inlines): write(inlines)
        case .blocks(let blocks): write(blocks)
        }
        separate(.blank)
      }
      separate(.line)
    }
  }
}
