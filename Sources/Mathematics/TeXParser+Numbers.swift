/// What a line of a displayed formula says of its number.
struct EquationNumber {
  /// As it is printed: `(3)`, or what `\tag*` says.
  var tag: String?
  /// Names that it can be referred to by.
  var labels: [String] = []
  /// `\notag`
  var isSilent = false
}

/// Numbers of equations as amsmath gives them: environments without a star count, a whole one or each of its lines.
extension TeXParser {
  static let numbered: Set<String> = [
    "equation", "multline", "align", "alignat", "flalign", "gather", "eqnarray",
  ]
  /// Have one number for all lines.
  static let wholes: Set<String> = ["equation", "multline"]

  /// What is printed beside the line that ends here; nil for nothing. Its labels mean that.
  mutating func finishLine(isNumbered: Bool) -> String? {
    var text = number.tag
    if text == nil, isNumbered, !number.isSilent {
      stream.macros.equation += 1
      text = "(\(stream.macros.equation))"
    }
    labels += number.labels.map { MathLabel(name: $0, text: text ?? "") }
    number = EquationNumber()
    return text
  }

  /// `\setcounter{equation}{7}`: the next number is 8.
  mutating func setCounter(_ command: TeXToken) {
    guard let name = words(after: command), let value = words(after: command) else { return }
    guard name.text == "equation", let count = Int(value.text), (0...1_000_000).contains(count) else {
      return report(.badArgument, command.range)
    }
    stream.macros.equation = count
  }

  /// The numbers of a table's lines as a last column of its own, two em apart.
  static func append(_ numbers: [String?], to table: inout MathTable) {
    guard numbers.contains(where: { $0 != nil }) else { return }
    let columns = table.rows.map(\.count).max() ?? 0
    for row in table.rows.indices {
      table.rows[row] += Array(repeating: .row([]), count: columns - table.rows[row].count)
      let text = numbers.indices.contains(row) ? numbers[row] : nil
      table.rows[row].append(text.map { .text($0, .upright) } ?? .row([]))
    }
    table.gaps = (1..<max(1, columns)).map(table.gap) + [2]
    table.alignments = (0..<columns).map(table.alignment) + [.right]
  }
}
