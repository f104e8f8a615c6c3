import Highlighting
import Manuscript
import Typesetting

extension ArticleBodyWriter {
  mutating func writeCode(_ code: CodeBlock, _ block: Block) {
    if profile == .offprint, code.drawing != nil, writeDiagram(code, block) { return }
    printer.freshLine()
    switch profile {
    case .plain:
      printer.start("pre")
      writeCodeElement(code)
      printer.text(code.text.bytes)
      printer.end()
      close()
    case .offprint:
      printer.startTag("figure")
      writeAttributes(block.attributes, class: "code")
      printer.finishTag()
      printer.lineFeed()
      writeCodeHeader(code)
      // Long lines scroll sideways in here, by keyboard too.
      printer.startTag("pre")
      printer.attribute("tabindex", literal: "0")
      let hasNumbers = code.showsLineNumbers ?? showsLineNumbers
      if hasNumbers {
        printer.attribute("class", literal: "numbered")
        if code.firstLineNumber != 1 { printer.attribute("style", "--first:\(code.firstLineNumber - 1)") }
      }
      printer.finishTag()
      writeCodeElement(code)
      if hasNumbers || code.hasMarkedLines {
        writeLines(code)
      } else {
        writeTokens(code)
      }
      printer.end()
      close()
      if code.drawing != nil {
        printer.start("p", class: "undrawn")
        printer.text(words.undrawn)
        close()
      }
      close()
    }
  }

  private mutating func writeCodeElement(_ code: CodeBlock) {
    guard let language = code.language else { return printer.start("code") }
    printer.startTag("code")
    printer.attribute("class", "language-" + language)
    printer.finishTag()
  }

  private mutating func writeCodeHeader(_ code: CodeBlock) {
    guard code.language != nil || code.title != nil else { return }
    printer.start("figcaption")
    if let title = code.title {
      printer.start("span", class: "file")
      printer.text(title.bytes)
      printer.end()
    }
    if let language = code.language {
      printer.start("span", class: "language")
      printer.text(LanguageName.label(language))
      printer.end()
    }
    close()
  }

  private mutating func writeTokens(_ code: CodeBlock) {
    guard !code.tokens.isEmpty else { return printer.text(code.text.bytes) }
    let bytes = code.text.bytes.span
    var start = 0
    for token in code.tokens {
      let end = min(start + Int(token.count), bytes.count)
      write(token.kind, bytes.extracting(start..<end))
      start = end
    }
    printer.text(bytes.extracting(start...))
  }

  private mutating func write(_ kind: Token.Class, _ bytes: Span<UInt8>) {
    guard let name = kind.cssName else { return printer.text(bytes) }
    printer.element("span", class: name, text: bytes)
  }

  /// Each line in an element of its own, its line feed included, so that what is copied is the code alone; a token that
  /// goes over several lines is divided.
  private mutating func writeLines(_ code: CodeBlock) {
    let bytes = code.text.bytes
    var tokens = code.tokens[...]
    var left = tokens.first.map { Int($0.count) } ?? 0
    var start = 0
    var number = 1
    var marked = code.highlightedLines[...]
    var inserted = code.insertedLines[...]
    var deleted = code.deletedLines[...]
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      let isMarked = Self.take(number, from: &marked)
      let isInserted = Self.take(number, from: &inserted)
      let isDeleted = Self.take(number, from: &deleted)
      printer.start(
        isDeleted ? "del" : isInserted ? "ins" : "span", class: isMarked ? "line marked" : "line")
      while start < end {
        guard let token = tokens.first else {
          printer.text(bytes[start..<end])
          start = end
          break
        }
        let stop = min(end, start + left)
        write(token.kind, bytes.span.extracting(start..<stop))
        left -= stop - start
        start = stop
        if left == 0 {
          tokens.removeFirst()
          left = tokens.first.map { Int($0.count) } ?? 0
        }
      }
      printer.end()
      number += 1
    }
  }

  /// Whether a sorted list says a number; what lies before it is done with.
  private static func take(_ number: Int, from list: inout ArraySlice<Int>) -> Bool {
    while let first = list.first, first < number { list.removeFirst() }
    return list.first == number
  }
}

extension Token.Class {
  /// The style class of both editions' colours; nil for text without one.
  fileprivate var cssName: StaticString? {
    switch self {
    case .plain: nil
    case .keyword: "keyword"
    case .type: "type"
    case .function: "function"
    case .variable: "variable"
    case .property: "property"
    case .attribute: "attribute"
    case .tag: "tag"
    case .string: "string"
    case .escape: "escape"
    case .number: "number"
    case .constant: "constant"
    case .comment: "comment"
    case .documentation: "documentation"
    case .operator: "operator"
    case .punctuation: "punctuation"
    case .preprocessor: "preprocessor"
    case .inserted: "inserted"
    case .deleted: "deleted"
    case .heading: "heading"
    case .emphasis: "emphasis"
    case .error: "error"
    }
  }
}
