import CCmarkGFM
import Diagnostics
import Manuscript

/// An attribute list at the end of a paragraph, and how far its line is indented: both tell to which of the containers
/// around it it belongs.
struct StrayAttributes {
  var list: AttributeList
  var quotes: Int
  var column: Int
}

extension MarkdownConverter {
  /// The attribute list that is the last line of the paragraph at hand, and where that line begins in its content.
  func trailingAttributes() -> (list: AttributeList, lineStart: Int)? {
    let bytes = cursor.leaf.bytes
    var end = bytes.count
    while end > 0, ByteRun.isSpace(bytes[end - 1]) { end -= 1 }
    guard end > 2, bytes[end - 1] == 0x7D else { return nil }
    var start = end
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var first = start
    while first < end, ByteRun.isBlank(bytes[first]) { first += 1 }
    guard bytes.starts("{:", at: first), let list = AttributeList(Array(bytes[first..<end])[...]),
      list.count == end - first
    else { return nil }
    return (list, start)
  }

  /// The attribute list that is the first of several lines of the paragraph at hand.
  func leadingAttributes() -> AttributeList? {
    let bytes = cursor.leaf.bytes
    guard bytes.starts("{:"), let end = ByteRun.firstIndex(of: 0x0A, in: bytes, 0..<bytes.count) else { return nil }
    let line = UnsafeBufferPointer(rebasing: bytes[0..<end]).trimmed
    guard let list = AttributeList(Array(line)[...]), list.count == line.count else { return nil }
    return list
  }

  /// Takes the last line off a paragraph's inlines; nil when it is not a line of its own there.
  func withoutLastLine(_ content: [Inline]) -> [Inline]? {
    guard let last = content.lastIndex(where: \.isLineEnd), last + 1 < content.count,
      case .text(let text) = content[last + 1].kind, text.bytes.starts(with: [0x7B, 0x3A])
    else { return nil }
    return Array(content[..<last])
  }

  /// Takes the first line off a paragraph's inlines; nil when it is not a line of its own there.
  func withoutFirstLine(_ content: [Inline]) -> [Inline]? {
    guard let first = content.firstIndex(where: \.isLineEnd), first == 1, first + 1 < content.count else { return nil }
    return Array(content[(first + 1)...])
  }

  /// Puts a paragraph's trailing list on the paragraph, or leaves it to the container that its line belongs to.
  func assign(_ list: AttributeList, at contentOffset: Int, to block: inout Block) {
    let offset = cursor.leaf.source(contentOffset)
    let line = lines.start(lines.line(at: offset))
    var quotes = 0
    var column = 0
    for position in line..<max(line, min(offset, source.count)) {
      if source[position] == 0x3E { quotes += 1 }
    }
    while line + column < source.count, ByteRun.isBlank(source[line + column]) || source[line + column] == 0x3E {
      column += 1
    }
    if quotes < quoteDepth || column < itemColumn {
      strayAttributes = StrayAttributes(list: list, quotes: quotes, column: column)
    } else {
      list.apply(to: &block)
    }
  }

  /// For a quote that is finished: takes the list that stands outside of its marks.
  func takeStrayAttributes(ofQuote block: inout Block) {
    // `quoteDepth` counts the quotes around this one.
    guard let stray = strayAttributes, stray.quotes <= quoteDepth, stray.quotes == quoteDepth else { return }
    strayAttributes = nil
    stray.list.apply(to: &block)
  }

  /// For a list that is finished: takes the list that is indented like it.
  func takeStrayAttributes(ofList block: inout Block) {
    guard let stray = strayAttributes, stray.quotes >= quoteDepth, stray.column >= itemColumn else { return }
    strayAttributes = nil
    if stray.list.isContents { block.kind = .contents } else { stray.list.apply(to: &block) }
  }

  /// Whether a line has nothing but blanks and quote marks.
  func isBlankLine(_ line: Int) -> Bool {
    line < 1 || line > lines.count || contentStart(ofLine: line) >= lines.end(line)
  }
}
