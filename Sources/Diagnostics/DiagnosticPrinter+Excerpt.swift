extension DiagnosticPrinter {
  /// The lines of a range with their numbers, what is meant underlined; long ranges show their beginning and their end.
  mutating func excerpt(_ path: String, _ range: SourceRange, _ role: TerminalStyle.Role, gutter: Int) -> String {
    let file = file(path)
    // A file as a whole has no line to show.
    guard let lines = file.lines, !file.bytes.isEmpty, range != .fileStart else { return "" }
    let start = min(Int(range.start), file.bytes.count)
    var end = max(start, min(Int(range.end), file.bytes.count))
    // The line feed that ends a block is not a line of it.
    while end > start + 1, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
    let first = lines.position(of: start).line
    let last = end > start ? max(first, lines.position(of: end - 1).line) : first
    let margin = String(repeating: " ", count: gutter)
    var result = margin + style.paint(" |", .gutter) + "\n"
    for line in shownLines(first...last) {
      guard let line else {
        result += margin + style.paint(" :", .gutter) + "\n"
        continue
      }
      let bounds = lines.bounds(ofLine: line)
      let focus = focus(start..<end, in: bounds, of: file.bytes, isFirst: line == first)
      let number = String(line)
      let padding = String(repeating: " ", count: max(0, gutter - number.count))
      result += style.paint(padding + number + " |", .gutter)
      result += marked(file.bytes, bounds, focus, role, isFirst: line == first, margin: margin)
    }
    return result
  }

  /// At most four lines; nil stands for those left out.
  private func shownLines(_ lines: ClosedRange<Int>) -> [Int?] {
    if lines.count <= 4 { return lines.map { $0 } }
    return [lines.lowerBound, lines.lowerBound + 1, nil, lines.upperBound]
  }

  /// The part of a range that lies in one line; blanks at the beginning of a further line are not underlined.
  private func focus(_ range: Range<Int>, in bounds: Range<Int>, of bytes: [UInt8], isFirst: Bool) -> Range<Int> {
    var start = isFirst ? range.lowerBound : bounds.lowerBound
    let end = min(range.upperBound, bounds.upperBound)
    if !isFirst {
      while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    }
    start = min(max(start, bounds.lowerBound), bounds.upperBound)
    return start..<max(start, end)
  }

  /// One line of the source and the line with its carets.
  private func marked(
    _ bytes: [UInt8], _ bounds: Range<Int>, _ focus: Range<Int>, _ role: TerminalStyle.Role, isFirst: Bool,
    margin: String
  ) -> String {
    var line = ExcerptLine(bytes, bounds: bounds, focus: focus)
    // Number, bar, blanks, two ellipses (of ASCII: the width of U+2026 depends on the terminal) and a caret behind the end.
    line.clip(to: width - margin.count - 10, around: focus)
    let mark = line.mark(focus)
    let before = line.isCutBefore ? "..." : ""
    let after = line.isCutAfter ? "..." : ""
    let text = before + line.text + after
    var result = (text.isEmpty ? "" : " " + text) + "\n"
    // A blank line inside a range has nothing to underline.
    if focus.isEmpty, !isFirst { return result }
    let indent = String(repeating: " ", count: mark.indent + before.count)
    result += margin + style.paint(" |", .gutter) + " " + indent
    return result + style.paint(String(repeating: "^", count: mark.width), role) + "\n"
  }
}
