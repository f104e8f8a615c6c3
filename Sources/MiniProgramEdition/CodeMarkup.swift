import Highlighting
import Manuscript
import Typesetting

/// A block of code as one string for `rich-text`: one node however many colours there are.
///
/// Line ends are `<br>`, blanks that would collapse are no-break spaces: that looks the same whatever the platform does
/// with white space. The text to copy comes from the page's script, unchanged.
struct CodeMarkup {
  private var html: HTMLPrinter
  private var column = 0
  private var afterBlank = true
  private var lineNumber = 1
  /// What is added to a line's number where it is shown.
  private var shift = 0
  private let lines: LineStyle?

  /// Needed when lines are numbered or emphasised: each is an element of its own then.
  struct LineStyle {
    var showsNumbers: Bool
    /// Digits of the largest number.
    var width: Int
    var highlighted: [Int]
    var inserted: [Int]
    var deleted: [Int]
    /// Whether any line has a sign before it: then all have room for one.
    var hasSigns: Bool { !inserted.isEmpty || !deleted.isEmpty }
  }

  static func html(_ code: CodeBlock, showsLineNumbers: Bool) -> [UInt8] {
    // The line feed at the end ends the last line and begins none.
    let text = code.text.bytes.last == 10 ? code.text.bytes.dropLast() : code.text.bytes[...]
    var lines: LineStyle?
    if showsLineNumbers || code.hasMarkedLines {
      let count = code.firstLineNumber + text.lazy.filter { $0 == 10 }.count
      lines = LineStyle(
        showsNumbers: showsLineNumbers, width: String(count).utf8.count, highlighted: code.highlightedLines,
        inserted: code.insertedLines, deleted: code.deletedLines)
    }
    var markup = CodeMarkup(lines, reserving: text.count + code.tokens.count * 16)
    markup.shift = code.firstLineNumber - 1
    markup.write(text, code.tokens)
    return markup.html.bytes
  }

  private init(_ lines: LineStyle?, reserving capacity: Int) {
    self.lines = lines
    html = HTMLPrinter(reservingCapacity: capacity)
  }

  private mutating func write(_ text: ArraySlice<UInt8>, _ tokens: [Token]) {
    startLine()
    var index = text.startIndex
    for token in tokens where index < text.endIndex {
      let end = min(text.endIndex, index + Int(token.count))
      write(text[index..<end], Self.className(token.kind))
      index = end
    }
    write(text[index...], nil)
    endLine()
  }

  private mutating func write(_ text: ArraySlice<UInt8>, _ name: StaticString?) {
    guard !text.isEmpty else { return }
    if let name { html.start("span", class: name) }
    // What needs nothing is handed on in runs.
    var clean = text.startIndex
    for index in text.indices {
      let byte = text[index]
      if byte > 32 {
        afterBlank = false
        if byte & 0xC0 != 0x80 { column += 1 }
        continue
      }
      switch byte {
      case 32 where !afterBlank:
        afterBlank = true
        column += 1
        continue
      case 32:
        html.text(text[clean..<index])
        html.text(literal: Self.blank)
        column += 1
      case 9:
        html.text(text[clean..<index])
        for _ in 0..<(4 - column % 4) { html.text(literal: Self.blank) }
        column += 4 - column % 4
        afterBlank = true
      case 10:
        html.text(text[clean..<index])
        endLine(inside: name)
        column = 0
        afterBlank = true
      case 13: html.text(text[clean..<index])
      default:
        afterBlank = false
        column += 1
        continue
      }
      clean = index + 1
    }
    html.text(text[clean...])
    if name != nil { html.end() }
  }

  /// A blank that does not collapse.
  private static var blank: StaticString { "\u{A0}" }

  private mutating func endLine(inside name: StaticString?) {
    guard lines != nil else { return html.void("br") }
    if name != nil { html.end() }
    endLine()
    startLine()
    if let name { html.start("span", class: name) }
  }

  private mutating func startLine() {
    guard let lines else { return }
    let isInserted = lines.inserted.contains(lineNumber)
    let isDeleted = lines.deleted.contains(lineNumber)
    let isHighlighted = lines.highlighted.contains(lineNumber)
    html.start("div", class: isDeleted ? "zl zd" : isInserted ? "zl zi" : isHighlighted ? "zl zh" : "zl")
    if lines.showsNumbers {
      let number = String(lineNumber + shift)
      let padding = String(repeating: "\u{A0}", count: max(0, lines.width - number.utf8.count))
      html.element("span", class: "zb") { $0.text(padding + number + "\u{A0}\u{A0}") }
    }
    if lines.hasSigns { html.text(isDeleted ? "-\u{A0}" : isInserted ? "+\u{A0}" : "\u{A0}\u{A0}") }
    lineNumber += 1
  }

  private mutating func endLine() {
    guard lines != nil else { return }
    // An empty line keeps its height.
    if column == 0 { html.text("\u{A0}") }
    html.end()
  }

  /// Short names, since a page of code has hundreds; none for what prints in the colour of the text, or nearly so.
  private static func className(_ kind: Token.Class) -> StaticString? {
    switch kind {
    case .plain, .variable, .operator, .punctuation: nil
    case .keyword, .tag, .heading: "zk"
    case .type, .preprocessor: "zt"
    case .function: "zf"
    case .property, .attribute: "zp"
    case .string: "zs"
    case .escape, .number, .constant: "zn"
    case .comment, .documentation: "zc"
    case .inserted: "zi"
    case .deleted, .error: "zd"
    case .emphasis: "ze"
    }
  }
}
