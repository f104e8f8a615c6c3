import Highlighting

extension TreeEncoder {
  mutating func blocks(_ blocks: [Block]) {
    number(blocks.count)
    for block in blocks { self.block(block) }
  }

  private mutating func head(_ tag: BlockTag, _ block: borrowing Block) {
    let hasAttributes = !block.attributes.isEmpty
    append(tag.rawValue | (hasAttributes ? TreeTag.attributes : 0))
    range(block.range)
    if hasAttributes { attributes(block.attributes) }
  }

  private mutating func block(_ block: Block) {
    switch block.kind {
    case .paragraph(let content):
      head(.paragraph, block)
      inlines(content)
    case .heading(let heading):
      head(.heading, block)
      number(heading.level)
      string(heading.id)
      inlines(heading.content)
    case .list(let value):
      head(.list, block)
      list(value)
    case .quote(let content):
      head(.quote, block)
      blocks(content)
    case .alert(let alert):
      head(.alert, block)
      append(UInt8(Alert.Kind.allCases.firstIndex(of: alert.kind) ?? 0))
      optional(alert.title) { $0.inlines($1) }
      blocks(alert.content)
    case .code(let value):
      head(.code, block)
      code(value)
    case .table(let value):
      head(.table, block)
      table(value)
    case .rule: head(.rule, block)
    case .definitionList(let items):
      head(.definitionList, block)
      list(items) { encoder, item in
        encoder.list(item.terms) { $0.inlines($1) }
        encoder.list(item.definitions) { $0.blocks($1) }
      }
    case .figure(let figure):
      head(.figure, block)
      blocks(figure.content)
      inlines(figure.caption)
      alignment(figure.alignment)
    case .details(let details):
      head(.details, block)
      inlines(details.summary)
      flag(details.isOpen)
      blocks(details.content)
    case .math(let value):
      head(.math, block)
      formula(value)
    case .media(let value):
      head(.media, block)
      media(value)
    case .embed(let embed):
      head(.embed, block)
      number(embed.reference)
      optional(embed.title) { $0.text($1) }
      length(embed.width)
      length(embed.height)
    case .contents: head(.contents, block)
    case .division(let name, let side, let content):
      head(.division, block)
      string(name)
      alignment(side)
      blocks(content)
    case .html(let value):
      head(.html, block)
      raw(value) { $0.blocks($1) }
    }
  }

  private mutating func list(_ list: List) {
    switch list.marker {
    case .bullet: append(0)
    case .ordered(let start, let numeral):
      append(1)
      number(start)
      string(numeral.rawValue)
    }
    flag(list.isTight)
    self.list(list.items) { encoder, item in
      encoder.append(item.isDone.map { $0 ? 2 : 1 } ?? 0)
      encoder.range(item.range)
      encoder.attributes(item.attributes)
      encoder.blocks(item.content)
    }
  }

  private mutating func code(_ code: CodeBlock) {
    optional(code.language) { $0.string($1) }
    text(code.info)
    text(code.text)
    list(code.tokens) {
      $0.append($1.kind.rawValue)
      $0.number(Int($1.count))
    }
    optional(code.title) { $0.text($1) }
    append(code.showsLineNumbers.map { $0 ? 2 : 1 } ?? 0)
    for lines in [code.highlightedLines, code.insertedLines, code.deletedLines] { list(lines) { $0.number($1) } }
    number(code.firstLineNumber)
    switch code.drawing {
    case nil: number(0)
    case .unsupported: number(1)
    case .picture(let reference): number(reference + 2)
    }
  }

  private mutating func table(_ table: Table) {
    inlines(table.caption)
    list(table.alignments) { $0.alignment($1) }
    for rows in [table.head, table.body, table.foot] {
      list(rows) { encoder, row in encoder.list(row) { $0.cell($1) } }
    }
  }

  private mutating func cell(_ cell: Table.Cell) {
    switch cell.content {
    case .inlines(let content):
      append(0)
      inlines(content)
    case .blocks(let content):
      append(1)
      blocks(content)
    }
    alignment(cell.alignment)
    number(cell.columnSpan)
    number(cell.rowSpan)
    flag(cell.isHeader)
    attributes(cell.attributes)
  }
}
