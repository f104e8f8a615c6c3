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
    code.text.bytes.withUnsafeBufferPointer { bytes in
      // The line feed at the end ends the last line and begins none.
      let text = bytes.last == 10 ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes
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
  }

  private init(_ lines: LineStyle?, reserving capacity: Int) {
    self.lines = lines
    html = HTMLPrinter(reservingCapacity: capacity)
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token]) {
    startLine()
    // Words that print alike are written together.
    var written = 0
    var index = 0
    for token in tokens where index < text.count {
      let end = min(text.count, index + Int(token.count))
      if let name = Self.className(token.kind) {
        write(UnsafeBufferPointer(rebasing: text[written..<index]), nil)
        write(UnsafeBufferPointer(rebasing: text[index..<end]), name)
        written = end
      }
      index = end
    }
    write(UnsafeBufferPointer(rebasing: text[written...]), nil)
    endLine()
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>, _ name: StaticString?) {
    guard !text.isEmpty else { return }
    var index = nextBlank(in: text, from: 0)
    if index == text.count {
      if let name { html.element("span", class: name, text: text.span) } else { html.text(text.span) }
      return
    }
    if let name { html.start("span", class: name) }
    // What needs nothing is handed on in runs.
    var clean = 0
    while index < text.count {
      html.text(UnsafeBufferPointer(rebasing: text[clean..<index]).span)
      switch text[index] {
      case 9:
        for _ in 0..<(4 - column % 4) { html.text(literal: Self.blank) }
        column += 4 - column % 4
        afterBlank = true
      case 10:
        endLine(inside: name)
        column = 0
        afterBlank = true
      case 13: break
      default:
        html.text(literal: Self.blank)
        column += 1
      }
      clean = index + 1
      index = nextBlank(in: text, from: clean)
    }
    html.text(UnsafeBufferPointer(rebasing: text[clean...]).span)
    if name != nil { html.end() }
  }

  /// The next tab, end of a line, or blank that would collapse, from `start` on, or the count; what comes before it is
  /// counted.
  private mutating func nextBlank(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var column = column
    var afterBlank = afterBlank
    scan: while index < text.count {
      switch text[index] {
      case 32 where !afterBlank:
        afterBlank = true
        column += 1
      case 9, 10, 13, 32: break scan
      case let byte:
        afterBlank = false
        if byte & 0xC0 != 0x80 { column += 1 }
      }
      index += 1
    }
    self.column = column
    self.afterBlank = afterBlank
    return index
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
