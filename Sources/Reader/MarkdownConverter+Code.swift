import CCmarkGFM
import Diagnostics
import Highlighting
import Manuscript

extension MarkdownConverter {
  func codeBlock(_ node: CommonMarkNode) -> Block {
    let code = node.pointee.as.code
    var text = revealed(Array(code.literal.bytes))
    let info = code.info.text
    let place = codeRange(node, text)
    let options = CodeInfoString(info, isPlain: dialect == .plain)
    if dialect == .offprint {
      verbatimRanges.append(place)
      // GitHub's other way to display a formula.
      if options.language == "math" {
        return formula(ofCode: node, range: place)
      }
    }
    let marks = dialect == .offprint ? CodeLineMarks(text) : nil
    if let marks { text = marks.text }
    var block = CodeBlock(
      language: options.language, info: Text(bytes: info), text: Text(bytes: text),
      tokens: tokens(text, options.language, node), title: options.title, showsLineNumbers: options.showsLineNumbers,
      highlightedLines: options.highlightedLines)
    block.insertedLines = options.insertedLines
    block.deletedLines = options.deletedLines
    block.firstLineNumber = options.firstLineNumber
    if let marks {
      block.highlightedLines = Array(Set(block.highlightedLines + marks.highlighted)).sorted()
      block.insertedLines = Array(Set(block.insertedLines + marks.inserted)).sorted()
      block.deletedLines = Array(Set(block.deletedLines + marks.deleted)).sorted()
    }
    if dialect == .offprint, options.isDrawn, let kind = options.language.flatMap(Diagram.Language.init) {
      switch kind {
      case .graphviz: block.drawing = .picture(context.addDiagram(text, range: place))
      case .mermaid:
        block.drawing = .unsupported
        reportDiagram(node, options.language ?? "")
      }
    }
    return Block(.code(block), range: place)
  }

  // Once an article.
  private func reportDiagram(_ node: CommonMarkNode, _ language: String) {
    guard unknownLanguages.insert("mermaid").inserted else { return }
    context.report(.diagramLanguage, at: languageRange(node, language), [language])
  }

  /// Code and text as the author wrote them (see `LiquidAddress`).
  func revealed(_ bytes: [UInt8]) -> [UInt8] { text.hasConcealedAddresses ? LiquidAddress.reveal(bytes) : bytes }

  private func tokens(_ text: [UInt8], _ language: String?, _ node: CommonMarkNode) -> [Token] {
    guard dialect == .offprint, let language, !language.isEmpty else { return [] }
    if let tokens = Highlighter.tokens(for: text, language: language) { return tokens }
    if Diagram.Language(language) == nil, unknownLanguages.insert(language).inserted {
      let suggestion = Suggestion.nearest(to: language.lowercased(), among: LanguageName.all)
      context.report(
        .unknownCodeLanguage, at: languageRange(node, language), [language] + (suggestion.map { [$0] } ?? []))
    }
    return []
  }

  // The word behind the fence.
  private func languageRange(_ node: CommonMarkNode, _ language: String) -> SourceRange {
    var position = start(node)
    let end = lines.end(Int(node.pointee.start_line))
    while position < end, source[position] == 0x60 || source[position] == 0x7E { position += 1 }
    while position < end, ByteRun.isBlank(source[position]) { position += 1 }
    return range(position..<min(position + language.utf8.count, max(position, end)))
  }

  // Fenced: from fence to fence. Indented: the library ends it where the next block begins.
  private func codeRange(_ node: CommonMarkNode, _ text: [UInt8]) -> SourceRange {
    if node.pointee.as.code.fenced != 0 { return range(node, throughLine: Int(node.pointee.end_line)) }
    let lineCount = text.reduce(into: 0) { count, byte in if byte == 0x0A { count += 1 } }
    return range(node, throughLine: Int(node.pointee.start_line) + max(lineCount - 1, 0))
  }
}
