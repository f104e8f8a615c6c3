import CCmarkGFM

/// Formulas within a line: `$$…$$` everywhere, `$…$` where the article asks for it. A formula is a custom inline whose
/// `on_enter` is the TeX and whose `on_exit` is its fence, both pieces of the content.
func matchDoubleDollar(
  _ mine: CommonMarkLibrary.Extension?, _ parser: UnsafeMutablePointer<cmark_parser>?, _ parent: CommonMarkNode?,
  _ character: UInt8, _ inlines: OpaquePointer?
) -> CommonMarkNode? {
  character == 0x24 ? DollarScan(parser, inlines)?.match(single: false) : nil
}

func matchAnyDollar(
  _ mine: CommonMarkLibrary.Extension?, _ parser: UnsafeMutablePointer<cmark_parser>?, _ parent: CommonMarkNode?,
  _ character: UInt8, _ inlines: OpaquePointer?
) -> CommonMarkNode? {
  character == 0x24 ? DollarScan(parser, inlines)?.match(single: true) : nil
}

private struct DollarScan {
  /// A formula between single dollars is at most this long: bounds the search after a dollar that opens nothing.
  static let singleLimit = 2000

  let parser: UnsafeMutablePointer<cmark_parser>
  let inlines: OpaquePointer
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int

  init?(_ parser: UnsafeMutablePointer<cmark_parser>?, _ inlines: OpaquePointer?) {
    guard let parser, let inlines, let chunk = cmark_inline_parser_get_chunk(inlines) else { return nil }
    self.parser = parser
    self.inlines = inlines
    bytes = chunk.pointee.bytes
    start = Int(cmark_inline_parser_get_offset(inlines))
  }

  func match(single: Bool) -> CommonMarkNode? {
    var run = 1
    while start + run < bytes.count, bytes[start + run] == 0x24 { run += 1 }
    switch run {
    case 1: return single ? closeSingle().flatMap { formula(fence: 1, end: $0) } : nil
    case 2: return closeDouble().flatMap { formula(fence: 2, end: $0) }
    default: return plain(run)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  // pandoc's rule and more: no blank inside the dollars, no letter or digit outside, and the next dollar must be the
  // other one. So `$5 and $10`, `$HOME/bin:$PATH` and `US$5` stay what they are.
  private func closeSingle() -> Int? {
    if start > 0, Self.isWord(bytes[start - 1]) { return nil }
    let limit = min(bytes.count, start + Self.singleLimit)
    var position = start + 1
    guard position < limit, !ByteRun.isSpace(bytes[position]) else { return nil }
    while position < limit {
      switch bytes[position] {
      case 0x5C: position += 2
      // Code is never cut by a formula.
      case 0x60: return nil
      case 0x24:
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        let isClosing = !ByteRun.isSpace(bytes[position - 1]) && !Self.isWord(next) && next != 0x24
        return isClosing && position > start + 1 ? position : nil
      default: position += 1
      }
    }
    return nil
  }

  private func closeDouble() -> Int? {
    var position = start + 2
    while position + 1 < bytes.count {
      if bytes[position] == 0x5C {
        position += 2
      } else if bytes[position] == 0x24, bytes[position + 1] == 0x24 {
        let tex = UnsafeBufferPointer(rebasing: bytes[start + 2..<position])
        return tex.trimmed.isEmpty ? nil : position
      } else {
        position += 1
      }
    }
    return nil
  }

  private func formula(fence: Int, end: Int) -> CommonMarkNode? {
    cmark_inline_parser_set_offset(inlines, Int32(end + fence))
    let node = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, parser.pointee.mem)
    node?.pointee.as.custom.on_enter = piece(start + fence..<end)
    node?.pointee.as.custom.on_exit = piece(end..<end + fence)
    return node
  }

  // Three dollars and more mean themselves.
  private func plain(_ run: Int) -> CommonMarkNode? {
    cmark_inline_parser_set_offset(inlines, Int32(start + run))
    let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser.pointee.mem)
    node?.pointee.as.literal = piece(start..<start + run)
    return node
  }

  private func piece(_ range: Range<Int>) -> cmark_chunk {
    cmark_chunk(
      data: UnsafeMutablePointer(mutating: bytes.baseAddress.map { $0 + range.lowerBound }),
      len: bufsize_t(range.count), alloc: 0)
  }
}
