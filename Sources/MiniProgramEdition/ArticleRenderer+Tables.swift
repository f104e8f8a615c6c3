import Diagnostics
import Manuscript
import Typesetting

/// Three ways, by what the cells hold: words alone are one `rich-text` (one node, selectable, any spans); links and
/// images need elements of their own, in a CSS table, or in a grid when cells span. All scroll sideways by themselves.
extension ArticleRenderer {
  mutating func table(_ table: Table, id: [UInt8]?, range: SourceRange) {
    let rows = table.head + table.body + table.foot
    printer.start("scroll-view", [.flag("scroll-x"), .class("tw"), .bytes("id", id)])
    let cellCount = rows.reduce(0) { $0 + $1.count }
    if rows.joined().allSatisfy({ $0.isPlain }) {
      richTable(table, rows)
    } else if rows.contains(where: { $0.count > PlatformLimits.children }) {
      richTable(table, rows)
      adapt("table", .adapted, "table", at: range)
    } else if !table.hasSpans {
      viewTable(table, rows)
    } else if cellCount <= PlatformLimits.children {
      gridTable(table, rows)
    } else {
      richTable(table, rows)
      adapt("table", .adapted, "table", at: range)
    }
    printer.end()
    if !table.caption.isEmpty { runningText(table.caption, class: "cap") }
  }

  private mutating func richTable(_ table: Table, _ rows: [Table.Row]) {
    let grid = table.hasSpans ? TableGrid(rows) : nil
    var html = HTMLPrinter(reservingCapacity: 1024)
    html.start("table", class: "tb")
    for (number, row) in rows.enumerated() {
      html.start("tr")
      for (index, cell) in row.enumerated() {
        let column = grid?.column(row: number, cell: index) ?? index
        let classes = Self.cellClass(cell, table.alignment(of: cell, column: column))
        if let words = cell.words {
          html.element(cell.isHeader ? "th" : "td", class: classes, text: words.bytes.span)
          continue
        }
        html.startTag(cell.isHeader ? "th" : "td")
        html.attribute("class", literal: classes)
        if cell.columnSpan > 1 { html.attribute("colspan", cell.columnSpan) }
        if cell.rowSpan > 1 { html.attribute("rowspan", cell.rowSpan) }
        html.finishTag()
        switch cell.content {
        case .inlines(let inlines): RichText.write(inlines, to: &html)
        case .blocks(let blocks): html.text(PlainText.text(of: blocks, options: .imageAlternatives).bytes)
        }
        html.end()
      }
      html.end()
    }
    html.end()
    printer.startTag("rich-text")
    printer.attribute("user-select")
    printer.attribute("nodes", html.bytes)
    printer.finishVoidTag()
  }

  private mutating func viewTable(_ table: Table, _ rows: [Table.Row]) {
    let size = PlatformLimits.inlinesOfGroup
    printer.start("view", [.class("tb")])
    for start in stride(from: 0, to: rows.count, by: size) {
      if rows.count > size { printer.start("view", [.class("tg")]) }
      for row in rows[start..<min(rows.count, start + size)] {
        printer.start("view", class: "tr")
        for (column, cell) in row.enumerated() {
          write(cell, class: Self.cellClass(cell, table.alignment(of: cell, column: column)))
        }
        printer.end()
      }
      if rows.count > size { printer.end() }
    }
    printer.end()
  }

  private mutating func gridTable(_ table: Table, _ rows: [Table.Row]) {
    let grid = TableGrid(rows)
    printer.start(
      "view", [.class("tb grid"), .string("style", "grid-template-columns:repeat(\(grid.columns),auto)")])
    for (row, cells) in rows.enumerated() {
      for (index, cell) in cells.enumerated() {
        let column = grid.column(row: row, cell: index)
        let style =
          "grid-column:\(column + 1)/span \(max(1, cell.columnSpan));grid-row:\(row + 1)/span \(max(1, cell.rowSpan))"
        write(
          cell, class: Self.cellClass(cell, table.alignment(of: cell, column: column)), style: Array(style.utf8))
      }
    }
    printer.end()
  }

  private mutating func write(_ cell: Table.Cell, class classes: StaticString, style: [UInt8]? = nil) {
    let id = anchor(of: cell.attributes)
    switch cell.content {
    case .inlines(let inlines): runningText(inlines, class: classes, id: id, style: style, isSelectable: false)
    case .blocks(let content):
      printer.startTag("view", class: classes)
      if let id { printer.attribute("id", id) }
      if let style { printer.attribute("style", style) }
      printer.finishTag("view")
      let outer = isTight
      isTight = true
      blocks(content)
      isTight = outer
      printer.end()
    }
  }

  private static func cellClass(_ cell: Table.Cell, _ alignment: Alignment?) -> StaticString {
    switch (cell.isHeader, alignment) {
    case (false, nil), (false, .left): "td"
    case (false, .center): "td center"
    case (false, .right): "td right"
    case (true, nil), (true, .left): "td th"
    case (true, .center): "td th center"
    case (true, .right): "td th right"
    }
  }
}

extension Table {
  func alignment(of cell: Cell, column: Int) -> Alignment? {
    cell.alignment ?? (alignments.indices.contains(column) ? alignments[column] : nil)
  }
}

extension Table.Cell {
  /// What a cell of one column and row holds when it is words of one look.
  var words: Text? {
    guard columnSpan <= 1, rowSpan <= 1, case .inlines(let inlines) = content, inlines.count == 1,
      case .text(let words) = inlines[0].kind
    else { return nil }
    return words
  }

  /// Words alone.
  var isPlain: Bool {
    guard attributes.id == nil, case .inlines(let inlines) = content else { return false }
    return RichText.canHold(inlines)
  }
}

/// Where cells stand when some span several columns or rows.
struct TableGrid {
  private(set) var columns = 1
  private var starts: [[Int]] = []

  init(_ rows: [Table.Row]) {
    // For each column: the first row that is free again.
    var freeFrom: [Int] = []
    for (row, cells) in rows.enumerated() {
      var column = 0
      var places: [Int] = []
      for cell in cells {
        while column < freeFrom.count, freeFrom[column] > row { column += 1 }
        places.append(column)
        let width = min(max(1, cell.columnSpan), 100)
        while freeFrom.count < column + width { freeFrom.append(0) }
        for covered in column..<(column + width) { freeFrom[covered] = row + max(1, cell.rowSpan) }
        column += width
      }
      starts.append(places)
    }
    columns = max(1, freeFrom.count)
  }

  func column(row: Int, cell: Int) -> Int { starts[row][cell] }
}
