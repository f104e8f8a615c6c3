import Mathematics
import Typesetting

extension MathMLWriter {
  mutating func table(_ table: MathTable) {
    if table.isSmall {
      printer.startTag("mstyle")
      printer.attribute("scriptlevel", literal: "1")
      printer.finishTag()
    }
    printer.startTag("mtable")
    if table.isDisplay { printer.attribute("displaystyle", literal: "true") }
    printer.finishTag()
    let columns = table.rows.map(\.count).max() ?? 0
    for (number, row) in table.rows.enumerated() {
      element("mtr") { writer in
        for (column, cell) in row.enumerated() {
          writer.printer.startTag("mtd")
          writer.printer.attribute("style", Self.style(table, number, column, of: columns))
          writer.printer.finishTag()
          writer.contents(of: cell)
          writer.printer.end()
        }
      }
    }
    printer.end()
    if table.isSmall { printer.end() }
  }

  /// Core leaves sides, gaps and lines to CSS. The second way to say a side is that of Chromium, whose cells hold blocks.
  private static func style(_ table: MathTable, _ row: Int, _ column: Int, of columns: Int) -> String {
    let vertical = table.isSmall ? ".1em" : table.isDisplay ? ".3em" : ".2em"
    let left = em(table.gap(beforeColumn: column) / 2)
    let right = column + 1 < columns ? em(table.gap(beforeColumn: column + 1) / 2) : "0"
    var style = "padding:\(vertical) \(right) \(vertical) \(left)"
    switch table.alignment(ofColumn: column) {
    case .left: style += ";text-align:left;text-align:-webkit-left"
    case .center: break
    case .right: style += ";text-align:right;text-align:-webkit-right"
    }
    if table.rules.contains(column) { style += ";border-left:.05em solid" }
    if column + 1 == columns, table.rules.contains(columns) { style += ";border-right:.05em solid" }
    if table.lines.contains(row) { style += ";border-top:.05em solid" }
    if row + 1 == table.rows.count, table.lines.contains(table.rows.count) { style += ";border-bottom:.05em solid" }
    return style
  }
}
