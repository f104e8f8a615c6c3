/// Tags with their attributes, and the languages between `<script>` and `</script>`.
extension MarkupLexer {
  func tag(_ scanner: inout Scanner) {
    let isEnd = scanner.peek(1) == "/"
    scanner.take(.punctuation, count: isEnd ? 2 : 1)
    let nameStart = scanner.position
    let nameEnd = scanner.elementNameEnd(from: nameStart)
    scanner.take(.tag, to: nameEnd)
    var language: Embedded? = isEnd ? nil : Embedded(scanner, nameStart, nameEnd, isHTML: grammar.isHTML)
    while !scanner.isAtEnd {
      let byte = scanner.peek()
      switch byte {
      case ">":
        scanner.take(.punctuation, count: 1)
        if let language { embedded(&scanner, language, Array(scanner.source[nameStart..<nameEnd])) }
        return
      case "/":
        scanner.take(.punctuation, count: 1)
        if scanner.peek() == ">" { language = nil }
      case "<":
        // An unfinished tag; PHP may stand between attributes.
        return
      case _ where byte.isBlank || byte.isLineEnd: scanner.takeBlanks()
      case "{" where grammar.hasMustaches && scanner.peek(1) == "{": mustache(&scanner)
      default: attribute(&scanner, &language)
      }
    }
  }

  private func attribute(_ scanner: inout Scanner, _ language: inout Embedded?) {
    let start = scanner.position
    var end = start
    while end < scanner.limit, scanner.source[end] > 0x20, !"=>/<".utf8.contains(scanner.source[end]) { end += 1 }
    let isCode = grammar.hasDirectives && scanner.isDirective(start)
    scanner.take(.attribute, to: max(end, start + 1))
    let equals = scanner.skipBlanks(from: scanner.position)
    guard scanner.byte(at: equals) == "=" else { return }
    scanner.take(.plain, to: equals)
    scanner.take(.operator, count: 1)
    scanner.takeBlanks()
    let quote = scanner.peek()
    guard quote == "\"" || quote == "'" else {
      var end = scanner.position
      while end < scanner.limit, scanner.source[end] > 0x20, scanner.source[end] != ">", scanner.source[end] != "<" {
        end += 1
      }
      scanner.take(.string, to: end)
      return
    }
    scanner.take(.string, count: 1)
    var close = scanner.position
    while close < scanner.limit, scanner.source[close] != quote { close += 1 }
    language?.note(scanner, start, end, scanner.position, close)
    let outer = scanner.limit
    scanner.limit = close
    if isCode {
      var lexer = CodeLexer(.javascript)
      lexer.run(&scanner)
    } else {
      value(&scanner)
    }
    scanner.take(.string, to: close)
    scanner.limit = outer
    scanner.take(.string, count: 1)
  }

  /// The text of a quoted value: entities and expressions in it.
  private func value(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      switch scanner.peek() {
      case "&": entity(&scanner, .string)
      case "{" where grammar.hasMustaches && scanner.peek(1) == "{": mustache(&scanner)
      default:
        var end = scanner.position + 1
        while end < scanner.limit, scanner.source[end] != "&", !(grammar.hasMustaches && scanner.source[end] == "{") {
          end += 1
        }
        scanner.take(.string, to: end)
      }
    }
  }

  /// The content of `script` and `style` up to the end tag.
  private func embedded(_ scanner: inout Scanner, _ language: Embedded, _ name: [UInt8]) {
    let folded = name.map(\.folded)
    var end = scanner.position
    while end < scanner.limit {
      if scanner.source[end] == "<", scanner.byte(at: end + 1) == "/", scanner.hasFolded(folded, at: end + 2) { break }
      end += 1
    }
    scanner.within(end) { inner in
      switch language {
      case .script: Grammar.code(.javascript).lex(&inner)
      case .typed: Grammar.code(.typescript).lex(&inner)
      case .json: Grammar.code(.json).lex(&inner)
      case .style: Grammar.style(.css).lex(&inner)
      case .nestedStyle: Grammar.style(.scss).lex(&inner)
      case .other: break
      }
    }
  }

  /// What an element holds instead of markup.
  private enum Embedded {
    case script, typed, json, style, nestedStyle, other

    init?(_ scanner: Scanner, _ start: Int, _ end: Int, isHTML: Bool) {
      if isHTML, end - start == 6, scanner.hasFolded("script".bytes, at: start) {
        self = .script
      } else if isHTML, end - start == 5, scanner.hasFolded("style".bytes, at: start) {
        self = .style
      } else if end - start == 3, scanner.hasFolded("wxs".bytes, at: start) {
        self = .script
      } else {
        return nil
      }
    }

    /// Looks at one attribute: `type="application/json"`, `lang="ts"`.
    mutating func note(_ scanner: Scanner, _ start: Int, _ end: Int, _ value: Int, _ close: Int) {
      let isType = end - start == 4 && (scanner.has("type".bytes, at: start) || scanner.has("lang".bytes, at: start))
      guard isType, close - value < 64 else { return }
      let name = String(decoding: scanner.source[value..<close], as: UTF8.self)
      if self == .style {
        if name == "scss" || name == "less" || name == "sass" { self = .nestedStyle }
      } else if name == "ts" || name == "tsx" || name == "text/typescript" {
        self = .typed
      } else if name.hasSuffix("json") || name == "importmap" {
        self = .json
      } else if !(name == "module" || name.hasSuffix("javascript") || name == "text/babel" || name == "js") {
        self = .other
      }
    }
  }
}

extension Scanner {
  /// Whether the attribute at `index` has an expression as its value: `:class`, `@click`, `v-if`, `#item`.
  fileprivate func isDirective(_ index: Int) -> Bool {
    switch byte(at: index) {
    case ":", "@", "#": true
    case "v": byte(at: index + 1) == "-"
    default: false
    }
  }
}
