import Manuscript

/// Which columns the cells of a table stand in.
///
/// A table is as wide as the last column in which a cell begins: `colspan="99999"` makes no columns of its own, and
/// is cut to what is there.
struct HTMLTableGrid {
  private(set) var width: Int

  init(minimumWidth: Int) { width = minimumWidth }

  /// The column of every cell of one section; spans over rows end with their section.
  mutating func place(_ rows: [Table.Row]) -> [[Int]] {
    /// For each column the first row in which it is free again.
    var freeFrom: [Int] = []
    return rows.enumerated().map { index, row in
      var column = 0
      return row.map { cell in
        while column < freeFrom.count, freeFrom[column] > index { column += 1 }
        let start = column
        width = max(width, start + 1)
        let end = start + cell.columnSpan
        if freeFrom.count < end { freeFrom += Array(repeating: 0, count: end - freeFrom.count) }
        for covered in start..<end { freeFrom[covered] = index + cell.rowSpan }
        column = end
        return start
      }
    }
  }

  /// The rows with no cell reaching beyond the table.
  func cut(_ rows: [Table.Row], _ starts: [[Int]]) -> [Table.Row] {
    zip(rows, starts).map { row, columns in
      zip(row, columns).map { cell, column in
        var cell = cell
        cell.columnSpan = min(cell.columnSpan, max(1, width - column))
        return cell
      }
    }
  }
}
