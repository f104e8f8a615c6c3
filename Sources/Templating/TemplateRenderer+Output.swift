extension TemplateRenderer {
  /// Appends a value.
  mutating func append(_ value: TemplateValue, isEscaped: Bool) {
    if owesIndentation { startLine() }
    value.print(escaping, isEscaped: isEscaped, to: &output)
  }

  /// Appends text of the template, each line that begins in it indented.
  mutating func appendLiteral(_ program: TemplateProgram, _ range: Range<Int>, startsLine: Bool) {
    guard !indentation.isEmpty else {
      owesIndentation = false
      output.append(contentsOf: program.literals[range])
      return
    }
    if startsLine { owesIndentation = true }
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = program.literals[start..<range.upperBound]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? range.upperBound
      let line = program.literals[start..<end]
      let isEmpty = line.first == UInt8(ascii: "\n") || line.elementsEqual("\r\n".utf8)
      if owesIndentation, !isEmpty { startLine() }
      output.append(contentsOf: line)
      // A line that begins behind this text says so itself.
      owesIndentation = end < range.upperBound
      start = end
    }
  }

  /// Puts the indentation of a line that begins here.
  mutating func startLine() {
    owesIndentation = false
    output.append(contentsOf: indentation)
  }

  /// Runs a body as it stands on its line.
  mutating func indented(by placement: TemplateNode.Placement, _ body: (inout TemplateRenderer) -> Void) {
    let outer = indentation.count
    indentation.append(contentsOf: placement.indentation)
    if placement.isStandalone { owesIndentation = true }
    body(&self)
    if placement.isStandalone { owesIndentation = false }
    indentation.removeLast(indentation.count - outer)
  }
}
