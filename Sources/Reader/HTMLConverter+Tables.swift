import Diagnostics
import Manuscript

extension HTMLConverter {
  /// Columns and rows that one cell may span; the HTML standard's bound for columns, and enough for rows.
  private static let spanLimit = 1000

  mutating func table(_ node: Int) -> [HTMLFlow] {
    var builder = TableBuilder()
    collectRows(of: node, in: nil, into: &builder)
    let table = builder.table
    // What stands in no cell comes before the table, as in every browser.
    let before = blocks(builder.misplaced).map(HTMLFlow.block)
    return before + [.block(Block(.table(table), range: range(of: node), attributes: attributes(of: node).rest))]
  }

  private struct TableBuilder {
    var caption: [Inline] = []
    var columns: [Alignment?] = []
    var head: [Table.Row] = []
    var body: [Table.Row] = []
    var foot: [Table.Row] = []
    var hasHead = false
    var misplaced: [HTMLFlow] = []

    mutating func append(_ row: Table.Row, in section: HTMLElement?) {
      switch section {
      case .thead: head.append(row)
      case .tfoot: foot.append(row)
      // A first row of nothing but header cells is the head, section or not.
      case nil where !hasHead && head.isEmpty && body.isEmpty && row.allSatisfy(\.isHeader): head.append(row)
      default: body.append(row)
      }
    }

    var table: Table {
      var grid = HTMLTableGrid(minimumWidth: columns.count)
      let starts = [head, body, foot].map { grid.place($0) }
      let width = min(grid.width, HTMLConverter.spanLimit)
      let alignments = columns.prefix(width) + repeatElement(nil, count: max(0, width - columns.count))
      return Table(
        caption: caption, alignments: Array(alignments), head: grid.cut(head, starts[0]),
        body: grid.cut(body, starts[1]), foot: grid.cut(foot, starts[2]))
    }
  }

  private mutating func collectRows(of node: Int, in section: HTMLElement?, into builder: inout TableBuilder) {
    /// Cells that stand in no row.
    var loose: Table.Row = []
    func endRow() {
      if !loose.isEmpty { builder.append(loose, in: section) }
      loose = []
    }
    for child in tree.children(of: node) {
      switch element(of: child) {
      case .caption: builder.caption += settled(inlines(flow(of: child)))
      case .thead, .tbody, .tfoot:
        endRow()
        let inner = element(of: child)
        if inner == .thead { builder.hasHead = true }
        collectRows(of: child, in: inner, into: &builder)
      case .colgroup, .col: collectColumns(child, into: &builder)
      case .tr:
        endRow()
        var row: Table.Row = []
        for cell in tree.children(of: child) { append(cell, to: &row, &builder) }
        if !row.isEmpty { builder.append(row, in: section) }
      default: append(child, to: &loose, &builder)
      }
    }
    endRow()
  }

  private mutating func append(_ node: Int, to row: inout Table.Row, _ builder: inout TableBuilder) {
    switch element(of: node) {
    case .td, .th: row.append(cell(node))
    default: builder.misplaced += convert(node)
    }
  }

  private mutating func cell(_ node: Int) -> Table.Cell {
    var attributes = attributes(of: node)
    let alignment = attributes.takeAlignment()
    let columnSpan = Self.span(attributes.take("colspan"))
    let rowSpan = Self.span(attributes.take("rowspan"))
    let inside = flow(of: node)
    let content: Table.Content =
      inside.contains(where: \.isBlock) ? .blocks(blocks(inside)) : .inlines(settled(inlines(inside)))
    return Table.Cell(
      content: content, alignment: alignment, columnSpan: columnSpan, rowSpan: rowSpan,
      isHeader: element(of: node) == .th, attributes: attributes.rest)
  }

  private static func span(_ value: String?) -> Int {
    guard let value, let number = Int(value.trimmed.prefix { $0.isASCII && $0.isNumber }.prefix(6)) else { return 1 }
    return min(max(number, 1), spanLimit)
  }

  private mutating func collectColumns(_ node: Int, into builder: inout TableBuilder) {
    var attributes = attributes(of: node)
    let alignment = attributes.takeAlignment()
    let columns = tree.children(of: node).filter { element(of: $0) == .col }
    if columns.isEmpty {
      let room = max(0, Self.spanLimit - builder.columns.count)
      builder.columns += Array(repeating: alignment, count: min(room, Self.span(attributes["span"])))
      return
    }
    for column in columns { collectColumns(column, into: &builder) }
  }
}
