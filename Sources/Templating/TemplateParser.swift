internal import Diagnostics

/// Builds a template's tree from its tags (mustache specification 1.4 without lambdas and dynamic names).
///
/// A tag other than `{{name}}` that has a line to itself takes the line away with it. For parents and blocks the
/// inheritance part of the specification goes further; `TemplateParser+Blocks` holds those rules.
struct TemplateParser {
  /// Open sections, parents and blocks; more is an error, so that no input can exhaust the stack.
  static let maximumDepth = 100
  /// Later mistakes of a file are not reported.
  static let maximumReports = 50

  let bytes: [UInt8]
  let path: String
  /// Where the text begins: behind a byte order mark.
  let start: Int
  var diagnostics: [Diagnostic] = []
  /// What is open, outermost first; the first one is the template itself.
  var frames: [Frame]
  /// Where the text begins that has not been taken into the tree.
  var textStart: Int

  struct Frame {
    enum Kind { case template, section, inverted, parent, block }
    var kind: Kind
    var name: TemplateTag.Name
    /// The opening tag.
    var range: Range<Int>
    /// The blanks before the opening tag when nothing else stands before it on its line.
    var blanks: Range<Int>?
    /// Whether the content begins on the line below the opening tag.
    var startsBelow = false
    var nodes: [TemplateNode] = []
    var overrides: [(name: TemplateTag.Name, body: [TemplateNode])] = []
  }

  private init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    textStart = start
    frames = [Frame(kind: .template, name: .init(text: "", range: 0..<0), range: 0..<0)]
  }

  /// The tree, as far as the template can be understood, and the mistakes in it.
  static func parse(_ bytes: [UInt8], path: String) -> ([TemplateNode], [Diagnostic]) {
    var parser = TemplateParser(bytes, path: path)
    var scanner = TemplateScanner(bytes, from: parser.start)
    while let item = scanner.next(), parser.diagnostics.count < maximumReports {
      switch item {
      case .malformed(let word, let range): parser.report(word, at: range)
      case .tag(let tag):
        if tag.opensFrame, parser.frames.count > maximumDepth {
          parser.report("too-deep", name: tag.name.text, at: tag.range)
          return (TemplateIndentation.midLine(parser.frames[0].nodes), parser.diagnostics)
        }
        parser.take(tag)
      }
    }
    parser.takeText(to: bytes.count)
    while parser.frames.count > 1 {
      let frame = parser.frames[parser.frames.count - 1]
      parser.report("unclosed-section", name: frame.name.text, at: frame.range)
      parser.close(endLine: nil, at: bytes.count..<bytes.count)
    }
    return (TemplateIndentation.midLine(parser.frames[0].nodes), parser.diagnostics)
  }

  private mutating func take(_ tag: TemplateTag) {
    let line = Line(around: tag.range, in: bytes, from: start)
    switch tag.kind {
    case .value, .rawValue:
      takeText(before: tag, line)
      append(.value(tag.name, isEscaped: tag.kind == .value))
    case .comment, .delimiters:
      takeLine(of: tag, line)
    case .section, .inverted:
      takeLine(of: tag, line)
      let kind: Frame.Kind = tag.kind == .section ? .section : .inverted
      frames.append(Frame(kind: kind, name: tag.name, range: tag.range))
    case .partial:
      takeLine(of: tag, line)
      append(.inclusion(.init(name: tag.name, placement: line.placement(in: bytes), overrides: [])))
    case .parent:
      takeText(to: line.blanks?.lowerBound ?? tag.range.lowerBound)
      textStart = tag.range.upperBound
      frames.append(Frame(kind: .parent, name: tag.name, range: tag.range, blanks: line.blanks))
    case .block:
      openBlock(tag, line)
    case .end:
      end(tag, line)
    }
  }

  /// Closes what an end tag closes. One that fits nothing open is taken for a misspelling of the innermost.
  private mutating func end(_ tag: TemplateTag, _ line: Line) {
    guard frames.count > 1 else {
      report("unopened-section", name: tag.name.text, at: tag.range)
      takeLine(of: tag, line)
      return
    }
    if let depth = frames.lastIndex(where: { $0.name.text == tag.name.text && $0.kind != .template }) {
      while frames.count - 1 > depth {
        let inner = frames[frames.count - 1]
        report("unclosed-section", name: inner.name.text, at: inner.range)
        takeText(to: line.blanks?.lowerBound ?? tag.range.lowerBound)
        close(endLine: nil, at: textStart..<textStart)
      }
    } else {
      let open = frames[frames.count - 1]
      report("mismatched-section", name: tag.name.text, at: tag.range, opened: open)
    }
    close(endLine: line, at: tag.range)
  }

  mutating func append(_ node: TemplateNode) { frames[frames.count - 1].nodes.append(node) }

  /// Takes the text up to an offset into the tree.
  mutating func takeText(to end: Int) {
    guard textStart < end else { return }
    // Text between a parent's blocks means nothing (specification).
    if frames[frames.count - 1].kind != .parent {
      append(.literal(Array(bytes[textStart..<end]), startsLine: isLineStart(textStart)))
    }
    textStart = end
  }

  /// Takes the text before a tag that stays within its line, and goes on behind it.
  mutating func takeText(before tag: TemplateTag, _ line: Line) {
    takeText(to: tag.range.lowerBound)
    if line.blanks?.isEmpty == true { append(.lineStart) }
    textStart = tag.range.upperBound
  }

  /// The same, or takes the line away when the tag has it to itself.
  mutating func takeLine(of tag: TemplateTag, _ line: Line) {
    guard let blanks = line.blanks, let next = line.next else { return takeText(before: tag, line) }
    takeText(to: blanks.lowerBound)
    textStart = next
  }

  func isLineStart(_ offset: Int) -> Bool { offset == start || bytes[offset - 1] == UInt8(ascii: "\n") }

  private mutating func report(_ word: String, name: String = "", at range: Range<Int>, opened: Frame? = nil) {
    var notes: [Diagnostic.Note] = []
    if let opened {
      notes = [
        .init(code: .templateSyntax, arguments: [opened.name.text], path: path, range: SourceRange(opened.range))
      ]
    }
    diagnostics.append(
      Diagnostic(.templateSyntax, path: path, range: SourceRange(range), arguments: [word, name], notes: notes))
  }
}
