import Manuscript
import Typesetting

extension ArticleBodyWriter {
  mutating func writeTable(_ table: Table, _ block: Block) {
    printer.freshLine()
    if profile == .offprint {
      // Wide tables scroll sideways in here, by keyboard too.
      printer.startTag("div")
      printer.attribute("class", literal: "table")
      printer.attribute("tabindex", literal: "0")
      printer.finishTag()
      printer.lineFeed()
    }
    open("table", block.attributes)
    printer.lineFeed()
    if !table.caption.isEmpty {
      printer.start("caption")
      write(table.caption)
      close()
    }
    writeRows("thead", table.head, table)
    writeRows("tbody", table.body, table)
    writeRows("tfoot", table.foot, table)
    close()
    if profile == .offprint { close() }
  }

  private mutating func writeRows(_ group: StaticString, _ rows: [Table.Row], _ table: Table) {
    guard !rows.isEmpty else { return }
    printer.start(group)
    printer.lineFeed()
    for row in rows {
      printer.start("tr")
      printer.lineFeed()
      var column = 0
      for cell in row {
        let byColumn = column < table.alignments.count ? table.alignments[column] : nil
        writeCell(cell, alignment: cell.alignment ?? byColumn)
        column += max(1, cell.columnSpan)
      }
      close()
    }
    close()
  }

  private mutating func writeCell(_ cell: Table.Cell, alignment: Alignment?) {
    printer.startTag(cell.isHeader ? "th" : "td")
    if cell.columnSpan > 1 { printer.attribute("colspan", cell.columnSpan) }
    if cell.rowSpan > 1 { printer.attribute("rowspan", cell.rowSpan) }
    switch profile {
    case .plain:
      if let alignment { printer.attribute("align", alignment.rawValue) }
      writeAttributes(cell.attributes)
    case .offprint: writeAttributes(cell.attributes, class: alignmentClass(alignment))
    }
    printer.finishTag()
    switch cell.content {
    case .inlines(let inlines): write(inlines)
    case .blocks(let blocks):
      printer.lineFeed()
      write(blocks)
      printer.freshLine()
    }
    close()
  }
}
