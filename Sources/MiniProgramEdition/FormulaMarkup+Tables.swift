import Mathematics
import Typesetting

extension FormulaMarkup {
  mutating func table(_ table: MathTable) -> FormulaBox {
    let outer = (isDisplay, isScript)
    isDisplay = table.isDisplay
    if table.isSmall { isScript = true }
    defer { (isDisplay, isScript) = outer }
    let padding = table.isSmall ? 0.05 : table.isDisplay ? 0.25 : 0.14
    let columns = table.rows.map(\.count).max() ?? 0
    let scale = table.isSmall && !outer.1 ? 0.75 : 1
    let style = scale < 1 ? "font-size:.75em" : nil
    let total = inside("span", class: "ft", style: style) { markup in
      var total = 0.0
      for (number, row) in table.rows.enumerated() {
        let box = markup.inside("span", class: "ftr") { markup in
          var box = FormulaBox.line
          for (column, cell) in row.enumerated() {
            let css = Self.style(table, number, column, of: columns, padding)
            box.join(
              markup.inside("span", class: Self.side(table.alignment(ofColumn: column)), style: css) { $0.write(cell) })
          }
          return box
        }
        total += box.total + 2 * padding
      }
      return total
    }
    return FormulaBox(height: total * scale / 2 + 0.23, depth: max(0.16, total * scale / 2 - 0.23))
  }

  private static func side(_ alignment: MathTable.Alignment) -> StaticString {
    switch alignment {
    case .left: "ftd fle"
    case .center: "ftd"
    case .right: "ftd fri2"
    }
  }

  private static func style(
    _ table: MathTable, _ row: Int, _ column: Int, of columns: Int, _ padding: Double
  ) -> String {
    let left = table.gap(beforeColumn: column) / 2
    let right = column + 1 < columns ? table.gap(beforeColumn: column + 1) / 2 : 0
    var style = "padding:\(em(padding)) \(em(right)) \(em(padding)) \(em(left))"
    if table.rules.contains(column) { style += ";border-left:.05em solid" }
    if column + 1 == columns, table.rules.contains(columns) { style += ";border-right:.05em solid" }
    if table.lines.contains(row) { style += ";border-top:.05em solid" }
    if row + 1 == table.rows.count, table.lines.contains(table.rows.count) { style += ";border-bottom:.05em solid" }
    return style
  }
}
