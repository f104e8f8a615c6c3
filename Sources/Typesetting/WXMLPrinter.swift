/// Writes WXML: the one place of the mini-program edition where text becomes markup.
///
/// Like `HTMLPrinter` a stream: elements are opened and closed in order, every tag is closed, text and values are escaped
/// here (`WXMLEscaping`) and nowhere else. Counts what the platform limits: nodes, depth, children of one node.
package struct WXMLPrinter {
  package private(set) var bytes: [UInt8] = []
  /// Elements written so far.
  package private(set) var nodeCount = 0
  /// The deepest an element stood, `baseDepth` included; the outermost stands at 1.
  package private(set) var maximumDepth: Int
  /// The most children (elements and runs of text) that one closed element had.
  package private(set) var maximumChildren = 0
  /// Where values stand that are filled in later; see `Attribute.marked`.
  package private(set) var marks: [Mark] = []
  /// Elements around what is written, outermost first.
  private var open: [Frame] = []
  private let baseDepth: Int

  fileprivate struct Frame {
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
    open.append(Frame(name: ""))
  }

  /// Number of open elements, `baseDepth` included.
  package var depth: Int { baseDepth + open.count - 1 }
  /// Children of the innermost open element so far (or at the top).
  package var childCount: Int { open[open.count - 1].children }

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
    startTag(name, attributes)
    maximumDepth = max(maximumDepth, depth + 1)
    MarkupEscaping.append("/>", to: &bytes)
  }

  /// Opens an element; `end()` closes the innermost one.
  package mutating func start(_ name: StaticString, _ attributes: [Attribute] = []) {
    startTag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    open.append(Frame(name: name))
    maximumDepth = max(maximumDepth, depth)
  }

  /// The same for what most elements have, so without a list for each.
  package mutating func start(
    _ name: StaticString, class classes: StaticString, id: [UInt8]? = nil, _ attributes: [Attribute] = [],
    isSelectable: Bool = false
  ) {
    startTag(name, [])
    MarkupEscaping.append(" class=\"", to: &bytes)
    MarkupEscaping.append(classes, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    if let id { append(Attribute(name: "id", value: .bytes(id))) }
    for attribute in attributes { append(attribute) }
    MarkupEscaping.append(isSelectable ? " user-select>" : ">", to: &bytes)
    open.append(Frame(name: name))
    maximumDepth = max(maximumDepth, depth)
  }

  package mutating func end() {
    guard open.count > 1, let frame = open.popLast() else { return }
    maximumChildren = max(maximumChildren, frame.children)
    MarkupEscaping.append("</", to: &bytes)
    MarkupEscaping.append(frame.name, to: &bytes)
    bytes.append(UInt8(ascii: ">"))
  }

  package mutating func text(_ text: [UInt8]) {
    guard !text.isEmpty else { return }
    noteText()
    text.withUnsafeBufferPointer { WXMLEscaping.appendText($0, to: &bytes) }
  }

  package mutating func text(_ text: String) { self.text(Array(text.utf8)) }

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
    open[open.count - 1].children += other.childCount
    nodeCount += other.nodeCount
    maximumDepth = max(maximumDepth, other.maximumDepth)
    maximumChildren = max(maximumChildren, other.maximumChildren)
  }

  /// A run of another printer's bytes without its counts; marks in the run move along.
  package mutating func markup(_ other: WXMLPrinter, bytes range: Range<Int>) {
    let shift = bytes.count - range.lowerBound
    bytes.append(contentsOf: other.bytes[range])
    for mark in other.marks where range.contains(mark.offset) {
      marks.append(Mark(offset: mark.offset + shift, target: mark.target))
    }
    open[open.count - 1].endsInText = false
  }

  package mutating func lineFeed() { bytes.append(10) }

  private mutating func startTag(_ name: StaticString, _ attributes: [Attribute]) {
    open[open.count - 1].children += 1
    open[open.count - 1].endsInText = false
    nodeCount += 1
    bytes.append(UInt8(ascii: "<"))
    MarkupEscaping.append(name, to: &bytes)
    for attribute in attributes { append(attribute) }
  }

  private mutating func noteText() {
    let last = open.count - 1
    if !open[last].endsInText {
      open[last].children += 1
      open[last].endsInText = true
    }
  }

  private mutating func append(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    bytes.append(32)
    MarkupEscaping.append(attribute.name, to: &bytes)
    if case .none = attribute.value { return }
    MarkupEscaping.append("=\"", to: &bytes)
    switch attribute.value {
    case .none, .absent: break
    case .bytes(let value): value.withUnsafeBufferPointer { WXMLEscaping.appendAttribute($0, to: &bytes) }
    case .number(let value): bytes.append(contentsOf: String(value).utf8)
    case .literal(let value): MarkupEscaping.append(value, to: &bytes)
    case .binding(let before, let number, let after):
      MarkupEscaping.append(before, to: &bytes)
      bytes.append(contentsOf: String(number).utf8)
      MarkupEscaping.append(after, to: &bytes)
    case .marked(let value, let target):
      marks.append(Mark(offset: bytes.count, target: target))
      value.withUnsafeBufferPointer { WXMLEscaping.appendAttribute($0, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension WXMLPrinter {
  /// A state to come back to when what was written since is not wanted.
  package struct Checkpoint {
    fileprivate var byteCount, nodeCount, maximumDepth, maximumChildren, markCount: Int
    fileprivate var open: [Frame]
  }

  package var checkpoint: Checkpoint {
    Checkpoint(
      byteCount: bytes.count, nodeCount: nodeCount, maximumDepth: maximumDepth, maximumChildren: maximumChildren,
      markCount: marks.count, open: open)
  }

  /// Forgets everything written since.
  package mutating func restore(_ checkpoint: Checkpoint) {
    bytes.removeLast(bytes.count - checkpoint.byteCount)
    marks.removeLast(marks.count - checkpoint.markCount)
    nodeCount = checkpoint.nodeCount
    maximumDepth = checkpoint.maximumDepth
    maximumChildren = checkpoint.maximumChildren
    open = checkpoint.open
  }
}
