/// Writes WXML: the one place of the mini-program edition where text becomes markup.
///
/// Like `HTMLPrinter` a stream: elements are opened and closed in order, every tag is closed, text and values are escaped
/// here (`WXMLEscaping`) and nowhere else. Counts what the platform limits: nodes, depth, children of one node.
package struct WXMLPrinter: Sendable {
  package internal(set) var bytes: [UInt8] = []
  /// Elements written so far.
  package internal(set) var nodeCount = 0
  /// The deepest an element stood, `baseDepth` included; the outermost stands at 1.
  package internal(set) var maximumDepth: Int
  /// The most children (elements and runs of text) that one closed element had.
  package private(set) var maximumChildren = 0
  /// Where values stand that are filled in later; see `Attribute.marked`.
  package internal(set) var marks: [Mark] = []
  /// The innermost open element, and those around it, outermost first: what changes most stands apart.
  var top = Frame(name: "")
  var open: [Frame] = []
  private let baseDepth: Int

  struct Frame {
    var name: StaticString
    var children = 0
    /// The last child is text: more text makes no further child.
    var endsInText = false
  }

  /// - Parameter baseDepth: how deep the place already is where the result will stand.
  package init(reservingCapacity capacity: Int = 0, baseDepth: Int = 0) {
    bytes.reserveCapacity(capacity)
    self.baseDepth = baseDepth
    maximumDepth = baseDepth
  }

  /// Number of open elements, `baseDepth` included.
  package var depth: Int { baseDepth + open.count }
  /// Children of the innermost open element so far (or at the top).
  package var childCount: Int { top.children }

  /// Writes an element around what `body` writes.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout WXMLPrinter) -> Void
  ) {
    start(name, attributes)
    body(&self)
    end()
  }

  /// Writes an element without content.
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    startTag(name)
    for attribute in attributes { append(attribute) }
    finishVoidTag()
  }

  /// Opens an element; `end()` closes the innermost one.
  package mutating func start(_ name: StaticString, _ attributes: [Attribute] = []) {
    startTag(name)
    for attribute in attributes { append(attribute) }
    finishTag(name)
  }

  /// The same for what most elements have, so without a list for each.
  package mutating func start(
    _ name: StaticString, class classes: StaticString, id: [UInt8]? = nil, _ attributes: [Attribute] = [],
    isSelectable: Bool = false
  ) {
    startTag(name, class: classes)
    if let id { attribute("id", id) }
    for attribute in attributes { append(attribute) }
    if isSelectable { attribute("user-select") }
    finishTag(name)
  }

  package mutating func end() {
    guard let outer = open.popLast() else { return }
    maximumChildren = max(maximumChildren, top.children)
    bytes.append("</", top.name, ">")
    top = outer
  }

  package mutating func text(_ text: [UInt8]) {
    guard !text.isEmpty else { return }
    noteText()
    text.withUnsafeBufferPointer { WXMLEscaping.appendText($0, to: &bytes) }
  }

  package mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    noteText()
    var text = text
    text.withUTF8 { WXMLEscaping.appendText($0, to: &bytes) }
  }

  /// A value of the page's data as text; the name is the program's own.
  package mutating func expression(_ name: StaticString) {
    noteText()
    MarkupEscaping.append("{{", to: &bytes)
    MarkupEscaping.append(name, to: &bytes)
    MarkupEscaping.append("}}", to: &bytes)
  }

  /// Bytes of this language made by another printer, with what it counted; its marks move along.
  package mutating func markup(_ other: WXMLPrinter) {
    markup(other, bytes: 0..<other.bytes.count)
    top.children += other.childCount
    nodeCount += other.nodeCount
    maximumDepth = max(maximumDepth, other.maximumDepth)
    maximumChildren = max(maximumChildren, other.maximumChildren)
  }

  /// A run of another printer's bytes without its counts; marks in the run move along.
  package mutating func markup(_ other: WXMLPrinter, bytes range: Range<Int>) {
    let shift = bytes.count - range.lowerBound
    bytes.append(contentsOf: other.bytes[range])
    // Marks are in order of offset.
    var low = 0
    var high = other.marks.count
    while low < high {
      let middle = (low + high) / 2
      if other.marks[middle].offset < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < other.marks.count, other.marks[low].offset < range.upperBound {
      marks.append(Mark(offset: other.marks[low].offset + shift, target: other.marks[low].target))
      low += 1
    }
    top.endsInText = false
  }

  package mutating func lineFeed() { bytes.append(10) }

  private mutating func noteText() {
    if !top.endsInText {
      top.children += 1
      top.endsInText = true
    }
  }
}

extension WXMLPrinter {
  /// A state to come back to when what was written since is not wanted and its elements are closed.
  package struct Checkpoint {
    fileprivate var byteCount, nodeCount, maximumDepth, maximumChildren, markCount: Int
    fileprivate var openCount: Int
    fileprivate var top: Frame
  }

  package var checkpoint: Checkpoint {
    Checkpoint(
      byteCount: bytes.count, nodeCount: nodeCount, maximumDepth: maximumDepth, maximumChildren: maximumChildren,
      markCount: marks.count, openCount: open.count, top: top)
  }

  /// Forgets everything written since.
  package mutating func restore(_ checkpoint: Checkpoint) {
    bytes.removeLast(bytes.count - checkpoint.byteCount)
    marks.removeLast(marks.count - checkpoint.markCount)
    nodeCount = checkpoint.nodeCount
    maximumDepth = checkpoint.maximumDepth
    maximumChildren = checkpoint.maximumChildren
    open.removeLast(open.count - checkpoint.openCount)
    top = checkpoint.top
  }
}
