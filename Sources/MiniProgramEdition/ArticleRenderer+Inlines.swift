import Manuscript
import Typesetting

/// Running text, as far as it was written.
///
/// A `text` may hold only `text` (wechat-rules 25). A paragraph that is only words is therefore one `text`, selectable as
/// a whole; one with images or readings in it is a `view` in which words stand in `text` elements of their own. Looks are
/// classes of the innermost run, so nesting adds no depth.
struct InlineLine {
  /// Inside a `text`.
  var isInText = false
  var pendingStyles: InlineStyles = []
  var styles: InlineStyles = []
  /// The last printed character, for line ends between Chinese characters.
  var last: UInt32?
  var hasContent = false
  var softBreak = false
  /// Children of the open group, when the line has so many that they are grouped.
  var grouped: Int?
}

extension ArticleRenderer {
  /// Writes an element with running text in it: a `text`, or a `view` where the text holds more than words.
  mutating func runningText(
    _ inlines: [Inline], class classes: StaticString, id: [UInt8]? = nil, style: [UInt8]? = nil,
    role: StaticString? = nil, isSelectable: Bool = true
  ) {
    // Words alone, the most frequent: they need no line.
    if inlines.count == 1, case .text(let text) = inlines[0].kind, inlines[0].attributes.isEmpty,
      text.bytes.first != 0x20, !LineEnds.areIn(text.bytes)
    {
      startRun("text", classes, id, style, role, isSelectable)
      printer.text(text.bytes)
      printer.end()
      return
    }
    let outer = line
    let shape = Inline.shape(of: inlines)
    line = InlineLine(isInText: shape.isTextual)
    startRun(shape.isTextual ? "text" : "view", classes, id, style, role, shape.isTextual && isSelectable)
    group(shape) { $0.write(inlines) }
    printer.end()
    line = outer
  }

  private mutating func startRun(
    _ name: StaticString, _ classes: StaticString, _ id: [UInt8]?, _ style: [UInt8]?, _ role: StaticString?,
    _ isSelectable: Bool
  ) {
    printer.startTag(name, class: classes)
    if let id { printer.attribute("id", id) }
    if let style { printer.attribute("style", style) }
    if let role { printer.attribute("aria-role", literal: role) }
    if isSelectable { printer.attribute("user-select") }
    printer.finishTag(name)
  }

  /// Writes children of an element that is open, in groups where they are many.
  private mutating func group(_ shape: Inline.Shape, _ body: (inout ArticleRenderer) -> Void) {
    let outer = line.grouped
    let isLarge = shape.leafCount > PlatformLimits.inlinesOfGroup
    line.grouped = isLarge ? 0 : nil
    if isLarge { startGroup() }
    body(&self)
    flush()
    if isLarge { printer.end() }
    line.grouped = outer
  }

  private mutating func startGroup() {
    if line.isInText { printer.start("text") } else { printer.start("view", class: "in") }
  }

  /// Called before each child of the line's element.
  mutating func beginChild() {
    guard let count = line.grouped else { return }
    if count == PlatformLimits.inlinesOfGroup {
      printer.end()
      startGroup()
      line.grouped = 1
    } else {
      line.grouped = count + 1
    }
  }

  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  /// Adds words in the line's present look.
  mutating func append(_ bytes: [UInt8]) {
    // Blanks at the beginning of a line do not print.
    if !line.hasContent, bytes.first == 0x20 { return append(Array(bytes.drop { $0 == 0x20 })) }
    guard !bytes.isEmpty else { return }
    if line.softBreak { breakSoftly(before: EastAsianText.first(bytes)) }
    if line.styles != line.pendingStyles {
      flush()
      line.pendingStyles = line.styles
    }
    pending += bytes
    line.last = EastAsianText.last(bytes)
    line.hasContent = true
  }

  /// Prints the blank that a line end stands for, if it stands for one.
  mutating func breakSoftly(before next: UInt32?) {
    guard line.softBreak else { return }
    line.softBreak = false
    guard line.hasContent, EastAsianText.needsBlank(after: line.last, before: next) else { return }
    if pending.isEmpty { line.pendingStyles = [] }
    pending.append(0x20)
  }

  /// Prints the pending words.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    beginChild()
    if line.pendingStyles.isEmpty, line.isInText {
      printer.text(pending)
    } else if let name = line.pendingStyles.singleName {
      printer.start("text", class: name)
      printer.text(pending)
      printer.end()
    } else {
      printer.startTag("text")
      if !line.pendingStyles.isEmpty { printer.attribute("class", line.pendingStyles.classNames) }
      printer.finishTag("text")
      printer.text(pending)
      printer.end()
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes inline content inside an element of its own: a link, an author's span.
  ///
  /// - Parameter attributes: writes those of the element, whose class is printed already.
  mutating func wrapped(
    _ inlines: [Inline], class classes: StaticString, _ attributes: (inout ArticleRenderer) -> Void,
    _ body: (inout ArticleRenderer) -> Void
  ) {
    if line.softBreak { breakSoftly(before: EastAsianText.first(PlainText.text(of: inlines).bytes)) }
    flush()
    let outer = line
    beginChild()
    let counted = line.grouped
    let shape = Inline.shape(of: inlines)
    let isTextual = line.isInText || shape.isTextual
    let name: StaticString = isTextual ? "text" : "view"
    printer.startTag(name, class: classes)
    attributes(&self)
    printer.finishTag(name)
    line.isInText = isTextual
    line.pendingStyles = []
    group(shape, body)
    printer.end()
    let (last, hasContent, softBreak) = (line.last, line.hasContent, line.softBreak)
    line = outer
    line.grouped = counted
    line.last = last
    line.hasContent = hasContent
    line.softBreak = softBreak
  }

  /// An element without words in the line.
  mutating func atom(_ body: (inout ArticleRenderer) -> Void) {
    if line.softBreak { breakSoftly(before: nil) }
    flush()
    beginChild()
    body(&self)
    line.last = nil
    line.hasContent = true
  }

  /// A place to jump to.
  mutating func mark(_ id: [UInt8]?) {
    guard let id else { return }
    flush()
    beginChild()
    printer.startTag("text")
    printer.attribute("id", id)
    printer.finishVoidTag()
  }
}
