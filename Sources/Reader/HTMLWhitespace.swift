import Diagnostics
import Manuscript

/// Collapses blanks in running text as HTML does: runs of blanks are one, none stands at either end or beside a line
/// break. A run with a line feed in it becomes a soft break, so that Chinese lines join without a blank. U+00A0 is no
/// blank.
enum HTMLWhitespace {
  static func collapse(_ inlines: [Inline]) -> [Inline] {
    var afterBlank = true
    var result = collapse(inlines, &afterBlank)
    trimEnd(&result)
    return result
  }

  /// Drops blanks and soft breaks at the end.
  static func trimEnd(_ inlines: inout [Inline]) {
    while var last = inlines.last {
      if case .text(var text) = last.kind {
        while let byte = text.bytes.last, HTMLByte.isSpace(byte) { text.bytes.removeLast() }
        if !text.bytes.isEmpty {
          last.kind = .text(text)
          inlines[inlines.count - 1] = last
          return
        }
      } else if last.kind != .softBreak {
        if let content = last.content, !content.isEmpty {
          var inner = content
          trimEnd(&inner)
          last.content = inner
          inlines[inlines.count - 1] = last
        }
        return
      }
      inlines.removeLast()
    }
  }

  /// Drops blanks and soft breaks at the beginning.
  static func trimStart(_ inlines: inout [Inline]) {
    inlines.removeFirst(inlines.prefix { $0.isBlank }.count)
    guard case .text(let text)? = inlines.first?.kind else { return }
    let count = text.bytes.prefix(while: HTMLByte.isSpace).count
    if count > 0 { inlines[0].kind = .text(Text(bytes: Array(text.bytes.dropFirst(count)))) }
  }

  private static func collapse(_ inlines: [Inline], _ afterBlank: inout Bool) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline.kind {
      case .text(let text): split(text.bytes, of: inline, &afterBlank, into: &result)
      case .softBreak:
        if !afterBlank { result.append(inline) }
        afterBlank = true
      case .hardBreak:
        trimEnd(&result)
        result.append(inline)
        afterBlank = true
      case .html(let html) where html.fallback.isEmpty: result.append(inline)
      case .code, .emphasis, .strong, .strikethrough, .styled, .link, .anchor, .image, .footnoteReference,
        .abbreviation,
        .ruby, .math, .media, .span, .html:
        if let content = inline.content {
          var copy = inline
          copy.content = collapse(content, &afterBlank)
          result.append(copy)
        } else {
          result.append(inline)
          afterBlank = false
        }
      }
    }
    return result
  }

  private static func split(
    _ bytes: [UInt8], of inline: Inline, _ afterBlank: inout Bool, into result: inout [Inline]
  ) {
    var position = 0
    var run: [UInt8] = []
    var runStart = 0
    // Where entities were decoded, parts of the text have no place of their own.
    let isExact = bytes.count == inline.range.count
    func range(_ from: Int, _ to: Int) -> SourceRange {
      guard isExact else { return inline.range }
      let start = Int(inline.range.start)
      return SourceRange(start + from..<start + to)
    }
    func flush(_ end: Int) {
      if !run.isEmpty {
        result.append(Inline(.text(Text(bytes: run)), range: range(runStart, end), attributes: inline.attributes))
      }
      run = []
    }
    while position < bytes.count {
      let start = position
      while position < bytes.count, HTMLByte.isSpace(bytes[position]) { position += 1 }
      if position > start {
        let isLineEnd = bytes[start..<position].contains(0x0A)
        if !afterBlank {
          if isLineEnd {
            flush(start)
            result.append(Inline(.softBreak, range: range(start, position)))
          } else {
            if run.isEmpty { runStart = start }
            run.append(0x20)
          }
          afterBlank = true
        }
        if run.isEmpty { runStart = position }
        continue
      }
      while position < bytes.count, !HTMLByte.isSpace(bytes[position]) { position += 1 }
      if run.isEmpty { runStart = start }
      run += bytes[start..<position]
      afterBlank = false
    }
    flush(position)
  }
}
