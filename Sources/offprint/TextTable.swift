internal import Diagnostics

/// Columns of text that stand under each other on a terminal, whatever the width of their characters.
struct TextTable {
  private var rows: [[String]] = []

  mutating func add(_ row: [String]) { rows.append(row) }

  /// Each row on a line of its own; the last column is not padded.
  func lines(indent: Int, trailing: Bool = true) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], Self.width(cell))
      }
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 { line += String(repeating: " ", count: widths[column] - Self.width(cell) + 2) }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
    .joined(separator: "\n") + (trailing && !rows.isEmpty ? "\n" : "")
  }

  /// Columns, colours not counted.
  static func width(_ text: String) -> Int {
    var width = 0
    var isEscape = false
    for character in text {
      if character == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        if character == "m" { isEscape = false }
      } else {
        width += DisplayWidth.of(character)
      }
    }
    return width
  }
}
