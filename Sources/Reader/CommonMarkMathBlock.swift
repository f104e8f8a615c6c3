import CCmarkGFM

/// Displayed formulas over several lines: from a line that is only `$$` to a line that ends with `$$`.
///
/// A block of its own, because TeX lines would otherwise be lists (`+ b`), headings (`=`) or end at a blank line. The library
/// keeps no text for it: the lines are taken from the source. Like a code block it runs to the end when not closed.
enum CommonMarkMathBlock {
  /// What `user_data` of a block says once its last line was seen.
  static var closed: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: 2) }

  static func isClosed(_ node: CommonMarkNode) -> Bool { node.pointee.user_data == closed }
}

func openMathBlock(
  _ mine: CommonMarkLibrary.Extension?, _ isIndented: Int32, _ parser: UnsafeMutablePointer<cmark_parser>?,
  _ parent: CommonMarkNode?, _ input: UnsafeMutablePointer<UInt8>?, _ length: Int32
) -> CommonMarkNode? {
  guard isIndented == 0, let parser, let parent, let input else { return nil }
  let first = parser.pointee.first_nonspace
  let line = UnsafeBufferPointer(start: input, count: Int(length))
  guard line.starts("$$", at: Int(first)), UnsafeBufferPointer(rebasing: line[Int(first)...]).trimmed.count == 2 else {
    return nil
  }
  let node = cmark_parser_add_child(parser, parent, CMARK_NODE_CUSTOM_BLOCK, first + 1)
  cmark_node_set_syntax_extension(node, mine)
  passLine(parser, input, length)
  return node
}

func matchMathBlock(
  _ mine: CommonMarkLibrary.Extension?, _ parser: UnsafeMutablePointer<cmark_parser>?,
  _ input: UnsafeMutablePointer<UInt8>?, _ length: Int32, _ container: CommonMarkNode?
) -> Int32 {
  guard let parser, let input, let container, !CommonMarkMathBlock.isClosed(container) else { return 0 }
  let line = UnsafeBufferPointer(start: input, count: Int(length))
  let rest = UnsafeBufferPointer(rebasing: line[min(Int(parser.pointee.first_nonspace), line.count)...]).trimmed
  if rest.starts("$$", at: rest.count - 2) { container.pointee.user_data = CommonMarkMathBlock.closed }
  passLine(parser, input, length)
  return 1
}

private func passLine(
  _ parser: UnsafeMutablePointer<cmark_parser>, _ input: UnsafeMutablePointer<UInt8>, _ length: Int32
) {
  input.withMemoryRebound(to: CChar.self, capacity: Int(length)) {
    cmark_parser_advance_offset(parser, $0, max(length - 1 - parser.pointee.offset, 0), 0)
  }
}
