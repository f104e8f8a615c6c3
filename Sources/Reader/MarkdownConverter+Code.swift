import CCmarkGFM
import Diagnostics
import Highlighting
import Manuscript

extension MarkdownConverter {
  func codeBlock(_ node: CommonMarkNode) -> Block {
    let code = node.pointee.as.code
    let text = Array(code.literal.bytes)
    let info = code.info.text
    let place = codeRange(node, text)
    let options = CodeInfoString(info, isPlain: dialect == .plain)
    let block = CodeBlock(
      language: options.language, info: Text(bytes: info), text: Text(bytes: text), title: options.title,
      showsLineNumbers: options.showsLineNumbers, highlightedLines: options.highlightedLines)
    return Block(.code(block), range: place)
  }

  // Fenced: from fence to fence. Indented: the library ends it where the next block begins.
  private func codeRange(_ node: CommonMarkNode, _ text: [UInt8]) -> SourceRange {
    if node.pointee.as.code.fenced != 0 { return range(node, throughLine: Int(node.pointee.end_line)) }
    let lineCount = text.reduce(into: 0) { count, byte in if byte == 0x0A { count += 1 } }
    return range(node, throughLine: Int(node.pointee.start_line) + max(lineCount - 1, 0))
  }
}
