import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  // The library's custom inline is a formula: its `on_enter` points at the TeX in the content.
  func math(_ node: CommonMarkNode) -> Inline {
    let tex = node.pointee.as.custom.on_enter.bytes
    let fence = Int(node.pointee.as.custom.on_exit.len)
    let content = cursor.offset(of: tex)
    if let content { cursor.move(to: content - fence) }
    let start = cursor.position
    cursor.move(to: start + tex.count + 2 * fence)
    let whole = range(cursor.source(from: start))
    let blanks = tex.prefix { ByteRun.isSpace($0) }.count
    let (formula, anchor) = context.formulas.read(Array(tex.trimmed), context) { bytes in
      guard let content else { return whole }
      let from = content + blanks
      return range(cursor.leaf.source(from + bytes.lowerBound..<from + bytes.upperBound))
    }
    return Inline(.math(formula), range: whole, attributes: Attributes(anchor: anchor))
  }

  /// A displayed formula over several lines.
  func mathBlock(_ node: CommonMarkNode) -> Block {
    let first = Int(node.pointee.start_line)
    let last = max(Int(node.pointee.end_line), first)
    var tex: [UInt8] = []
    for line in first + 1..<last + 1 {
      let start = contentStart(ofLine: line)
      tex += source[start..<max(start, lines.end(line))]
      tex.append(0x0A)
    }
    while let byte = tex.last, ByteRun.isSpace(byte) { tex.removeLast() }
    if CommonMarkMathBlock.isClosed(node) { tex.removeLast(min(2, tex.count)) }
    while let byte = tex.last, ByteRun.isSpace(byte) { tex.removeLast() }
    return formula(tex, firstLine: first + 1, range: range(node, throughLine: last))
  }

  /// A formula whose lines stand one below the other in the source, whatever stands before them there.
  private func formula(_ tex: [UInt8], firstLine: Int, range place: SourceRange) -> Block {
    let (formula, anchor) = context.formulas.read(tex, context) { bytes in
      let before = tex[..<min(bytes.lowerBound, tex.count)]
      let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let blanks = tex[lineStart...].prefix { ByteRun.isBlank($0) }.count
      let line = firstLine + before.count { $0 == 0x0A }
      let start = contentStart(ofLine: line) + max(0, bytes.lowerBound - lineStart - blanks)
      return range(start..<max(start, min(start + bytes.count, lines.end(line))))
    }
    return Block(.math(formula), range: place, attributes: Attributes(anchor: anchor))
  }

  /// The formula of a code block in the language `math`: GitHub's other way to display one.
  func formula(ofCode node: CommonMarkNode, range: SourceRange) -> Block {
    let literal = node.pointee.as.code.literal.bytes
    let leading = literal.prefix { ByteRun.isSpace($0) }.count { $0 == 0x0A }
    return formula(Array(literal.trimmed), firstLine: Int(node.pointee.start_line) + 1 + leading, range: range)
  }
}

extension Attributes {
  /// An id alone; nothing without one.
  init(anchor: String?) { self.init(anchor.map { [Item(name: "id", value: $0)] } ?? []) }
}
