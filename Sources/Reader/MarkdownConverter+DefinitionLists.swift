import Diagnostics
import Manuscript

extension MarkdownConverter {
  /// kramdown's `term`, and below it `: definition`. Definitions that stand alone go to the list above, or make the
  /// paragraph above their term. False when the paragraph is no such thing.
  func takeDefinitions(_ content: [Inline], _ range: SourceRange, _ column: inout BlockColumn) -> Bool {
    guard hasDefinitionLine() else { return false }
    var terms: [[Inline]] = []
    var definitions: [[Inline]] = []
    for line in Self.lines(content) {
      if let definition = Self.definition(line.content) {
        definitions.append(definition)
      } else if definitions.isEmpty {
        terms.append(line.content)
      } else {
        // A line that belongs to the definition above.
        definitions[definitions.count - 1] += [line.before].compactMap(\.self) + line.content
      }
    }
    guard !definitions.isEmpty else { return false }
    let bodies = definitions.map { [Block(.paragraph($0), range: Self.range($0))] }
    if terms.isEmpty, column.addDefinitions(bodies, range) { return true }
    var range = range
    if terms.isEmpty {
      guard let above = column.last, case .paragraph(let words) = above.kind else { return false }
      column.removeLast()
      terms = Self.lines(words).map(\.content)
      range = above.range.union(range)
    }
    column.append(DefinitionItem(terms: terms, definitions: bodies), range)
    return true
  }

  // Whether a line of the content begins with a colon and a blank.
  private func hasDefinitionLine() -> Bool {
    let bytes = cursor.leaf.bytes
    var start = 0
    while start < bytes.count {
      var first = start
      while first < bytes.count, bytes[first] == 0x20 { first += 1 }
      if first + 1 < bytes.count, bytes[first] == 0x3A, ByteRun.isBlank(bytes[first + 1]) { return true }
      guard let end = ByteRun.firstIndex(of: 0x0A, in: bytes, first..<bytes.count) else { return false }
      start = end + 1
    }
    return false
  }

  /// The lines of a paragraph, each with the line end before it.
  private static func lines(_ content: [Inline]) -> [(before: Inline?, content: [Inline])] {
    var lines: [(before: Inline?, content: [Inline])] = [(nil, [])]
    for inline in content {
      if inline.isLineEnd {
        lines.append((inline, []))
      } else {
        lines[lines.count - 1].content.append(inline)
      }
    }
    return lines
  }

  // The line without its colon; nil when it has none.
  private static func definition(_ line: [Inline]) -> [Inline]? {
    guard let first = line.first, case .text(let text) = first.kind, text.bytes.count > 1, text.bytes[0] == 0x3A,
      ByteRun.isBlank(text.bytes[1])
    else { return nil }
    let rest = Array(text.bytes.dropFirst().drop(while: ByteRun.isBlank))
    var range = first.range
    range.start = min(range.start + UInt32(text.bytes.count - rest.count), range.end)
    let head = rest.isEmpty ? [] : [Inline(.text(Text(bytes: rest)), range: range)]
    return head + line.dropFirst()
  }

  private static func range(_ inlines: [Inline]) -> SourceRange {
    guard let first = inlines.first, let last = inlines.last else { return .fileStart }
    return first.range.union(last.range)
  }
}
