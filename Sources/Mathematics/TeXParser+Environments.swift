extension TeXParser {
  /// `\begin{name} … \end{name}`.
  mutating func environment(_ command: TeXToken) -> MathNode? {
    guard let tokens = words(after: command) else { return nil }
    let written = tokens.text
    let name = written.hasSuffix("*") ? String(written.dropLast()) : written
    guard Self.environments.contains(name) else {
      report(.unknownEnvironment(written), tokens.range ?? command.range)
      _ = deeper(command.range) { .table($0.rows(written, command).table) }
      return nil
    }
    // A starred matrix names its columns' side in brackets, an array its columns in braces.
    var columns: [TeXToken] = []
    if name.hasSuffix("matrix") {
      columns = stream.optional() ?? []
    } else if name == "array" || name == "darray" || name == "subarray" {
      columns = stream.optional() == nil ? words(after: command) ?? [] : words(after: command) ?? []
    } else if name == "alignat" || name == "alignedat" {
      _ = words(after: command)
    } else if name == "aligned" || name == "gathered" || name == "split" || name == "multlined" {
      _ = stream.optional()
    }
    let isNumbered = name == written && Self.numbered.contains(name)
    var numbers: [String?] = []
    let content = deeper(command.range) { parser in
      let (table, found) = parser.rows(written, command, numbersLines: isNumbered && !Self.wholes.contains(name))
      numbers = found
      return .table(table)
    }
    guard case .table(var table) = content else { return content }
    Self.dress(&table, name, columns.text)
    Self.append(numbers, to: &table)
    if isNumbered, Self.wholes.contains(name), let text = finishLine(isNumbered: true) { tag = .text(text, .upright) }
    switch name {
    case "pmatrix": return Self.fenced("(", table, ")")
    case "bmatrix": return Self.fenced("[", table, "]")
    case "Bmatrix": return Self.fenced("{", table, "}")
    case "vmatrix": return Self.fenced("|", table, "|")
    case "Vmatrix": return Self.fenced("‖", table, "‖")
    case "cases", "dcases": return Self.fenced("{", table, "")
    case "rcases", "drcases": return Self.fenced("", table, "}")
    case "equation", "displaymath", "math", "multline", "multlined":
      return table.rows.count == 1 && table.rows[0].count == 1 ? table.rows[0][0] : .table(table)
    default: return .table(table)
    }
  }

  static let environments: Set<String> = [
    "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "cases", "dcases", "rcases",
    "drcases", "aligned", "align", "alignat", "alignedat", "split", "gathered", "gather", "array", "darray", "subarray",
    "equation", "multline", "multlined", "displaymath", "math", "eqnarray", "flalign",
  ]

  private static func fenced(_ opening: String, _ table: MathTable, _ closing: String) -> MathNode {
    .fenced(MathFence(opening: opening, parts: [.table(table)], separators: [], closing: closing))
  }

  /// Sides and gaps of an environment's columns.
  private static func dress(_ table: inout MathTable, _ name: String, _ columns: String) {
    switch name {
    case "aligned", "align", "alignat", "alignedat", "split", "eqnarray", "flalign":
      let count = table.rows.map(\.count).max() ?? 1
      let isTriple = name == "eqnarray"
      // An operator at the head of a cell stands between what is before it and what follows.
      for row in table.rows.indices {
        for column in table.rows[row].indices where column % (isTriple ? 3 : 2) != 0 {
          let cell = table.rows[row][column]
          let before = MathNode.classed(.row([]), .ordinary)
          if case .row(let nodes) = cell {
            if !nodes.isEmpty { table.rows[row][column] = .row([before] + nodes) }
          } else {
            table.rows[row][column] = .row([before, cell])
          }
        }
      }
      table.alignments = (0..<count).map { isTriple ? [.right, .center, .left][$0 % 3] : $0 % 2 == 0 ? .right : .left }
      table.gaps = isTriple ? [0.3, 0.3, 2] : name.hasPrefix("alignat") || name == "alignedat" ? [0, 0] : [0, 2]
      table.isDisplay = true
    case "gathered", "gather", "equation", "multline", "multlined", "displaymath":
      table.alignments = [.center]
      table.isDisplay = true
    case "cases", "rcases", "dcases", "drcases":
      table.alignments = [.left]
      table.gaps = [1]
      table.isDisplay = name.hasPrefix("d")
    case "smallmatrix", "subarray":
      table.alignments = [.center]
      table.gaps = [0.4]
      table.isSmall = true
    default:
      table.alignments = []
      table.gaps = [1]
      var depth = 0
      for column in columns {
        switch column {
        case "{": depth += 1
        case "}": depth -= 1
        case "l" where depth == 0: table.alignments.append(.left)
        case "c" where depth == 0: table.alignments.append(.center)
        case "r" where depth == 0: table.alignments.append(.right)
        case "|", ":": table.rules.append(table.alignments.count)
        default: break
        }
      }
      table.isDisplay = name == "darray"
    }
  }

  /// Rows up to `\end`, whose name must be the same.
  private mutating func rows(
    _ name: String, _ command: TeXToken, numbersLines: Bool = false
  ) -> (table: MathTable, numbers: [String?]) {
    let outerLines = lines
    lines = []
    defer { lines = outerLines }
    var rows: [[MathNode]] = [[]]
    var numbers: [String?] = []
    func finished(_ parser: inout TeXParser) -> (table: MathTable, numbers: [String?]) {
      let isBlank = rows.count > 1 && rows[rows.count - 1].allSatisfy { $0 == .row([]) }
      if numbersLines { numbers.append(parser.finishLine(isNumbered: !isBlank)) }
      return (parser.table(rows), numbers)
    }
    skipLines(0)
    while true {
      rows[rows.count - 1].append(row(until: .end))
      let token = stream.next()
      switch token.kind {
      case .alignment: continue
      case .command("\\"), .command("cr"), .command("newline"):
        _ = stream.optional()
        if numbersLines { numbers.append(finishLine(isNumbered: true)) }
        rows.append([])
        skipLines(rows.count - 1)
      case .command("end"):
        let end = stream.rawArgument() ?? []
        if end.text != name { report(.missingEnd, command.range) }
        return finished(&self)
      case .command("right"):
        report(.strayRight, token.range)
        _ = delimiter()
      case .end, .close, .command, .character, .open, .raised, .lowered, .space, .parameter:
        stream.put(back: token)
        report(.missingEnd, command.range)
        return finished(&self)
      }
    }
  }

  private func table(_ rows: [[MathNode]]) -> MathTable {
    var rows = rows
    // A line end behind the last row begins no other.
    if rows.count > 1, let last = rows.last, last.allSatisfy({ $0 == .row([]) }) { rows.removeLast() }
    return MathTable(rows: rows, alignments: [], gaps: [], lines: lines.map { min($0, rows.count) })
  }

  private mutating func skipLines(_ row: Int) {
    while true {
      stream.skipSpaces()
      let token = stream.next()
      guard token.kind == .command("hline") || token.kind == .command("hdashline") else {
        return stream.put(back: token)
      }
      lines.append(row)
    }
  }

  /// `\substack{a \\ b}`.
  mutating func substack(_ command: TeXToken) -> MathNode {
    stream.skipSpaces()
    let open = stream.next()
    guard open.kind == .open else {
      stream.put(back: open)
      return argument(after: command)
    }
    var rows: [[MathNode]] = []
    while true {
      rows.append([deeper(open.range) { $0.row(until: .end) }])
      let token = stream.next()
      if token.kind == .command("\\") { continue }
      stream.put(back: token)
      closeGroup(open)
      return .table(MathTable(rows: rows, alignments: [.center], gaps: [], isSmall: true))
    }
  }
}
